#pragma once
#include <cstdint>
#include <string>

#include "core/common/text.h"

namespace facespace {

/// 24000 → "24,000".
std::string groupedNumber(std::int64_t n);
/// 190 → "3:10", 3700 → "1:01:40".
std::string durationText(double seconds);
/// 63 → "63rd percentile".
Text percentileText(int percent);

}  // namespace facespace
