#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace facespace {

/// The order of packed points along a Z-shaped curve (Morton 1966), so that points near on the map are near in memory. Equal
/// codes keep their order.
std::vector<std::int32_t> mortonOrder(const float* y, std::size_t n, int dims);

}  // namespace facespace
