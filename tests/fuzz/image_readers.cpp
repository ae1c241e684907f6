// Images: their headers, and what the decoders make of them. The limit on pixels is low, so that a file that is allowed to
// be large does not take the time of a hundred others.
#include <array>

#include "core/image/decode.h"
#include "core/image/header.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void readHeader(Bytes bytes) {
    MemorySource source(bytes);
    (void)readImageHeader(source, "the image");
}

void readImage(Bytes bytes) {
    const DecodeOptions options{.maxPixels = 1'000'000};
    const auto whole = decodeImage(bytes, "the image", options);
    const auto small = decodeThumbnail(inputFile("image", bytes), 16, options);
    (void)whole;
    (void)small;
}

constexpr std::array kImageReaders{Reader{"header", readHeader}, Reader{"image", readImage}};

}  // namespace

std::span<const Reader> imageReaders() { return kImageReaders; }

}  // namespace facespace::fuzz
