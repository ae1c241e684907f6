#pragma once
#include <cstdint>
#include <span>

#include "core/image/image.h"
#include "core/image/raw_decode.h"

namespace facespace {

/// Whether GIF files can be read: giflib was there when the program was built.
bool readsGif();

/// decodeRaw() of a GIF of one picture; where it leaves the screen open, and where it is transparent, the screen is black.
/// Only with readsGif(), else it is damaged. @param pixels of the screen
Decoding decodeRawGif(std::span<const std::uint8_t> bytes, std::int64_t pixels, Image& image);

}  // namespace facespace
