#include "core/common/number_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <deque>
#include <mutex>

namespace facespace {
namespace {
std::atomic<const NumberMarks*> inUse{nullptr};  // null: 1,234.5
}

std::string groupedNumber(std::int64_t n) {
    std::string digits = std::to_string(n < 0 ? -n : n);
    for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), 1, ',');
    return (n < 0 ? "-" : "") + digits;
}

std::string durationText(double seconds) {
    const auto s = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
    if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
    return fmt::format("{}:{:02}", s / 60, s % 60);
}

std::string fixedText(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
    return text;
}

std::string withTrueMinus(std::string_view prose) {
    const auto digit = [&](std::size_t i) { return i < prose.size() && prose[i] >= '0' && prose[i] <= '9'; };
    std::string out;
    for (std::size_t i = 0; i < prose.size(); ++i) {
        const bool begins = i == 0 || std::string_view(" ([").find(prose[i - 1]) != std::string_view::npos;
        const bool exponent = i > 1 && prose[i - 1] == 'e' && digit(i - 2);
        if (prose[i] == '-' && (begins || exponent) && digit(i + 1))
            out += "−";
        else
            out += prose[i];
    }
    return out;
}

bool isNumberText(std::string_view text) {
    for (const std::string_view sign : {"-", "−", "+"})
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            break;
        }
    const auto digits = [&] {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(end);
        return end;
    };
    if (digits() == 0) return false;
    while (text.starts_with(',')) {  // thousands
        text.remove_prefix(1);
        if (digits() != 3) return false;
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    if (!text.starts_with('e')) return text.empty();
    text.remove_prefix(1);
    for (const std::string_view sign : {"-", "−", "+"})
        if (text.starts_with(sign)) text.remove_prefix(sign.size());
    return digits() > 0 && text.empty();
}

void setNumberMarks(const NumberMarks& marks) {
    // Others may be reading the ones before: these few bytes are kept until the end.
    static std::mutex once;
    static std::deque<NumberMarks> kept;
    const std::scoped_lock lock(once);
    inUse = &kept.emplace_back(marks);
}

namespace {
std::string marked(std::string_view number, const NumberMarks& marks) {
    if (!isNumberText(number)) return std::string(number);
    std::string out;
    for (const char c : number) {
        if (c == '.')
            out += marks.decimal;
        else if (c == ',')
            out += marks.group;
        else
            out += c;
    }
    return out;
}

/// A letter that is no exponent; of UTF-8, what begins with C2 or E2 is signs.
bool hasWords(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool exponent = c == 'e' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
        const auto first = static_cast<unsigned char>(c);
        if (first >= 0xC3 && first != 0xE2) return true;
        if (((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && !exponent) return true;
    }
    return false;
}
}  // namespace

std::string withNumberMarks(std::string text) {
    const NumberMarks* marks = inUse;
    if (marks == nullptr || (marks->decimal == "." && marks->group == ",") || hasWords(text)) return text;
    constexpr std::string_view kBetween = " ()[]%;";
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(kBetween), rest.size());
        out += marked(rest.substr(0, end), *marks);
        if (end < rest.size()) out += rest[end];
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

Text percentileText(int percent) {
    const bool teen = percent % 100 >= 11 && percent % 100 <= 13;
    if (!teen && percent % 10 == 1) return say("{}st percentile", percent);
    if (!teen && percent % 10 == 2) return say("{}nd percentile", percent);
    if (!teen && percent % 10 == 3) return say("{}rd percentile", percent);
    return say("{}th percentile", percent);
}

}  // namespace facespace
