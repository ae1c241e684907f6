#include "core/common/text.h"

#include <fmt/format.h>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <mutex>
#include <ostream>
#include <set>

namespace facespace {
namespace {

/// A place in a template: which value, and how it is written.
struct Place {
    int value = -1;
    std::string_view how;  ///< "{:.2f}" has ".2f".
};

/// Calls `place(Place)` and `letters(string_view)` in order. Only what fmt has checked comes here.
template <class OnPlace, class OnLetters>
void walk(std::string_view words, const OnPlace& place, const OnLetters& letters) {
    int next = 0;
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        if ((c == '{' || c == '}') && at + 1 < words.size() && words[at + 1] == c) {
            letters(words.substr(at, 1));
            at += 2;
        } else if (c == '{') {
            const std::size_t end = words.find('}', at);
            assert(end != std::string_view::npos);
            const std::string_view inside = words.substr(at + 1, end - at - 1);
            const std::size_t colon = std::min(inside.find(':'), inside.size());
            const int number = colon == 0 ? next++ : inside.front() - '0';
            place(Place{number, inside.substr(std::min(colon + 1, inside.size()))});
            at = end + 1;
        } else {
            const std::size_t end = std::min(words.find_first_of("{}", at + 1), words.size());
            letters(words.substr(at, end - at));
            at = end;
        }
    }
}

constexpr char kEndOfEnglish = '\x1e';
/// What a file may hold: more is no text of ours.
constexpr std::size_t kLongestTemplate = 1000, kMostTemplates = 4096, kMostValues = 10;
constexpr int kDeepest = 6;

/// A template that came from a file, for as long as the program runs; null if there are too many.
const char* kept(std::string_view words) {
    static std::mutex mutex;
    static std::set<std::string, std::less<>> all;
    const std::scoped_lock lock(mutex);
    const auto known = all.find(words);
    if (known != all.end()) return known->c_str();
    if (words.size() > kLongestTemplate || all.size() == kMostTemplates) return nullptr;
    return all.emplace(words).first->c_str();
}

/// Whether `walk` may walk it with so many values: places as "{}", "{1}", "{:.2f}", "{1:.2f}".
bool isTemplate(std::string_view words, std::size_t values) {
    std::size_t next = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char c = words[at];
        if (c != '{' && c != '}') continue;
        if (at + 1 < words.size() && words[at + 1] == c) {
            ++at;
            continue;
        }
        const std::size_t end = c == '{' ? words.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) return false;
        const std::string_view inside = words.substr(at + 1, end - at - 1);
        const std::string_view number = inside.substr(0, inside.find(':'));
        if (number.size() > 1 || (number.size() == 1 && (number[0] < '0' || number[0] > '9'))) return false;
        const std::size_t value = number.empty() ? next++ : static_cast<std::size_t>(number[0] - '0');
        if (value >= values) return false;
        at = end;
    }
    return true;
}

std::string englishOf(std::string_view words, const std::vector<Text>& values) {
    std::string english;
    walk(
        words, [&](const Place& place) { english += values[static_cast<std::size_t>(place.value)].english(); },
        [&](std::string_view letters) { english += letters; });
    return english;
}

}  // namespace

/// "5:words" for a finished text, "t…" for a template, "r…" for texts in a row.
struct StoredText {
    static void writeWords(std::string& to, std::string_view words) {
        to += std::to_string(words.size()) + ':';
        to += words;
    }
    static void writeValues(std::string& to, const std::vector<Text>& values) {
        to += std::to_string(values.size()) + ':';
        for (const Text& value : values) write(to, value);
    }
    static void write(std::string& to, const Text& text) {
        if (text.words_ != nullptr) {
            to += text.many_ == nullptr ? 't' : 'n';
            writeWords(to, text.words_);
            if (text.many_ != nullptr) {
                writeWords(to, text.many_);
                to += std::to_string(*text.count_) + ':';
            }
            writeValues(to, text.values_);
        } else if (!text.values_.empty()) {
            to += 'r';
            writeWords(to, text.separator_);
            writeValues(to, text.values_);
        } else {
            to += 'f';
            writeWords(to, text.english_);
        }
    }

    std::string_view rest;
    int depth = 0;

