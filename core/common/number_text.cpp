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

Text percentileText(int percent) {
    const bool teen = percent % 100 >= 11 && percent % 100 <= 13;
    if (!teen && percent % 10 == 1) return say("{}st percentile", percent);
    if (!teen && percent % 10 == 2) return say("{}nd percentile", percent);
    if (!teen && percent % 10 == 3) return say("{}rd percentile", percent);
    return say("{}th percentile", percent);
}

}  // namespace facespace
