#include "core/filter/lexer.h"

#include <array>
#include <charconv>
#include <string_view>

namespace facespace::filter {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
/// Letters of other scripts are bytes above 127.
bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 128;
}
bool isNamePart(char c) { return isNameStart(c) || isDigit(c); }

/// Longest first; what typographers write is understood too.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kSigns{
    {{"&&", "&&"}, {"||", "||"}, {"==", "=="}, {"!=", "!="}, {"<>", "!="}, {"<=", "<="}, {">=", ">="},
     {"≤", "<="},  {"≥", ">="},  {"≠", "!="},  {"−", "-"},   {"×", "*"},   {"&", "&&"},  {"|", "||"},
     {"=", "=="},  {"!", "!"},   {"<", "<"},   {">", ">"},   {"~", "~"},   {"+", "+"},   {"-", "-"},
     {"*", "*"},   {"/", "/"},   {"(", "("},   {")", ")"},   {",", ","},   {"]", "]"}}};

class Lexer {
  public:
    explicit Lexer(const std::string& text) : text_(text) {}

    tl::expected<std::vector<Token>, FilterError> run() {
        while (true) {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
            if (at_ >= text_.size()) break;
            if (!next()) return tl::make_unexpected(error_);
            tokens_.back().length = at_ - tokens_.back().position;
        }
        tokens_.push_back({Token::Kind::kEnd, {}, 0, text_.size(), 0});
        return std::move(tokens_);
    }

  private:
    bool next() {
        const char c = text_[at_];
        const auto follows = [&](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
        if (isDigit(c) || (c == '.' && isDigit(follows(at_ + 1)))) return number();
        if (c == '"' || c == '\'') return quoted(c, Token::Kind::kText, say("The closing {} of this text is missing.", c));
        if (c == '`') return quoted(c, Token::Kind::kName, say("The closing {} of this name is missing.", c));
        if (const auto sign = signHere(); !sign.second.empty()) {
            push(Token::Kind::kSign, std::string(sign.second));
            at_ += sign.first.size();
            return true;
        }
        if (isNameStart(c)) return name();
        return fails(at_, 1, say("“{}” means nothing here.", c));
    }

    std::pair<std::string_view, std::string_view> signHere() const {
        const std::string_view rest = std::string_view(text_).substr(at_);
        for (const auto& sign : kSigns) {
            if (rest.starts_with(sign.first)) return sign;
        }
        return {};
    }

    bool number() {
        double value = 0;
        const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (read.ec != std::errc()) return fails(at_, 1, say("This number is too large."));
        push(Token::Kind::kNumber, {});
        tokens_.back().number = value;
        at_ = static_cast<std::size_t>(read.ptr - text_.data());
        return true;
    }

    bool quoted(char mark, Token::Kind kind, Text problem) {
        const std::size_t end = text_.find(mark, at_ + 1);
        if (end == std::string::npos) return fails(at_, text_.size() - at_, std::move(problem));
        push(kind, text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return true;
    }

    bool name() {
        std::size_t end = at_;
        while (end < text_.size() && isNamePart(text_[end])) ++end;
        // p99.5 is one word.
        const bool percentile = text_[at_] == 'p' && end > at_ + 1 &&
                                text_.find_first_not_of("0123456789", at_ + 1) >= end && end + 1 < text_.size() &&
                                text_[end] == '.' && isDigit(text_[end + 1]);
        if (percentile) {
            ++end;
            while (end < text_.size() && isDigit(text_[end])) ++end;
        }
        if (end < text_.size() && text_[end] == '[') {
            const std::size_t close = text_.find(']', end);
            if (close == std::string::npos)
                return fails(at_, text_.size() - at_, say("The closing ] of this name is missing."));
            end = close + 1;
        }
        const std::string word = text_.substr(at_, end - at_);
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords{
            {{"and", "&&"}, {"or", "||"}, {"not", "!"}, {"in", "in"}}};
        Token::Kind kind = Token::Kind::kName;
        std::string text = word;
        for (const auto& [spelled, sign] : kWords) {
            if (word != spelled) continue;
            kind = Token::Kind::kSign;
            text = std::string(sign);
        }
        push(kind, text);
        at_ = end;
        return true;
    }

    void push(Token::Kind kind, std::string text) { tokens_.push_back({kind, std::move(text), 0, at_, 0}); }
    bool fails(std::size_t position, std::size_t length, Text message) {
        error_ = {position, length, std::move(message)};
        return false;
    }

    const std::string& text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    FilterError error_;
};

}  // namespace

tl::expected<std::vector<Token>, FilterError> tokensOf(const std::string& expression) { return Lexer(expression).run(); }

}  // namespace facespace::filter
