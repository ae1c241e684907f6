#include "core/compute/duplicates.h"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>
#include <unordered_map>

#include "core/analysis/near_pairs.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/common/sha256.h"
#include "core/common/text.h"
#include "core/image/decode.h"
#include "core/image/resize.h"

namespace facespace {
namespace {

constexpr int kHashSide = 16, kMostHashBits = 10;
constexpr std::size_t kMostListed = 10'000;
/// With more pairs alike by their features than one for so many images, the network is what they have in common.
constexpr std::ptrdiff_t kImagesPerAlike = 4;

/// What tells a picture: its size, the digest of its pixels, its hash. Empty if it cannot be read.
struct Picture {
    bool read = false;
    int width = 0, height = 0;
    std::string digest;
    std::array<std::uint64_t, 4> hash{};
};

Picture pictureOf(const Snapshot& snapshot, std::int64_t row) {
    const ImageRecord& record = snapshot.images.images[static_cast<std::size_t>(row)];
    if (snapshot.images.root.empty()) return {};
    const auto image = decodeImage(snapshot.images.root / record.path, {.within = snapshot.images.readable()});
    if (!image || image->empty()) return {};
    Sha256 digest;
    digest.add(std::as_bytes(std::span(image->pixels)));
    return {true, image->width, image->height, digest.hex(), pictureHash(*image)};
}

int bitsApart(const std::array<std::uint64_t, 4>& a, const std::array<std::uint64_t, 4>& b) {
    int bits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) bits += std::popcount(a[i] ^ b[i]);
    return bits;
}

void judge(DuplicatePair& pair, const Picture& a, const Picture& b) {
    if (!a.read || !b.read) return;
    pair.hashDistance = bitsApart(a.hash, b.hash);
    if (a.width == b.width && a.height == b.height && a.digest == b.digest)
        pair.kind = DuplicateKind::kSamePixels;
    else if (pair.hashDistance <= kMostHashBits)
        pair.kind = DuplicateKind::kSamePicture;
}

Result<void> lookAtPictures(const Snapshot& snapshot, std::vector<DuplicatePair>& pairs, std::size_t most,
                            const JobContext& job) {
    std::unordered_map<std::int64_t, std::size_t> place;
    std::vector<std::int64_t> rows;
    const std::size_t count = std::min(most, pairs.size());
    for (std::size_t i = 0; i < count; ++i)
        for (const std::int64_t row : {pairs[i].a, pairs[i].b})
            if (place.try_emplace(row, rows.size()).second) rows.push_back(row);
    std::vector<Picture> pictures(rows.size());
    job.progress(say("comparing pictures"), 0, std::ssize(rows));
    parallelChunks(rows.size(), 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) pictures[i] = pictureOf(snapshot, rows[i]);
    });
    if (job.cancelled()) return cancelled();
    for (std::size_t i = 0; i < count; ++i) judge(pairs[i], pictures[place[pairs[i].a]], pictures[place[pairs[i].b]]);
    return {};
}

}  // namespace

const char* termFor(DuplicateKind kind) {
    return kind == DuplicateKind::kSamePixels    ? "same pixels"
           : kind == DuplicateKind::kSamePicture ? "same picture"
                                                 : "alike features";
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

Result<Duplicates> findDuplicates(const Snapshot& snapshot, const AnalysisInput& input, const DuplicateOptions& options,
                                  const JobContext& job) {
    std::int64_t found = 0;
    const double least = std::min(options.alikeFrom, options.picturesFrom);
    const auto near = nearPairs(input.features(), input.units.unitOf(), least, kMostListed, found, job);
    if (!near) return forward(near);
    Duplicates duplicates;
    for (const NearPair& pair : *near) duplicates.pairs.push_back({pair.a, pair.b, pair.cosine});
    if (const auto done = lookAtPictures(snapshot, duplicates.pairs, options.mostPictures, job); !done) return forward(done);
    std::erase_if(duplicates.pairs, [&](const DuplicatePair& pair) {
        return pair.kind == DuplicateKind::kAlikeFeatures && pair.cosine < options.alikeFrom;
    });
    const auto alike = std::ranges::count(duplicates.pairs, DuplicateKind::kAlikeFeatures, &DuplicatePair::kind);
    if (alike * kImagesPerAlike > std::ssize(snapshot.images.images)) {
        std::erase_if(duplicates.pairs, [](const DuplicatePair& p) { return p.kind == DuplicateKind::kAlikeFeatures; });
        duplicates.notes.push_back(say(
            "{} pairs of images have features with a cosine of {} or more but are no same pictures: here features alone do "
            "not tell duplicates, and these are not listed.",
            groupedNumber(alike), fixedText(options.alikeFrom, 2)));
    }
    std::ranges::stable_sort(duplicates.pairs, {},
                             [](const DuplicatePair& pair) { return std::tuple(pair.kind, -pair.cosine); });
    if (found > static_cast<std::int64_t>(options.mostPictures))
        duplicates.notes.push_back(
            say("{} pairs of images have a cosine of {} or more; the {} most alike were compared as pictures.",
                groupedNumber(found), fixedText(least, 2), groupedNumber(static_cast<std::int64_t>(options.mostPictures))));
    return duplicates;
}

}  // namespace facespace
