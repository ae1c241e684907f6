#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/common/result.h"
#include "core/image/byte_source.h"

namespace facespace {

/// No larger image file is read.
inline constexpr std::uint64_t kMaxImageFileBytes = std::uint64_t{1} << 30;

enum class ImageFormat { kJpeg, kPng, kBmp, kPnm, kTiff, kWebp, kGif, kHeif };
const char* toString(ImageFormat format);
/// ".jpg": how names of such files end.
const char* suffixOf(ImageFormat format);

/// What an image file says of itself in its header. Sizes are as stored, before any EXIF rotation; both are at least 1.
struct ImageHeader {
    ImageFormat format = ImageFormat::kJpeg;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t pixels() const { return width * height; }
};

/// Recognises the format by content, never by the file's name, and reads the size; no pixel is decoded.
/// @param name how messages call the file.
/// Errors: kFormat (empty, not an image, damaged header, animated WebP, a format whose library was not there when the
/// program was built), one sentence.
Result<ImageHeader> readImageHeader(ByteSource& source, const std::string& name);
/// The same for a file, or an image in a container. Errors: also kIo, and the container's.
Result<ImageHeader> readImageHeader(const std::filesystem::path& file);

}  // namespace facespace
