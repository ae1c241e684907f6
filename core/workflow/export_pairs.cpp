#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/analysis/image_pairs.h"
#include "core/analysis/pair_file_protocol.h"
#include "core/common/inside.h"
#include "core/common/whole_file.h"
#include "core/compute/labels.h"
#include "core/container/container.h"
#include "core/container/record_writer.h"
#include "core/image/decode.h"
#include "core/workflow/export_checks.h"
#include "core/workflow/export_containers.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;
using Pair = PairList::Pair;

constexpr std::int64_t kBlocks = 10;
constexpr int kTriesPerPair = 50;
constexpr std::size_t kPairsPerReport = 32;

/// Draws pairs of different images, none twice.
class Draw {
  public:
    Draw(const Snapshot& snapshot, const std::vector<int>& rows, std::uint64_t seed) : random_(seed) {
        std::map<std::string, std::vector<int>> people;
        for (const int row : rows) people[snapshot.images.images[static_cast<std::size_t>(row)].identity].push_back(row);
        for (auto& [identity, images] : people) {
            if (images.size() > 1) several_.push_back(people_.size());
            people_.push_back(std::move(images));
        }
    }
    std::vector<Pair> genuine(std::int64_t count) {
        return draw(count, !several_.empty(), [this] {
            const auto& images = people_[several_[below(several_.size())]];
            return std::pair{images[below(images.size())], images[below(images.size())]};
        });
    }
    std::vector<Pair> impostor(std::int64_t count) {
        auto pairs = draw(count, people_.size() > 1, [this] {
            const std::size_t a = below(people_.size()), b = below(people_.size());
            if (a == b) return std::pair{0, 0};
            return std::pair{people_[a][below(people_[a].size())], people_[b][below(people_[b].size())]};
        });
        for (Pair& pair : pairs) pair.genuine = false;
        return pairs;
    }

  private:
    template <class One>
    std::vector<Pair> draw(std::int64_t count, bool possible, const One& one) {
        std::vector<Pair> pairs;
        if (!possible) return pairs;
        std::set<std::pair<int, int>> drawn;
        for (std::int64_t tries = 0; tries < kTriesPerPair * count && std::ssize(pairs) < count; ++tries) {
            const auto [a, b] = one();
            if (a != b && drawn.insert(std::minmax(a, b)).second) pairs.push_back({a, b, true, 0});
        }
        return pairs;
    }
    /// The same on every system, which std::uniform_int_distribution is not.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    std::mt19937_64 random_;
    std::vector<std::vector<int>> people_;
    std::vector<std::size_t> several_;  // people with more than one image
};

/// Each of ten blocks has its part of both.
std::vector<Pair> inBlocks(const std::vector<Pair>& genuine, const std::vector<Pair>& impostor) {
    std::vector<Pair> all;
    const auto append = [&](const std::vector<Pair>& pairs, std::int64_t block) {
        const auto count = std::ssize(pairs);
        all.insert(all.end(), pairs.begin() + block * count / kBlocks, pairs.begin() + (block + 1) * count / kBlocks);
    };
    for (std::int64_t block = 0; block < kBlocks; ++block) {
        append(genuine, block);
        append(impostor, block);
    }
    return all;
}

Result<std::vector<Pair>> pairsFor(const Snapshot& snapshot, const std::vector<int>& rows,
                                   const ExportPairsOptions& options) {
    std::vector<std::string> paths;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row) paths.push_back(snapshot.pathOf(row));
    fs::path protocol = options.protocol;
    if (const auto own = commonPairFile(paths); protocol.empty() && !own.empty()) protocol = snapshot.images.root / own;
    if (!protocol.empty()) {
        const bool pairFile = containerKind(protocol) == ContainerKind::kPairs;
        auto list =
            pairFile ? readPairFile(protocol, paths) : readImagePairs(protocol, paths, identitiesOf(snapshot.images));
        if (!list) return forward(list);
        return std::move(list->pairs);
    }
    Draw draw(snapshot, rows, options.seed);
    const auto genuine = draw.genuine(options.pairs / 2);
    return inBlocks(genuine, draw.impostor(std::ssize(genuine)));
}

/// Writes those pairs both images of which are there.
Result<ExportImagesReport> writePairs(const Snapshot& snapshot, const std::vector<int>& rows, const std::vector<Pair>& pairs,
                                      std::ostream& out, const JobContext& job) {
    const std::set<std::int64_t> wanted(rows.begin(), rows.end());
    PairWriter writer(out);
    std::vector<char> same;
    ExportImagesReport report;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        if (job.cancelled()) return cancelled();
        if (p % kPairsPerReport == 0)
            job.progress(say("copying"), static_cast<std::int64_t>(p), static_cast<std::int64_t>(pairs.size()));
        if (!wanted.contains(pairs[p].a) || !wanted.contains(pairs[p].b)) continue;
        std::vector<ImageFile> both;
        for (const std::int64_t row : {pairs[p].a, pairs[p].b}) {
            auto image =
                loadImageFile(snapshot.imageFile(static_cast<std::size_t>(row)), {.within = snapshot.images.readable()});
            if (image)
                both.push_back(std::move(*image));
            else
                report.problems.push_back(image.error().message);
        }
        if (both.size() != 2) continue;
        for (const ImageFile& image : both) writer.add(image.bytes);
        same.push_back(pairs[p].genuine ? 1 : 0);
    }
    writer.finish(same);
    report.written = std::ssize(same);
    if (same.empty()) return fail(ErrorCode::kInvalid, say("There is no pair of these images to write."));
    return report;
}

}  // namespace

Result<void> checkExport(const Snapshot& snapshot, const std::vector<int>& rows, const fs::path& file,
                         const std::string& suffix) {
    if (snapshot.images.root.empty())
        return fail(ErrorCode::kInvalid, say("This project holds labels without images: there is nothing to copy."));
    if (snapshot.anonymous)
        return fail(ErrorCode::kInvalid, say("Faces are written as they are here: leave the privacy out."));
    if (rows.empty()) return fail(ErrorCode::kInvalid, say("There are no images to write."));
    if (file.extension() != suffix)
        return fail(ErrorCode::kInvalid, say("The name “{}” should end in {}.", file.string(), suffix));
    if (leadsInside(file.parent_path().empty() ? fs::path(".") : file.parent_path(), snapshot.images.root))
        return fail(ErrorCode::kInvalid,
                    say("“{}” lies in the image set, which is never written to; choose a folder outside of “{}”.",
                        file.string(), snapshot.images.root.string()));
    return {};
}

Result<ExportImagesReport> exportPairs(const Snapshot& snapshot, const std::vector<int>& rows,
                                       const ExportPairsOptions& options, const JobContext& job) {
    if (const auto fine = checkExport(snapshot, rows, options.file, ".bin"); !fine) return forward(fine);
    const auto pairs = pairsFor(snapshot, rows, options);
    if (!pairs) return forward(pairs);
    Result<ExportImagesReport> report;
    const auto whole = writeWholeFile(options.file, [&](std::ostream& out) {
        report = writePairs(snapshot, rows, *pairs, out, job);
        // What is not complete is not to appear.
        if (!report) out.setstate(std::ios::badbit);
    });
    if (!report) return report;
    if (!whole) return forward(whole);
    return report;
}

}  // namespace facespace
