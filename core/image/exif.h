#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/image/byte_source.h"

namespace facespace {

/// EXIF 2.3, 4.6.4: the orientation (tag 274) in the first directory of TIFF data, 1 to 8; 1 where there is none.
int tiffOrientation(ByteSource& tiff);

/// The orientation in the chunk “EXIF” of a WebP file (RFC 9649, 2.7.1.5); 1 where there is none.
int webpOrientation(std::span<const std::uint8_t> webp);

/// libtiff multiplies colours by an alpha channel that is called unassociated (TIFF 6.0, tag 338, value 2), so that they are
/// darkened; called associated (1), they are taken as they are stored. A copy of the file with that changed in its first
/// directory; empty where there is nothing to change.
std::vector<std::uint8_t> withAlphaAside(std::span<const std::uint8_t> tiff);

}  // namespace facespace
