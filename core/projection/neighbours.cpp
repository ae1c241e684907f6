#include "core/projection/neighbours.h"

#include <fmt/format.h>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"
#include "core/projection/tile_product.h"

namespace facespace {
namespace {
constexpr std::size_t kRowChunk = 512;
constexpr int kSpare = 6;  // candidates beyond k, so that rounding in the expansion cannot cost a neighbour
/// Below this share of |x|²+|y|², a distance from the expansion has lost too many digits.
constexpr float kBlurred = 0.02F;

std::vector<float> squaredNorms(const FeatureMatrix& rows) {
    std::vector<float> norms(chunkCount(static_cast<std::size_t>(rows.rows()), kTile) * kTile, 0.0F);
    parallelChunks(static_cast<std::size_t>(rows.rows()), kRowChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) norms[i] = rows.row(static_cast<Eigen::Index>(i)).squaredNorm();
    });
    return norms;
}

/// One tile of distances offered to the lists of its rows and, off the diagonal, of its columns.
class TileSearch {
  public:
    TileSearch(const FeatureMatrix& rows, NearestLists& lists)
        : rows_(rows),
          norms_(squaredNorms(rows)),
          lists_(lists),
          n_(static_cast<std::size_t>(rows.rows())),
          locks_(chunkCount(n_, kTile)) {}

    /// Blocks firstI … lastI (at most blockJ) against block J, which is packed once for all of them.
    void run(std::size_t firstI, std::size_t lastI, std::size_t blockJ) {
        const auto depth = static_cast<std::size_t>(rows_.cols());
        const std::size_t j0 = blockJ * kTile;
        const std::size_t nj = std::min(kTile, n_ - j0);
        TileScratch scratch(depth);
        kernels().packTile(rows_.data() + j0 * depth, nj, depth, scratch.packed());
        float* tile = scratch.tile();
        for (std::size_t blockI = firstI; blockI <= std::min(lastI, blockJ); ++blockI) {
            const std::size_t i0 = blockI * kTile;
            const std::size_t ni = std::min(kTile, n_ - i0);
            kernels().dotPacked(rows_.data() + i0 * depth, ni, scratch.packed(), nj, depth, tile);
            kernels().toSquaredDistances(tile, ni, norms_.data() + i0, norms_.data() + j0);
            if (blockI == blockJ)
                for (std::size_t i = 0; i < ni; ++i) tile[i * kTile + i] = std::numeric_limits<float>::infinity();
            offerRows(tile, blockI, i0, ni, j0, nj);
            if (blockI != blockJ) offerColumns(tile, blockJ, i0, ni, j0, nj);
        }
    }

    const std::vector<float>& norms() const { return norms_; }

  private:
    void offerRows(const float* tile, std::size_t block, std::size_t i0, std::size_t ni, std::size_t j0, std::size_t nj) {
        std::int32_t hits[kTile + 16];
        const std::scoped_lock lock(locks_[block]);
        for (std::size_t i = 0; i < ni; ++i) {
            const float* row = tile + i * kTile;
            const int count = kernels().collectBelow(row, nj, lists_.limits()[i0 + i], hits);
            for (int h = 0; h < count; ++h) lists_.offer(i0 + i, row[hits[h]], static_cast<std::int32_t>(j0) + hits[h]);
        }
    }
    void offerColumns(const float* tile, std::size_t block, std::size_t i0, std::size_t ni, std::size_t j0, std::size_t nj) {
        std::int32_t hits[kTile + 16];
        const std::scoped_lock lock(locks_[block]);
        for (std::size_t i = 0; i < ni; ++i) {
            const float* row = tile + i * kTile;
            const int count = kernels().collectBelowEach(row, lists_.limits() + j0, nj, hits);
            for (int h = 0; h < count; ++h)
                lists_.offer(j0 + static_cast<std::size_t>(hits[h]), row[hits[h]], static_cast<std::int32_t>(i0 + i));
        }
    }

