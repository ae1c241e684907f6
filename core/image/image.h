#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace facespace {

/// An 8-bit RGB image, rows from the top, no padding. Grey files are read as three equal channels.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  ///< height × width × 3, R G B.

    bool empty() const { return pixels.empty(); }
    std::size_t rowBytes() const { return static_cast<std::size_t>(width) * 3; }
    const std::uint8_t* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * rowBytes(); }
    std::uint8_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * rowBytes(); }
};

}  // namespace facespace
