#include <fmt/format.h>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "core/features/npy.h"

namespace facespace::npy {
namespace {

/// Reads a Python literal of the few kinds that the format allows.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    bool take(char c) {
        skipSpace();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool takeWord(std::string_view word) {
        skipSpace();
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    std::optional<std::string> string() {
        const char quote = take('\'') ? '\'' : take('"') ? '"' : '\0';
        const std::size_t end = quote == '\0' ? std::string_view::npos : text_.find(quote, at_);
        if (end == std::string_view::npos) return std::nullopt;
        std::string value(text_.substr(at_, end - at_));
        at_ = end + 1;
        return value;
    }
    std::optional<std::int64_t> integer() {
        skipSpace();
        std::int64_t value = 0;
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
        if (error != std::errc{}) return std::nullopt;
        at_ += static_cast<std::size_t>(end - begin);
        takeWord("L");  // as Python 2 wrote long numbers
        return value;
    }
    std::optional<std::vector<std::int64_t>> tuple() {
        std::vector<std::int64_t> values;
        if (!take('(')) return std::nullopt;
        while (!take(')')) {
            const auto value = integer();
            if (!value || *value < 0) return std::nullopt;
            values.push_back(*value);
            if (!take(',')) {
                if (!take(')')) return std::nullopt;
                break;
            }
        }
        return values;
    }
    bool atEnd() {
        skipSpace();
        return at_ == text_.size();
    }

  private:
    void skipSpace() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

struct Dictionary {
    std::optional<std::string> descr;
    std::optional<bool> fortranOrder;
    std::optional<std::vector<std::int64_t>> shape;
    bool structured = false;  ///< `descr` is a list of fields.
};

bool parseValue(Parser& p, const std::string& key, Dictionary& to) {
    if (key == "descr") {
        if (p.take('[')) {
            to.structured = true;
            return false;
        }
        return (to.descr = p.string()).has_value();
    }
    if (key == "fortran_order") {
        if (p.takeWord("True"))
            to.fortranOrder = true;
        else if (p.takeWord("False"))
            to.fortranOrder = false;
        return to.fortranOrder.has_value();
    }
    return key == "shape" && (to.shape = p.tuple()).has_value();
}

/// False if it is not such a dictionary.
bool parseDictionary(std::string_view text, Dictionary& to) {
    Parser p(text);
    if (!p.take('{')) return false;
    while (!p.take('}')) {
        const auto key = p.string();
        if (!key || !p.take(':') || !parseValue(p, *key, to)) return false;
        if (p.take(',')) continue;
        if (!p.take('}')) return false;
        break;
    }
    return p.atEnd() && to.descr && to.fortranOrder && to.shape;
}

}  // namespace

Result<ArrayKind> parseKind(std::string_view text, const Text& name) {
    Dictionary d;
    if (!parseDictionary(text, d)) return fail(ErrorCode::kFormat, say("{} has a damaged NumPy header.", name));
    return ArrayKind{*d.descr, *d.shape};
}

Result<Header> parseHeader(std::string_view text, const Text& name) {
    Dictionary d;
    if (!parseDictionary(text, d)) {
        if (d.structured)
            return fail(ErrorCode::kFormat,
                        say("{} holds records with fields; features must be plain float16, float32 or float64.", name));
        return fail(ErrorCode::kFormat, say("{} has a damaged NumPy header.", name));
    }
    Header header;
    const std::string& type = *d.descr;
    const bool real = type.size() == 3 && type[1] == 'f' && (type[2] == '2' || type[2] == '4' || type[2] == '8');
    if (!real || std::string_view("<>=").find(type[0]) == std::string_view::npos)
        return fail(ErrorCode::kFormat,
                    say("{} holds values of type “{}”; features must be float16, float32 or float64.", name, type));
    header.itemSize = static_cast<std::size_t>(type[2] - '0');
    header.bigEndian = type[0] == '>';
    header.fortranOrder = *d.fortranOrder;
    if (d.shape->size() != 2)
        return fail(ErrorCode::kFormat,
                    d.shape->size() == 1
                        ? say("{} has 1 dimension; features need two: a row per image, a column per value.", name)
                        : say("{} has {} dimensions; features need two: a row per image, a column per value.", name,
                              d.shape->size()));
    header.rows = (*d.shape)[0];
    header.columns = (*d.shape)[1];
    return header;
}

std::string headerFor(const FeatureMatrix& features) {
    std::string dictionary =
        fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, {}), }}", features.rows(), features.cols());
    // The values begin at a multiple of 64 bytes, behind a line end; ten bytes stand before the dictionary.
    constexpr std::size_t kBefore = 10, kAlignment = 64;
    const std::size_t used = kBefore + dictionary.size() + 1;
    dictionary.append((kAlignment - used % kAlignment) % kAlignment, ' ');
    dictionary += '\n';
    std::string header("\x93NUMPY\x01\x00", 8);
    header += static_cast<char>(dictionary.size() & 0xff);
    header += static_cast<char>(dictionary.size() >> 8);
    return header + dictionary;
}

}  // namespace facespace::npy
