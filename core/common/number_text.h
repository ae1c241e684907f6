#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/common/text.h"

namespace facespace {

/// 24000 → "24,000".
std::string groupedNumber(std::int64_t n);
/// With so many decimals; what they do not show is 0, not −0.
std::string fixedText(double value, int decimals);
/// Hyphens that stand for a minus as the true one, U+2212: “−0.3 (−0.5 … 0.1)”. For what people read; what programs read
/// keeps the hyphen.
std::string withTrueMinus(std::string_view prose);
/// Whether it is nothing but a number, as groupedNumber() or fmt write it: “24,000”, “−0.35”, “1e-05”.
bool isNumberText(std::string_view text);

/// What stands before decimals and between thousands in what people read.
struct NumberMarks {
    std::string decimal = ".", group = ",";
};
/// For all that is shown from now on, in every thread; what was there stays valid. The window's choice: command line and
/// files that programs read never ask.
void setNumberMarks(const NumberMarks& marks);
/// “1,234.5” with these marks, also where several stand with nothing but signs around them, as in “0.3 (0.1 … 0.5)”. What
/// has words in it stays as it is.
std::string withNumberMarks(std::string text);

/// Less than this in size is what rounding leaves of 0.
inline constexpr double kRoundingDust = 1e-15;
/// 190 → "3:10", 3700 → "1:01:40".
std::string durationText(double seconds);
/// 63 → "63rd percentile".
Text percentileText(int percent);

}  // namespace facespace
