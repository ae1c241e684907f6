#include "core/projection/row_clusters.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_set>
#include "core/common/parallel.h"
#include "core/projection/block_search.h"
#include "core/projection/row_hash.h"

namespace facespace {
namespace {
using Rows = std::vector<std::int32_t>;
constexpr std::size_t kLargestPart = RowClusters::kUsual * 3 / 2;  // what is no larger is not divided
constexpr std::size_t kMostChildren = 64;
constexpr std::size_t kAround = kTile;  // centres that a row of a part is held against in the end

/// Which of at most kTile centres is nearest to each of the rows; the first of equal ones.
std::vector<std::int32_t> nearestCentres(const FeatureMatrix& x, const Rows& which, const FeatureMatrix& centres) {
    const auto depth = static_cast<std::size_t>(x.cols()), count = static_cast<std::size_t>(centres.rows());
    const Eigen::VectorXf half = centres.rowwise().squaredNorm() * 0.5F;
    std::vector<std::int32_t> nearest(which.size());
    parallelChunks(which.size(), kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        TileScratch scratch(depth);
        FeatureMatrix rows(static_cast<Eigen::Index>(end - begin), x.cols());
        for (std::size_t i = begin; i < end; ++i) rows.row(static_cast<Eigen::Index>(i - begin)) = x.row(which[i]);
        kernels().dotTile(rows.data(), end - begin, centres.data(), count, depth, scratch.packed(), scratch.tile());
        for (std::size_t i = begin; i < end; ++i) {
            const float* dots = scratch.tile() + (i - begin) * kTile;
            float least = std::numeric_limits<float>::infinity();
            for (std::size_t c = 0; c < count; ++c) {
                const float apart = half[static_cast<Eigen::Index>(c)] - dots[c];
                if (!(apart < least)) continue;
                least = apart;
                nearest[i] = static_cast<std::int32_t>(c);
            }
        }
    });
    return nearest;
}

/// centres ← means of the rows that are assigned to them; one without rows stays.
void moveToMeans(FeatureMatrix& centres, const FeatureMatrix& x, const Rows& which,
                 const std::vector<std::int32_t>& cluster) {
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(x.cols(), centres.rows());
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(centres.rows());
    for (std::size_t i = 0; i < which.size(); ++i) {
        sums.col(cluster[i]) += x.row(which[i]).cast<double>().transpose();
        counts[cluster[i]] += 1.0;
    }
    for (Eigen::Index c = 0; c < centres.rows(); ++c)
        if (counts[c] > 0) centres.row(c) = (sums.col(c) / counts[c]).cast<float>().transpose();
}

/// In pieces of the usual size, in their order.
std::vector<Rows> cutEvenly(const Rows& part) {
    std::vector<Rows> pieces;
    for (std::size_t begin = 0; begin < part.size(); begin += RowClusters::kUsual)
        pieces.emplace_back(part.begin() + static_cast<std::ptrdiff_t>(begin),
                            part.begin() + static_cast<std::ptrdiff_t>(std::min(part.size(), begin + RowClusters::kUsual)));
    return pieces;
}

/// A part divided by k-means on a sample of it; evenly, where there is nothing to tell rows apart.
std::vector<Rows> divided(const FeatureMatrix& x, const Rows& part, std::uint64_t seed) {
    constexpr std::size_t kSample = 40;  // for each centre
    constexpr int kRounds = 5;
    const std::size_t count =
        std::clamp<std::size_t>((part.size() + kLargestPart / 3) / (kLargestPart * 2 / 3), 2, kMostChildren);
    Rows sample = sampleOfRows(part.size(), count * kSample, seed);
    for (std::int32_t& s : sample) s = part[static_cast<std::size_t>(s)];
    Rows first = sampleOfRows(sample.size(), count, seed + 1);
    for (std::int32_t& f : first) f = sample[static_cast<std::size_t>(f)];
    FeatureMatrix centres = x(first, Eigen::all);
    for (int round = 0; round < kRounds; ++round) moveToMeans(centres, x, sample, nearestCentres(x, sample, centres));
    const auto cluster = nearestCentres(x, part, centres);
    std::vector<Rows> parts(count);
    for (std::size_t i = 0; i < part.size(); ++i) parts[static_cast<std::size_t>(cluster[i])].push_back(part[i]);
    std::erase_if(parts, [](const Rows& p) { return p.empty(); });
    return parts.size() > 1 ? parts : cutEvenly(part);
}

std::vector<Rows> dividedByLevels(const FeatureMatrix& x, std::uint64_t seed, const JobContext& job) {
    std::vector<Rows> parts(1, Rows(static_cast<std::size_t>(x.rows())));
    std::iota(parts[0].begin(), parts[0].end(), 0);
    const auto isLarge = [](const Rows& p) { return p.size() > kLargestPart; };
    constexpr int kMostLevels = 12;  // where each only parts a few far rows from all others, there are no clusters
    for (int level = 0; std::ranges::any_of(parts, isLarge) && !job.cancelled(); ++level) {
        std::vector<std::vector<Rows>> next(parts.size());
        parallelChunks(parts.size(), 1, [&](std::size_t p, std::size_t, std::size_t) {
            if (isLarge(parts[p]) && !job.cancelled())
                next[p] = level < kMostLevels ? divided(x, parts[p], seed + p) : cutEvenly(parts[p]);
            else
                next[p].push_back(std::move(parts[p]));
        });
        parts.clear();
        for (auto& some : next) std::ranges::move(some, std::back_inserter(parts));
    }
    return parts;
}

FeatureMatrix meansOf(const FeatureMatrix& x, const std::vector<Rows>& parts) {
    FeatureMatrix means(static_cast<Eigen::Index>(parts.size()), x.cols());
    parallelChunks(parts.size(), 16, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p) {
            Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(x.cols());
            for (const std::int32_t row : parts[p]) sum += x.row(row).cast<double>();
            means.row(static_cast<Eigen::Index>(p)) = (sum / static_cast<double>(parts[p].size())).cast<float>();
        }
    });
    return means;
}

