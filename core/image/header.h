#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/common/result.h"
#include "core/image/byte_source.h"

namespace facespace {

enum class ImageFormat { kJpeg, kPng, kBmp, kPnm, kTiff, kWebp };
const char* toString(ImageFormat format);

/// What an image file says of itself in its header. Sizes are as stored, before any EXIF rotation; both are at least 1.
struct ImageHeader {
    ImageFormat format = ImageFormat::kJpeg;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t pixels() const { return width * height; }
};

/// Recognises the format by content, never by the file's name, and reads the size; no pixel is decoded.
/// @param name how messages call the file.
/// Errors: kFormat (empty, not an image, damaged header, animated WebP), one sentence.
Result<ImageHeader> readImageHeader(ByteSource& source, const std::string& name);
/// The same for a file. Errors: also kIo.
Result<ImageHeader> readImageHeader(const std::filesystem::path& file);

}  // namespace facespace
