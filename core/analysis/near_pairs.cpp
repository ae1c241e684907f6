#include "core/analysis/near_pairs.h"

#include <algorithm>
#include <atomic>
#include <tuple>

#include "core/analysis/blas.h"
#include "core/analysis/cosine_bound.h"
#include "core/common/parallel.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr Eigen::Index kSubspace = 63;  // and the length of what is left of a feature makes 64 columns
constexpr std::size_t kBlock = 384;

bool before(const NearPair& x, const NearPair& y) {
    return std::tuple(-x.cosine, x.a, x.b) < std::tuple(-y.cosine, y.a, y.b);
}

}  // namespace

Result<std::vector<NearPair>> nearPairs(const FeatureMatrix& x, const std::vector<std::int32_t>& group, double least,
                                        std::size_t most, std::int64_t& found, const JobContext& job) {
    const UnitRows u = unitRows(x);
    const bool whole = x.cols() <= kSubspace + 1 || u.row.empty();
    const FeatureMatrix parted = whole ? FeatureMatrix() : boundParts(u.unit, mainDirections(u.unit, kSubspace));
    const FeatureMatrix& part = whole ? u.unit : parted;
    const std::size_t n = u.row.size(), side = chunkCount(n, kBlock);
    const int d = static_cast<int>(part.cols());
    std::vector<std::pair<std::size_t, std::size_t>> corners;
    for (std::size_t a = 0; a < side; ++a)
        for (std::size_t b = a; b < side; ++b) corners.emplace_back(a * kBlock, b * kBlock);
    std::vector<std::vector<NearPair>> parts(corners.size());
    std::vector<std::int64_t> counts(corners.size(), 0);
    const auto reach = static_cast<float>(least) - kCosineRounding;
    std::atomic<std::int64_t> done{0};
    parallelChunks(corners.size(), 1, [&](std::size_t block, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const auto [p0, q0] = corners[block];
        const std::size_t pCount = std::min(kBlock, n - p0), qCount = std::min(kBlock, n - q0);
        std::vector<float> products(pCount * qCount);
        blas::productTransposed(part.data() + p0 * static_cast<std::size_t>(d),
                                part.data() + q0 * static_cast<std::size_t>(d), products.data(), static_cast<int>(pCount),
                                static_cast<int>(qCount), d);
        for (std::size_t p = p0; p < p0 + pCount; ++p) {
            const float* bound = products.data() + (p - p0) * qCount;
            for (std::size_t q = std::max(q0, p + 1); q < q0 + qCount; ++q) {
                if (bound[q - q0] < reach) continue;
                const auto a = u.row[p], b = u.row[q];
                if (group[static_cast<std::size_t>(a)] == group[static_cast<std::size_t>(b)]) continue;
                const double cosine = u.unit.row(static_cast<Eigen::Index>(p))
                                          .cast<double>()
                                          .dot(u.unit.row(static_cast<Eigen::Index>(q)).cast<double>());
                if (cosine < least) continue;
                ++counts[block];
                parts[block].push_back({a, b, std::min(cosine, 1.0)});
            }
        }
        std::ranges::sort(parts[block], before);
        if (parts[block].size() > most) parts[block].resize(most);
        job.progress(say("looking for duplicates"), ++done, static_cast<std::int64_t>(corners.size()));
    });
    if (job.cancelled()) return cancelled();
    std::vector<NearPair> pairs;
    found = 0;
    for (std::size_t block = 0; block < parts.size(); ++block) {
        found += counts[block];
        pairs.insert(pairs.end(), parts[block].begin(), parts[block].end());
    }
    std::ranges::sort(pairs, before);
    if (pairs.size() > most) pairs.resize(most);
    return pairs;
}

}  // namespace facespace
