#include "core/compute/same_picture.h"

#include <bit>
#include <cstddef>
#include <span>

#include "core/common/sha256.h"
#include "core/image/decode.h"
#include "core/image/resize.h"

namespace facespace {
namespace {

constexpr int kHashSide = 16, kMostHashBits = 10;

int bitsApart(const std::array<std::uint64_t, 4>& a, const std::array<std::uint64_t, 4>& b) {
    int bits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) bits += std::popcount(a[i] ^ b[i]);
    return bits;
}

}  // namespace

Picture pictureOf(const Snapshot& snapshot, std::int64_t row, bool forCrops) {
    const auto file = snapshot.imageFile(static_cast<std::size_t>(row));
    if (file.empty()) return {};
    const auto image = decodeImage(file, {.within = snapshot.images.readable()});
    if (!image || image->empty()) return {};
    Sha256 digest;
    digest.add(std::as_bytes(std::span(image->pixels)));
    return {true, image->width, image->height, digest.hex(), pictureHash(*image), forCrops ? GreySums(*image) : GreySums()};
}

std::array<std::uint64_t, 4> pictureHash(const Image& image) {
    const Image small = resized(image, kHashSide + 1, kHashSide);
    const auto grey = [&](int x, int y) {
        const std::uint8_t* p = small.row(y) + 3 * x;
        return 2126 * p[0] + 7152 * p[1] + 722 * p[2];
    };
    std::array<std::uint64_t, 4> hash{};
    for (int y = 0; y < kHashSide; ++y)
        for (int x = 0; x < kHashSide; ++x) {
            const auto bit = static_cast<std::size_t>(y * kHashSide + x);
            if (grey(x + 1, y) > grey(x, y)) hash[bit / 64] |= std::uint64_t{1} << (bit % 64);
        }
    return hash;
}

Phrase termFor(PictureMatch match) {
    switch (match) {
        case PictureMatch::kSamePixels:
            return Phrase("same pixels");
        case PictureMatch::kSamePicture:
            return Phrase("same picture");
        case PictureMatch::kFirstIsPart:
            return Phrase("first is a part");
        case PictureMatch::kSecondIsPart:
            return Phrase("second is a part");
        case PictureMatch::kNone:
            break;
    }
    return {};
}

PictureComparison comparePictures(const Picture& first, const Picture& second) {
    if (!first.read || !second.read) return {};
    PictureComparison found{PictureMatch::kNone, bitsApart(first.hash, second.hash), 1};
    if (first.width == second.width && first.height == second.height && first.digest == second.digest) {
        found.match = PictureMatch::kSamePixels;
    } else if (found.bitsApart <= kMostHashBits) {
        found.match = PictureMatch::kSamePicture;
    } else if (const auto part = cropFit(second.grey, first.grey); part && isCrop(*part)) {
        found.match = PictureMatch::kFirstIsPart;
        found.share = part->share;
    } else if (const auto other = cropFit(first.grey, second.grey); other && isCrop(*other)) {
        found.match = PictureMatch::kSecondIsPart;
        found.share = other->share;
    }
    return found;
}

}  // namespace facespace