    const FeatureMatrix& rows_;
    std::vector<float> norms_;
    NearestLists& lists_;
    std::size_t n_;
    std::vector<std::mutex> locks_;
};

/// Computes again, directly, what the expansion blurred; sorts; keeps k.
void finish(const FeatureMatrix& rows, const std::vector<float>& norms, NearestLists& lists, NeighbourGraph& graph) {
    const auto k = static_cast<std::size_t>(graph.k);
    parallelChunks(static_cast<std::size_t>(rows.rows()), 128, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto list = lists.take(i);
            for (auto& candidate : list) {
                const auto j = static_cast<std::size_t>(candidate.row());
                if (candidate.squaredDistance() < kBlurred * (norms[i] + norms[j]))
                    candidate = Candidate((rows.row(static_cast<Eigen::Index>(i)) - rows.row(candidate.row())).squaredNorm(),
                                          candidate.row());
            }
            std::sort(list.begin(), list.end());
            for (std::size_t c = 0; c < k; ++c) {
                graph.index[i * k + c] = list[c].row();
                graph.squaredDistance[i * k + c] = list[c].squaredDistance();
            }
        }
    });
}
}  // namespace

MetricTransform::MetricTransform(const FeatureMatrix& x, Metric metric)
    : mean_(metric == Metric::kCosine ? Eigen::VectorXf(Eigen::VectorXf::Zero(x.cols())) : columnMean(x)),
      unit_(metric != Metric::kEuclidean) {}

FeatureMatrix MetricTransform::operator()(const FeatureMatrix& x) const {
    FeatureMatrix rows(x.rows(), x.cols());
    parallelChunks(static_cast<std::size_t>(x.rows()), kRowChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const auto i = static_cast<Eigen::Index>(r);
            rows.row(i) = x.row(i) - mean_.transpose();
            if (!unit_) continue;
            const double norm = rows.row(i).cast<double>().norm();
            if (norm > 0) rows.row(i) *= static_cast<float>(1.0 / norm);
        }
    });
    return rows;
}

FeatureMatrix metricRows(const FeatureMatrix& x, Metric metric) { return MetricTransform(x, metric)(x); }

Result<NeighbourGraph> exactNeighbours(const FeatureMatrix& x, int k, Metric metric, const JobContext& job) {
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    if (k < 1 || k >= x.rows())
        return fail(ErrorCode::kInvalid, fmt::format("{} neighbours of each of {} images cannot be found: ask for 1 to {}.",
                                                     k, x.rows(), x.rows() - 1));
    const FeatureMatrix rows = metricRows(x, metric);
    const auto n = static_cast<std::size_t>(rows.rows());
    NearestLists lists(n, std::min<std::size_t>(static_cast<std::size_t>(k) + kSpare, n - 1));
    TileSearch search(rows, lists);
    const std::size_t blocks = chunkCount(n, kTile);
    // Groups of blocks against one block, the widest rows of groups first.
    constexpr std::size_t kGroup = 8;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tasks;
    for (std::size_t i = 0; i < blocks; i += kGroup)
        for (std::size_t j = i; j < blocks; ++j)
            tasks.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
    std::atomic<std::int64_t> done{0};
    const auto total = static_cast<std::int64_t>(tasks.size());
    parallelChunks(tasks.size(), 1, [&](std::size_t t, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        search.run(tasks[t].first, tasks[t].first + kGroup - 1, tasks[t].second);
        const std::int64_t count = ++done;
        if (count % 32 == 0) job.progress("neighbours", count, total);
    });
    if (job.cancelled()) return cancelled();
    NeighbourGraph graph;
    graph.k = k;
    graph.index.resize(n * static_cast<std::size_t>(k));
    graph.squaredDistance.resize(n * static_cast<std::size_t>(k));
    finish(rows, search.norms(), lists, graph);
    return graph;
}

}  // namespace facespace
