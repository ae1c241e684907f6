#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "core/image/byte_source.h"
#include "core/image/image.h"
#include "core/image/raw_decode.h"

namespace facespace {

/// Whether HEIC and AVIF files can be read: libheif was there when the program was built.
bool readsHeif();

/// Width and height of the primary image, cut and turned as its file says. Nothing if the header is damaged. Read here, box
/// by box: libheif sees no file outside the decoder's cage.
std::optional<std::pair<std::int64_t, std::int64_t>> heifSize(ByteSource& source);

/// decodeRaw() of the primary image; transparency is dropped without blending. Only with readsHeif(), else it is damaged.
/// @param pixels of the primary image
Decoding decodeRawHeif(std::span<const std::uint8_t> bytes, std::int64_t pixels, Image& image);

}  // namespace facespace
