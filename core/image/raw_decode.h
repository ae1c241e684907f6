#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "core/common/result.h"
#include "core/image/header.h"
#include "core/image/image.h"

namespace facespace {

/// What came of an image's bytes. Goes from a decoder's process to the program as a number.
enum class Decoding : std::int32_t {
    kDone,
    kDamaged,   ///< Or of a kind that cannot be read.
    kCutShort,  ///< A JPEG that ends early.
    kAnimated,  ///< A GIF of several pictures.
    kNoMemory,
};

/// What is to be decoded, as its header, which was held against the limits, says.
struct DecodeTask {
    ImageFormat format = ImageFormat::kJpeg;
    int reduction = 1;        ///< Of JPEGs: 1, 2, 4 or 8, see decodeJpeg(); other formats are decoded in full.
    std::int64_t pixels = 0;  ///< In full; other formats' decoders must keep to it.
};

/// The pixels of an image: the work of libjpeg, giflib, libheif or OpenCV. Says nothing and throws nothing. Thread-safe.
Decoding decodeRaw(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image);

/// decodeRaw() of JPEGs.
Decoding decodeRawJpeg(std::span<const std::uint8_t> bytes, int reduction, Image& image);

/// Why an image was not decoded, as one sentence; not for kDone. @param name how messages call it.
Error notDecoded(Decoding decoding, ImageFormat format, const std::string& name);

}  // namespace facespace
