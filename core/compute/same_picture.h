#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "core/compute/crop_search.h"
#include "core/image/image.h"
#include "core/project/snapshot.h"

/// Whether two images are one picture.
namespace facespace {

/// What tells a picture.
struct Picture {
    bool read = false;  ///< Else the file is not there, or no image.
    int width = 0, height = 0;
    std::string digest;                   ///< SHA-256 of the pixels.
    std::array<std::uint64_t, 4> hash{};  ///< pictureHash().
    GreySums grey;                        ///< For crops; empty unless it was asked for.
};
/// Reads an image of the set. Thread-safe.
Picture pictureOf(const Snapshot& snapshot, std::int64_t row, bool forCrops = false);

/// 256 bits that say for each cell of a 17 × 16 grey picture whether its right neighbour is lighter (Krawetz 2013).
/// Precondition: the image is not empty.
std::array<std::uint64_t, 4> pictureHash(const Image& image);

enum class PictureMatch {
    kNone,          ///< Different pictures.
    kSamePixels,    ///< Every pixel is the same.
    kSamePicture,   ///< The same picture in other pixels: saved again, shrunk, brighter.
    kFirstIsPart,   ///< The first is a part of the second.
    kSecondIsPart,  ///< The second is a part of the first.
};
/// "same pixels", "same picture", "first is a part", "second is a part", "" for none.
Phrase termFor(PictureMatch match);

struct PictureComparison {
    PictureMatch match = PictureMatch::kNone;
    int bitsApart = -1;  ///< Of 256, of their hashes; -1: one could not be read.
    double share = 1;    ///< Of a part, of the picture's area.
};
/// Up to 10 bits apart is the same picture: two photographs of one person in nearly one pose were 15 apart and more. Parts
/// are looked for where both have `grey`; see isCrop().
PictureComparison comparePictures(const Picture& first, const Picture& second);

}  // namespace facespace
