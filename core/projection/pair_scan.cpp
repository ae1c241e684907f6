#include "core/projection/pair_scan.h"

#include <tbb/enumerable_thread_specific.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"

namespace facespace {

RankCounter::RankCounter(const NeighbourGraph& asked, std::vector<float> distance, const std::vector<float>& slack)
    : k_(static_cast<std::size_t>(asked.k)),
      slots_(k_ < kHasThreshold ? asked.rows() * kSteps : 0),
      start_(asked.rows(), 0.0F),
      perStep_(asked.rows(), 0.0F),
      padded_(std::bit_ceil(k_ + 1)),
      sorted_(asked.rows() * padded_, std::numeric_limits<float>::infinity()),
      position_(asked.rows() * k_),
      nearer_(sorted_.size(), 0),
      limits_(asked.rows() + 256, 0.0F) {
    parallelChunks(asked.rows(), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::int32_t> order(k_);
        std::vector<float> values(k_);
        for (std::size_t i = begin; i < end; ++i) {
            float* row = distance.data() + i * k_;
            for (std::size_t c = 0; c < k_; ++c)
                row[c] -= slack[i] + slack[static_cast<std::size_t>(asked.index[i * k_ + c])];
            std::iota(order.begin(), order.end(), 0);
            std::stable_sort(order.begin(), order.end(), [row](std::int32_t a, std::int32_t b) { return row[a] < row[b]; });
            for (std::size_t c = 0; c < k_; ++c) {
                values[c] = row[order[c]];
                position_[i * k_ + static_cast<std::size_t>(order[c])] = static_cast<std::int32_t>(c);
            }
            std::copy(values.begin(), values.end(), sorted_.data() + i * padded_);
            limits_[i] = values.back();
            if (!slots_.empty()) fillSlots(i);
        }
    });
}

void RankCounter::fillSlots(std::size_t row) {
    const float* threshold = sorted_.data() + row * padded_;
    start_[row] = threshold[k_ / 2];
    const float range = limits_[row] - start_[row];
    if (range > 0) perStep_[row] = static_cast<float>(kSteps) / range;
    std::size_t below = 0;  // thresholds in the steps before
    for (std::size_t step = 0; step < kSteps; ++step) {
        const std::size_t first = below;
        while (below < k_ && stepOf(row, threshold[below]) == step) ++below;
        slots_[row * kSteps + step] = static_cast<std::uint8_t>(first | (below == first ? 0U : kHasThreshold));
    }
}

std::vector<std::int32_t> RankCounter::ranks() const {
    std::vector<std::int32_t> result(position_.size());
    std::vector<std::int32_t> total(k_);
    for (std::size_t i = 0; i * k_ < result.size(); ++i) {
        std::int32_t sum = 1;
        for (std::size_t c = 0; c < k_; ++c) total[c] = sum += static_cast<std::int32_t>(nearer_[i * padded_ + c]);
        for (std::size_t c = 0; c < k_; ++c) result[i * k_ + c] = total[static_cast<std::size_t>(position_[i * k_ + c])];
    }
    return result;
}

namespace {
constexpr std::size_t kBins = 512;  // so that a joint histogram stays in the cache of a core

/// Counts of pairs by both distances, from which Spearman's ρ follows with mean ranks for ties.
using JointHistogram = std::vector<std::uint32_t>;

std::vector<double> meanRanks(const std::vector<double>& counts) {
    std::vector<double> ranks(counts.size());
    double before = 0;
    for (std::size_t b = 0; b < counts.size(); ++b) {
        ranks[b] = before + (counts[b] + 1.0) / 2.0;
        before += counts[b];
    }
    return ranks;
}

double spearmanOf(const std::vector<std::uint64_t>& joint) {
    std::vector<double> a(kBins, 0.0);
    std::vector<double> b(kBins, 0.0);
    double total = 0;
    for (std::size_t i = 0; i < kBins; ++i)
        for (std::size_t j = 0; j < kBins; ++j) {
            const auto count = static_cast<double>(joint[i * kBins + j]);
            a[i] += count;
            b[j] += count;
            total += count;
        }
    const auto ra = meanRanks(a);
    const auto rb = meanRanks(b);
    const double mean = (total + 1.0) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        aa += a[i] * (ra[i] - mean) * (ra[i] - mean);
        bb += b[i] * (rb[i] - mean) * (rb[i] - mean);
        for (std::size_t j = 0; j < kBins; ++j)
            ab += static_cast<double>(joint[i * kBins + j]) * (ra[i] - mean) * (rb[j] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

std::vector<float> norms(const FeatureMatrix& rows) {
    std::vector<float> result(chunkCount(static_cast<std::size_t>(rows.rows()), kTile) * kTile, 0.0F);
    parallelChunks(static_cast<std::size_t>(rows.rows()), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) result[i] = rows.row(static_cast<Eigen::Index>(i)).squaredNorm();
    });
    return result;
}

std::vector<float> askedDistances(const FeatureMatrix& rows, const NeighbourGraph& asked) {
    std::vector<float> result(asked.index.size());
    const auto k = static_cast<std::size_t>(asked.k);
    parallelChunks(asked.rows(), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t c = i * k; c < (i + 1) * k; ++c)
                result[c] = (rows.row(static_cast<Eigen::Index>(i)) - rows.row(asked.index[c])).squaredNorm();
    });
    return result;
}

