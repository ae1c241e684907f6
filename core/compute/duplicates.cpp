#include "core/compute/duplicates.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/analysis/near_pairs.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/common/text.h"
#include "core/compute/same_picture.h"

namespace facespace {
namespace {

constexpr std::size_t kMostListed = 10'000;
/// With more pairs alike by their features than one for so many images, the network is what they have in common.
constexpr std::ptrdiff_t kImagesPerAlike = 4;

void judge(DuplicatePair& pair, const Picture& a, const Picture& b) {
    const PictureComparison compared = comparePictures(a, b);
    pair.hashDistance = compared.bitsApart;
    if (compared.match == PictureMatch::kSamePixels) pair.kind = DuplicateKind::kSamePixels;
    if (compared.match == PictureMatch::kSamePicture) pair.kind = DuplicateKind::kSamePicture;
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

Phrase termFor(DuplicateKind kind) {
    return kind == DuplicateKind::kSamePixels    ? Phrase("same pixels")
           : kind == DuplicateKind::kSamePicture ? Phrase("same picture")
                                                 : Phrase("alike features");
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
