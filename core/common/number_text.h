#pragma once
#include <cstdint>
#include <string>

#include "core/common/text.h"

namespace facespace {

/// 24000 → "24,000".
std::string groupedNumber(std::int64_t n);
/// With so many decimals; what they do not show is 0, not −0.
std::string fixedText(double value, int decimals);
/// Less than this in size is what rounding leaves of 0.
inline constexpr double kRoundingDust = 1e-15;
/// 190 → "3:10", 3700 → "1:01:40".
std::string durationText(double seconds);
/// 63 → "63rd percentile".
Text percentileText(int percent);

}  // namespace facespace
