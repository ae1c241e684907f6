#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/network/protocol.h"

namespace facespace::host {

/// N crops (height × width × 3 bytes, R G B) → N × C × height × width floats, (pixel − mean) / std in the network's
/// channel order; a one-channel network gets the luma (ITU-R BT.601; grey pixels keep their value exactly).
/// @param pixels  A whole number of crops.
std::vector<float> inputTensor(std::span<const std::uint8_t> pixels, const protocol::LoadRequest& network);

}  // namespace facespace::host
