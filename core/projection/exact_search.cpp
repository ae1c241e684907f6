#include "core/projection/exact_search.h"

#include <fmt/format.h>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"
#include "core/projection/row_hash.h"
#include "core/projection/tile_product.h"

namespace facespace {
namespace {
constexpr std::size_t kRowChunk = 512;
constexpr int kSpare = 6;  // candidates beyond k, so that rounding in the expansion cannot cost a neighbour
/// Below this share of |x|²+|y|², a distance from the expansion has lost too many digits.
constexpr float kBlurred = 0.02F;
constexpr std::size_t kGroup = 8;  // blocks that are held against one other block

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

using Task = std::pair<std::uint32_t, std::uint32_t>;  // first block of a group, and the block it is held against

/// All tasks in parts of about equal size. Rows meet those next to them first, so that each part adds to every row; the
/// first part has, whatever its size, what is needed for every row to meet a group of others.
std::vector<std::vector<Task>> tasksInParts(std::size_t blocks, std::size_t parts) {
    std::vector<Task> all;
    for (std::size_t apart = 0; apart < blocks; ++apart)
        for (std::size_t i = 0; i + apart < blocks; i += kGroup)
            all.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + apart));
    const auto least =
        static_cast<std::size_t>(std::ranges::count_if(all, [](const Task& t) { return t.second - t.first <= kGroup; }));
    const auto bound = [&](std::size_t p) {
        return static_cast<std::ptrdiff_t>(p == 0 ? 0 : std::max(least, all.size() * p / parts));
    };
    std::vector<std::vector<Task>> result(parts);
    for (std::size_t p = 0; p < parts; ++p) {
        result[p].assign(all.begin() + bound(p), all.begin() + bound(p + 1));
        std::sort(result[p].begin(), result[p].end());  // one group after another: its rows stay in the cache
    }
    return result;
}

std::vector<std::int32_t> orderOf(const FeatureMatrix& x, SearchOrder order) {
    std::vector<std::int32_t> rows(static_cast<std::size_t>(x.rows()));
    std::iota(rows.begin(), rows.end(), 0);
    if (order == SearchOrder::kAsGiven) return rows;
    std::vector<std::uint64_t> hashes(rows.size());
    parallelChunks(rows.size(), kRowChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            hashes[i] = rowHash(x.data() + static_cast<Eigen::Index>(i) * x.cols(), x.cols(), 0);
    });
    std::ranges::stable_sort(rows, {}, [&](std::int32_t r) { return hashes[static_cast<std::size_t>(r)]; });
    return rows;
}
}  // namespace

struct ExactSearch::Impl {
    Impl(FeatureMatrix values, std::vector<std::int32_t> given, int neighbours, int parts)
        : rows(std::move(values)),
          order(std::move(given)),
          k(neighbours),
          lists(count(), std::min<std::size_t>(static_cast<std::size_t>(k) + kSpare, count() - 1)),
          search(rows, lists),
          tasks(tasksInParts(chunkCount(count(), kTile), static_cast<std::size_t>(std::max(1, parts)))) {
        for (const auto& some : tasks) total += static_cast<std::int64_t>(some.size());
    }
    std::size_t count() const { return static_cast<std::size_t>(rows.rows()); }
    NeighbourGraph graph(int nearest, bool exact);

    FeatureMatrix rows;               ///< As the metric sees them, in the order of the search.
    std::vector<std::int32_t> order;  ///< Row of the input at each place.
    int k;
    NearestLists lists;
    TileSearch search;
    std::vector<std::vector<Task>> tasks;
    int part = 0;
    std::int64_t total = 0;
    std::atomic<std::int64_t> done{0};
};

/// The nearest of the lists, sorted, in the numbers of the input. `exact`: what the expansion blurred is computed again,
/// directly.
NeighbourGraph ExactSearch::Impl::graph(int nearest, bool exact) {
    NeighbourGraph result;
    result.k = nearest;
    const auto width = static_cast<std::size_t>(nearest);
    result.index.resize(count() * width);
    result.squaredDistance.resize(count() * width);
    const std::vector<float>& norms = search.norms();
    parallelChunks(count(), 128, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<Candidate> sorted;
        for (std::size_t i = begin; i < end; ++i) {
            sorted.clear();
            for (const Candidate candidate : lists.take(i)) {
                const auto j = static_cast<std::size_t>(candidate.row());
                float distance = candidate.squaredDistance();
                if (exact && distance < kBlurred * (norms[i] + norms[j]))
                    distance = (rows.row(static_cast<Eigen::Index>(i)) - rows.row(candidate.row())).squaredNorm();
                sorted.emplace_back(distance, order[j]);
            }
            std::partial_sort(sorted.begin(), sorted.begin() + nearest, sorted.end());
            const std::size_t at = static_cast<std::size_t>(order[i]) * width;
            for (std::size_t c = 0; c < width; ++c) {
                result.index[at + c] = sorted[c].row();
                result.squaredDistance[at + c] = sorted[c].squaredDistance();
            }
        }
    });
    return result;
}

ExactSearch::ExactSearch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ExactSearch::ExactSearch(ExactSearch&&) noexcept = default;
ExactSearch& ExactSearch::operator=(ExactSearch&&) noexcept = default;
ExactSearch::~ExactSearch() = default;

Result<ExactSearch> ExactSearch::create(const FeatureMatrix& x, int k, Metric metric, SearchOrder order, int parts) {
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    if (k < 1 || k >= x.rows())
        return fail(ErrorCode::kInvalid,
                    say("{} neighbours of each of {} images cannot be found: ask for 1 to {}.", k, x.rows(), x.rows() - 1));
    std::vector<std::int32_t> rows = orderOf(x, order);
    FeatureMatrix values =
        order == SearchOrder::kAsGiven ? metricRows(x, metric) : FeatureMatrix(metricRows(x, metric)(rows, Eigen::all));
    return ExactSearch(std::make_unique<Impl>(std::move(values), std::move(rows), k, parts));
}

int ExactSearch::parts() const { return static_cast<int>(impl_->tasks.size()); }

tl::expected<void, Error> ExactSearch::runTo(int part, const JobContext& job) {
    for (; impl_->part < std::min(part, parts()); ++impl_->part) {
        const auto& tasks = impl_->tasks[static_cast<std::size_t>(impl_->part)];
        parallelChunks(tasks.size(), 1, [&](std::size_t t, std::size_t, std::size_t) {
            if (job.cancelled()) return;
            impl_->search.run(tasks[t].first, tasks[t].first + kGroup - 1, tasks[t].second);
            const std::int64_t count = ++impl_->done;
            if (count % 32 == 0) job.progress(say("neighbours"), count, impl_->total);
        });
        if (job.cancelled()) return cancelled();
    }
    return {};
}

NeighbourGraph ExactSearch::soFar(int k) { return impl_->graph(k, false); }
NeighbourGraph ExactSearch::finish() { return impl_->graph(impl_->k, true); }

}  // namespace facespace