/// Bins of squared distances: equal steps of the distance, `scale` = bins / longest.
using Bins = Eigen::Array<std::int32_t, Eigen::Dynamic, 1, 0, static_cast<int>(kTile), 1>;
void binsOf(const float* squared, std::size_t count, float scale, Bins& bins) {
    const Eigen::Map<const Eigen::ArrayXf> values(squared, static_cast<Eigen::Index>(count));
    bins = (values.sqrt() * scale).cast<std::int32_t>().min(static_cast<std::int32_t>(kBins - 1));
}

/// A tile in place, in blocks that stay in the fastest cache.
void transpose(float* tile) {
    constexpr std::size_t kBlock = 16;
    for (std::size_t i0 = 0; i0 < kTile; i0 += kBlock)
        for (std::size_t j0 = i0; j0 < kTile; j0 += kBlock)
            for (std::size_t i = i0; i < i0 + kBlock; ++i)
                for (std::size_t j = j0 == i0 ? i + 1 : j0; j < j0 + kBlock; ++j)
                    std::swap(tile[i * kTile + j], tile[j * kTile + i]);
}
}  // namespace

Result<PairScan> scanPairs(const FeatureMatrix& rows, const PlanarPoints& points, const NeighbourGraph& onMap,
                           const JobContext& job) {
    const std::size_t n = points.size();
    const auto depth = static_cast<std::size_t>(rows.cols());
    const std::vector<float> norm = norms(rows);
    std::vector<float> slack(n);
    for (std::size_t i = 0; i < n; ++i) slack[i] = 3e-6F * norm[i];
    RankCounter counter(onMap, askedDistances(rows, onMap), slack);
    const float longest = 2.0F * std::sqrt(*std::max_element(norm.begin(), norm.end()));
    AlignedVector<float> fromFirst(n);
    points.distances(0, 0, n, fromFirst.data());
    const float widest = 2.0F * std::sqrt(*std::max_element(fromFirst.begin(), fromFirst.end()));
    const float dataScale = longest > 0 ? static_cast<float>(kBins) / longest : 0.0F;
    const float mapScale = widest > 0 ? static_cast<float>(kBins) / widest : 0.0F;

    const std::size_t blocks = chunkCount(n, kTile);
    std::vector<std::mutex> locks(blocks);
    tbb::enumerable_thread_specific<JointHistogram> histograms([] { return JointHistogram(kBins * kBins, 0); });
    std::atomic<std::int64_t> done{0};
    const auto scanTile = [&](std::size_t bi, std::size_t bj) {
        const std::size_t i0 = bi * kTile;
        const std::size_t j0 = bj * kTile;
        const std::size_t ni = std::min(kTile, n - i0);
        const std::size_t nj = std::min(kTile, n - j0);
        TileScratch scratch(depth);
        float* tile = scratch.tile();
        kernels().dotTile(rows.data() + i0 * depth, ni, rows.data() + j0 * depth, nj, depth, scratch.packed(), tile);
        kernels().toSquaredDistances(tile, ni, norm.data() + i0, norm.data() + j0);
        JointHistogram& histogram = histograms.local();
        std::array<float, kTile> mapDistance{};
        std::array<std::int32_t, kTile + 16> hits{};
        Bins inData, atMap;
        for (std::size_t i = 0; i < ni; ++i) {
            const std::size_t from = bi == bj ? i + 1 : 0;
            points.distances(i0 + i, j0, j0 + nj, mapDistance.data());
            binsOf(tile + i * kTile, nj, dataScale, inData);
            binsOf(mapDistance.data(), nj, mapScale, atMap);
            inData = inData * static_cast<std::int32_t>(kBins) + atMap;
            for (std::size_t j = from; j < nj; ++j)
                ++histogram[static_cast<std::size_t>(inData[static_cast<Eigen::Index>(j)])];
        }
        const auto seeRows = [&](std::size_t block, std::size_t count, std::size_t columns) {
            const std::scoped_lock lock(locks[block]);
            for (std::size_t r = 0; r < count; ++r) {
                const std::size_t row = block * kTile + r;
                float* distances = tile + r * kTile;
                if (bi == bj) distances[r] = std::numeric_limits<float>::infinity();  // not its own neighbour
                const int below = kernels().collectBelow(distances, columns, counter.limits()[row], hits.data());
                for (int h = 0; h < below; ++h) counter.see(row, distances[hits[static_cast<std::size_t>(h)]]);
            }
        };
        seeRows(bi, ni, nj);
        if (bi == bj) return;
        // A row's tables stay in the fastest cache while it is fed, in the other direction too.
        transpose(tile);
        seeRows(bj, nj, ni);
    };
    parallelChunks(blocks * blocks, 1, [&](std::size_t t, std::size_t, std::size_t) {
        // Along diagonals, as in exactNeighbours; the half below is the same pairs again.
        const std::size_t offset = t / blocks;
        const std::size_t i = t % blocks;
        if (i + offset >= blocks || job.cancelled()) return;
        scanTile(i, i + offset);
        if (const std::int64_t count = ++done; count % 256 == 0)
            job.progress(say("map quality"), count, static_cast<std::int64_t>(blocks * (blocks + 1) / 2));
    });
    if (job.cancelled()) return cancelled();
    std::vector<std::uint64_t> joint(kBins * kBins, 0);
    for (const auto& histogram : histograms)
        for (std::size_t b = 0; b < joint.size(); ++b) joint[b] += histogram[b];
    return PairScan{counter.ranks(), spearmanOf(joint)};
}

}  // namespace facespace