    std::optional<std::int64_t> number() {
        std::int64_t value = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (read.ec != std::errc() || read.ptr == rest.data() + rest.size() || *read.ptr != ':') return std::nullopt;
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()) + 1);
        return value;
    }
    std::optional<std::string_view> words() {
        const auto size = number();
        if (!size || *size < 0 || static_cast<std::size_t>(*size) > rest.size()) return std::nullopt;
        const std::string_view words = rest.substr(0, static_cast<std::size_t>(*size));
        rest.remove_prefix(words.size());
        return words;
    }
    bool values(std::vector<Text>& to) {
        const auto size = number();
        if (!size || *size < 0 || static_cast<std::size_t>(*size) > kMostValues) return false;
        for (std::int64_t i = 0; i < *size; ++i) {
            auto value = read();
            if (!value) return false;
            to.push_back(std::move(*value));
        }
        return true;
    }
    /// Nothing if this is not what `write` wrote.
    std::optional<Text> read() {
        if (rest.empty() || depth == kDeepest) return std::nullopt;
        ++depth;
        const char kind = rest.front();
        rest.remove_prefix(1);
        auto text = kind == 'f' ? finished() : kind == 'r' ? row() : kind == 't' || kind == 'n' ? said(kind) : std::nullopt;
        --depth;
        return text;
    }
    std::optional<Text> finished() {
        const auto english = words();
        return english ? std::optional(Text(std::string(*english))) : std::nullopt;
    }
    std::optional<Text> row() {
        const auto separator = words();
        std::vector<Text> texts;
        const char* between = separator ? kept(*separator) : nullptr;
        if (between == nullptr || !values(texts)) return std::nullopt;
        return inARow(std::move(texts), between);
    }
    std::optional<Text> said(char kind) {
        Text text;
        const auto one = words();
        const auto many = one && kind == 'n' ? words() : std::nullopt;
        if (!one || (kind == 'n' && !many)) return std::nullopt;
        if (kind == 'n' && !(text.count_ = number())) return std::nullopt;
        if (!values(text.values_) || !isTemplate(*one, text.values_.size())) return std::nullopt;
        if (many && !isTemplate(*many, text.values_.size())) return std::nullopt;
        text.words_ = kept(*one);
        text.many_ = many ? kept(*many) : nullptr;
        if (text.words_ == nullptr || (many && text.many_ == nullptr)) return std::nullopt;
        text.english_ = englishOf(!many || *text.count_ == 1 ? *one : *many, text.values_);
        return text;
    }
};

Text Text::filled(Phrase words, std::vector<Text> values) {
    Text text;
    int places = 0;
    walk(
        words.words, [&](const Place& place) { places = std::max(places, place.value + 1); }, [](std::string_view) {});
    values.resize(static_cast<std::size_t>(places));
    text.words_ = words.words;
    text.english_ = englishOf(words.words, values);
    text.values_ = std::move(values);
    return text;
}

std::string Text::stored() const {
    if (words_ == nullptr && values_.empty()) return english_;
    std::string all = english_ + kEndOfEnglish;
    StoredText::write(all, *this);
    return all;
}

Text Text::fromStored(const std::string& stored) {
    const std::size_t end = stored.find(kEndOfEnglish);
    if (end == std::string::npos) return stored;
    const std::string english = stored.substr(0, end);
    auto text = StoredText{std::string_view(stored).substr(end + 1)}.read();
    return text && text->english_ == english ? *text : Text(english);
}

Text Text::phraseFromFile(const std::string& words) {
    Text phrase = words;
    if (words.find_first_of("{}") == std::string::npos) phrase.words_ = kept(words);
    return phrase;
}

Text TextWriter::operator()(fmt::format_args values, const Text* const* texts) const {
    Text said;
    said.words_ = words;
    said.many_ = many;
    if (many != nullptr) said.count_ = count;
    // A translation may need a value that only the other number of the English has.
    const auto fill = [&](const Place& place) {
        const auto i = static_cast<std::size_t>(place.value);
        if (said.values_.size() <= i) said.values_.resize(i + 1);
        if (const Text* text = texts[i])
            said.values_[i] = *text;
        else
            said.values_[i] = fmt::vformat(fmt::format("{{{}:{}}}", i, place.how), values);
    };
    const auto nothing = [](std::string_view) {};
    if (many != nullptr) walk(many, fill, nothing);
    walk(words, fill, nothing);
    walk(
        many == nullptr || count == 1 ? words : many,
        [&](const Place& place) { said.english_ += said.values_[static_cast<std::size_t>(place.value)].english_; },
        [&](std::string_view letters) { said.english_ += letters; });
    return said;
}

Text Text::withName(const std::string& before, const std::string& after) const {
    Text renamed = *this;
    for (Text& value : renamed.values_) value = value.withName(before, after);
    for (std::size_t at = 0; (at = renamed.english_.find(before, at)) != std::string::npos; at += after.size())
        renamed.english_.replace(at, before.size(), after);
    return renamed;
}

Text inARow(std::vector<Text> texts, const char* separator) {
    Text all;
    all.separator_ = separator;
    std::erase_if(texts, [](const Text& text) { return text.empty(); });
    for (const Text& text : texts) {
        if (!all.english_.empty()) all.english_ += separator;
        all.english_ += text.english_;
    }
    all.values_ = std::move(texts);
    return all;
}

std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.english_; }

}  // namespace facespace
