#pragma once
#include <cstdint>
#include <string>

namespace facespace {

/// 24000 → "24,000".
std::string groupedNumber(std::int64_t n);
/// 190 → "3:10", 3700 → "1:01:40".
std::string durationText(double seconds);

}  // namespace facespace
