#include "core/common/number_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace facespace {

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

bool isNegativeNumber(std::string_view text) {
    return text.size() > 1 && text.front() == '-' && text[1] >= '0' && text[1] <= '9' &&
           text.find_first_not_of("0123456789.,e+-") == std::string_view::npos;
}

Text percentileText(int percent) {
    const bool teen = percent % 100 >= 11 && percent % 100 <= 13;
    if (!teen && percent % 10 == 1) return say("{}st percentile", percent);
    if (!teen && percent % 10 == 2) return say("{}nd percentile", percent);
    if (!teen && percent % 10 == 3) return say("{}rd percentile", percent);
    return say("{}th percentile", percent);
}

}  // namespace facespace
