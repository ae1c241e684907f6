#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/image/header.h"
#include "core/image/image.h"

namespace facespace {

struct DecodeOptions {
    std::int64_t maxPixels = 100'000'000;  ///< Images of more pixels by their header are refused before they are read.
    /// The folder that the file must lie in, links followed; empty: anywhere. For paths that a project or a list names.
    std::filesystem::path within{};
};

/// An image file as it is stored.
struct ImageFile {
    ImageHeader header;
    std::vector<std::uint8_t> bytes;
};
/// Reads a file whose header is that of an image, wherever it lies; nothing of it is decoded. Errors and threads as
/// decodeImage().
Result<ImageFile> loadImageFile(const std::filesystem::path& file, const DecodeOptions& options = {});

/// Decodes a JPEG, PNG, BMP, PGM/PPM/PBM, TIFF (first page) or still WebP file, and where their libraries were there when
/// the program was built a still GIF, HEIC or AVIF file, recognised by content, whatever its name; the file may lie in a
/// container (core/container/container.h).
///
/// Pixels are as OpenCV's `imread(IMREAD_COLOR)` gives them, which is what most detectors that wrote boxes and landmarks
/// saw: the EXIF orientation is applied, so "pixels of the stored image" in a manifest mean the upright image; 16-bit
/// samples keep their high byte; grey becomes three equal channels; an alpha channel is dropped without blending; colour
/// profiles are ignored. Errors: kIo (cannot be read), kFormat (empty, not an image, damaged, cut short, too large),
/// kResource (no memory): one sentence each. How damage to JPEGs is noticed, decodeJpeg() in jpeg.h says. Thread-safe.
Result<Image> decodeImage(const std::filesystem::path& file, const DecodeOptions& options = {});

/// The same for bytes in memory. @param name how messages call them.
Result<Image> decodeImage(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeOptions& options = {});

/// The image shrunk so that its longer side is at most `maxSide`; never enlarged. JPEGs are decoded at a reduced scale,
/// several times faster than in full. Errors and threads as decodeImage().
Result<Image> decodeThumbnail(const std::filesystem::path& file, int maxSide, const DecodeOptions& options = {});

}  // namespace facespace
