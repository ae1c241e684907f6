#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/common/result.h"
#include "core/image/image.h"

namespace facespace {

/// The image as the bytes of a PNG file, lossless. Errors: kInvalid (empty image), kResource.
Result<std::vector<std::uint8_t>> encodePng(const Image& image);
/// The image as the bytes of a JPEG file. @param quality 1 (small) to 100 (best); others are clamped.
Result<std::vector<std::uint8_t>> encodeJpeg(const Image& image, int quality = 90);
/// Writes a PNG file, replacing one that is there only once the new one is complete. Errors: kIo, and encodePng()'s.
Result<void> writePng(const Image& image, const std::filesystem::path& file);

}  // namespace facespace
