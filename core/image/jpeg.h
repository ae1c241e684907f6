#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "core/common/result.h"
#include "core/image/image.h"

namespace facespace {

/// Decodes a JPEG as OpenCV does (libjpeg, accurate integer transform, smooth chroma upsampling, EXIF orientation applied)
/// but, unlike OpenCV, refuses one whose compressed data is damaged or ends early: OpenCV returns such an image with the
/// rest grey or garbled. Damage that leaves the data well-formed cannot be noticed. A missing end marker after complete data
/// does no harm.
/// @param reduction 1, 2, 4 or 8: decodes at that fraction of the size.
/// @param name how messages call the image.
/// Errors: kFormat, kResource. Thread-safe.
Result<Image> decodeJpeg(std::span<const std::uint8_t> bytes, int reduction, const std::string& name);

/// Turns and mirrors an image as stored so that it is upright. @param orientation EXIF tag 274, 1 to 8; others change
/// nothing.
Image upright(Image stored, int orientation);

}  // namespace facespace