/// Every row to the nearest of the centres about its part: levels divide rows that are near each other, this mends it.
std::vector<Rows> reassigned(const FeatureMatrix& x, const std::vector<Rows>& parts, const JobContext& job) {
    const FeatureMatrix centres = meansOf(x, parts);
    const NearCentres around(centres, std::min(kAround, parts.size()), job);
    std::vector<std::int32_t> target(static_cast<std::size_t>(x.rows()));
    parallelChunks(parts.size(), 1, [&](std::size_t p, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        Rows near(around.of(p).begin(), around.of(p).end());
        std::sort(near.begin(), near.end());
        const auto nearest = nearestCentres(x, parts[p], centres(near, Eigen::all));
        for (std::size_t i = 0; i < parts[p].size(); ++i)
            target[static_cast<std::size_t>(parts[p][i])] = near[static_cast<std::size_t>(nearest[i])];
    });
    std::vector<Rows> result(parts.size());
    for (std::size_t i = 0; i < target.size(); ++i)
        result[static_cast<std::size_t>(target[i])].push_back(static_cast<std::int32_t>(i));
    return result;
}
}  // namespace

std::vector<std::int32_t> sampleOfRows(std::size_t n, std::size_t count, std::uint64_t seed) {
    std::vector<std::int32_t> rows;
    if (count >= n) {
        rows.resize(n);
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    std::unordered_set<std::int32_t> chosen;
    for (std::uint64_t t = 0; chosen.size() < count; ++t)
        chosen.insert(static_cast<std::int32_t>(mixed(seed ^ mixed(t)) % n));
    rows.assign(chosen.begin(), chosen.end());
    std::sort(rows.begin(), rows.end());
    return rows;
}

NearCentres::NearCentres(const FeatureMatrix& centres, std::size_t count, const JobContext& job) : count_(count) {
    const auto n = static_cast<std::size_t>(centres.rows()), depth = static_cast<std::size_t>(centres.cols());
    near_.resize(n * count);
    const std::vector<float> norms = paddedNorms(centres);
    parallelChunks(n, kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        BlockSearch block(centres.data() + begin * depth, norms.data() + begin, end - begin, depth, count);
        block.search(centres, norms, 0, n);
        for (std::size_t c = begin; c < end; ++c) {
            const auto nearest = block.nearest(c - begin, centres, norms);
            for (std::size_t r = 0; r < count; ++r)  // of centres beyond all numbers none is found
                near_[c * count + r] = r < nearest.size() ? nearest[r].row() : static_cast<std::int32_t>(c);
        }
    });
}

RowClusters clusterRows(FeatureMatrix x, std::uint64_t seed, const JobContext& job) {
    std::vector<Rows> parts;
    for (Rows& part : reassigned(x, dividedByLevels(x, seed, job), job))
        if (part.size() > kTile)
            std::ranges::move(cutEvenly(part), std::back_inserter(parts));
        else if (!part.empty())
            parts.push_back(std::move(part));
    RowClusters result;
    result.centres = meansOf(x, parts);
    result.start.push_back(0);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        result.order.insert(result.order.end(), parts[p].begin(), parts[p].end());
        result.of.insert(result.of.end(), parts[p].size(), static_cast<std::int32_t>(p));
        result.start.push_back(result.order.size());
    }
    result.rows.resize(x.rows(), x.cols());
    parallelChunks(result.order.size(), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) result.rows.row(static_cast<Eigen::Index>(i)) = x.row(result.order[i]);
    });
    return result;
}

}  // namespace facespace
