#include "core/projection/exact_search.h"

#include <fmt/format.h>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include <optional>
#include <span>
#include "core/common/parallel.h"
#include "core/projection/block_search.h"
#include "core/projection/finite_rows.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"
#include "core/projection/quantised_search.h"
#include "core/projection/row_hash.h"
#include "core/projection/tile_product.h"
#include "core/projection/tile_search.h"

namespace facespace {
namespace {
constexpr std::size_t kRowChunk = 512;
constexpr std::size_t kSpare = 6;  // candidates beyond k, so that rounding in the expansion cannot cost a neighbour
/// Below this share of |x|²+|y|², a distance from the expansion has lost too many digits.
constexpr float kBlurred = 0.02F;
constexpr std::size_t kGroup = 8;  // blocks that are held against one other block

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
          k(static_cast<std::size_t>(neighbours)),
          quantised(quantise()),
          lists(count(), std::min(quantised ? quantisedKeep(k) : k + kSpare, count() - 1)),
          tasks(tasksInParts(chunkCount(count(), kTile), static_cast<std::size_t>(std::max(1, parts)))) {
        for (const auto& some : tasks) total += static_cast<std::int64_t>(some.size());
        if (quantised) {
            search = std::make_unique<QuantisedTiles>(*quantised, count(), lists);
        } else {
            norms = paddedNorms(rows);
            search = std::make_unique<FloatTiles>(rows, norms, lists);
        }
    }
    std::size_t count() const { return static_cast<std::size_t>(rows.rows()); }
    std::optional<QuantisedRows> quantise() const {
        if (!quantisingMayPay(rows)) return std::nullopt;
        std::optional<QuantisedRows> bytes(rows);
        if (!quantisingPays(rows, *bytes, k)) bytes.reset();
        return bytes;
    }
    NeighbourGraph graph(std::size_t nearest, bool exact);
    std::span<Candidate> nearestOfRow(std::size_t i, bool& certain);
    void firstOfBytes(std::size_t i, std::size_t nearest, std::vector<Candidate>& list) const;
    void searchAgain(const std::vector<std::size_t>& uncertain, NeighbourGraph& graph);
    void store(std::size_t i, std::span<Candidate> nearest, NeighbourGraph& graph) const;

    FeatureMatrix rows;               ///< As the metric sees them, in the order of the search.
    std::vector<std::int32_t> order;  ///< Row of the input at each place.
    std::size_t k;
    std::optional<QuantisedRows> quantised;
    std::vector<float> norms;  ///< Of rows that are not quantised.
    NearestLists lists;
    std::unique_ptr<TileSearch> search;
    std::vector<std::vector<Task>> tasks;
    int part = 0;
    std::int64_t total = 0;
    std::atomic<std::int64_t> done{0};
};

/// The candidates of a row with the distances of the rows themselves.
std::span<Candidate> ExactSearch::Impl::nearestOfRow(std::size_t i, bool& certain) {
    auto list = lists.take(i);
    if (quantised) {
        const bool all = list.size() == count() - 1;
        certain = nearestOf(rows, i, k, lists.limits()[i], list) || all;
        return list;
    }
    const auto depth = static_cast<std::size_t>(rows.cols());
    for (Candidate& c : list) {
        const auto j = static_cast<std::size_t>(c.row());
        if (c.squaredDistance() < kBlurred * (norms[i] + norms[j]))
            c = Candidate(kernels().squaredDistance(rows.data() + i * depth, rows.data() + j * depth, depth), c.row());
    }
    return list;
}

/// Those that are nearest by eight bits, with the distances of the rows themselves: bounds are no distances.
void ExactSearch::Impl::firstOfBytes(std::size_t i, std::size_t nearest, std::vector<Candidate>& list) const {
    const auto depth = static_cast<std::size_t>(rows.cols());
    std::nth_element(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(nearest) - 1, list.end());
    list.resize(nearest);
    for (Candidate& c : list) {
        const auto j = static_cast<std::size_t>(c.row());
        c = Candidate(kernels().squaredDistance(rows.data() + i * depth, rows.data() + j * depth, depth), c.row());
    }
}

/// The first of the candidates, in the numbers of the input. Where products beyond all numbers leave too few, any others are
/// as far away as can be.
void ExactSearch::Impl::store(std::size_t i, std::span<Candidate> nearest, NeighbourGraph& graph) const {
    const auto width = static_cast<std::size_t>(graph.k);
    const auto own = static_cast<std::size_t>(order[i]);
    const std::size_t found = std::min(width, nearest.size());
    for (Candidate& c : nearest) c = Candidate(c.squaredDistance(), order[static_cast<std::size_t>(c.row())]);
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(found), nearest.end());
    for (std::size_t c = 0; c < width; ++c) {
        graph.index[own * width + c] = c < found ? nearest[c].row() : static_cast<std::int32_t>(c < own ? c : c + 1);
        graph.squaredDistance[own * width + c] =
            c < found ? nearest[c].squaredDistance() : std::numeric_limits<float>::max();
    }
}

/// `exact`: distances of the rows themselves, and what eight bits cannot tell is searched for again.
NeighbourGraph ExactSearch::Impl::graph(std::size_t nearest, bool exact) {
    NeighbourGraph result;
    result.k = static_cast<int>(nearest);
    result.index.resize(count() * nearest);
    result.squaredDistance.resize(count() * nearest);
    std::vector<std::uint8_t> uncertain(count(), 0);
    parallelChunks(count(), 128, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<Candidate> copy;
        for (std::size_t i = begin; i < end; ++i) {
            bool certain = true;
            const auto list = exact ? nearestOfRow(i, certain) : lists.take(i);
            copy.assign(list.begin(), list.end());  // the list goes on in the order of the search
            if (!exact && quantised) firstOfBytes(i, nearest, copy);
            if (certain)
                store(i, copy, result);
            else
                uncertain[i] = 1;
        }
    });
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < uncertain.size(); ++i)
        if (uncertain[i] != 0) again.push_back(i);
    if (!again.empty()) searchAgain(again, result);
    return result;
}

void ExactSearch::Impl::searchAgain(const std::vector<std::size_t>& uncertain, NeighbourGraph& graph) {
    norms = paddedNorms(rows);
    const auto depth = static_cast<std::size_t>(rows.cols());
    const FeatureMatrix queries = rows(uncertain, Eigen::all);
    const std::vector<float> queryNorms = paddedNorms(queries);
    parallelChunks(uncertain.size(), kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        BlockSearch block(queries.data() + begin * depth, queryNorms.data() + begin, end - begin, depth,
                          std::min(k + kSpare + 1, count()));
        block.search(rows, norms, 0, count());
        for (std::size_t u = begin; u < end; ++u) {
            std::vector<Candidate> others;
            for (const Candidate& c : block.nearest(u - begin, rows, norms))
                if (static_cast<std::size_t>(c.row()) != uncertain[u]) others.push_back(c);
            store(uncertain[u], others, graph);
        }
    });
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
            impl_->search->run(tasks[t].first, tasks[t].first + kGroup - 1, tasks[t].second);
            const std::int64_t count = ++impl_->done;
            if (count % 32 == 0) job.progress(say("neighbours"), count, impl_->total);
        });
        if (job.cancelled()) return cancelled();
    }
    return {};
}

NeighbourGraph ExactSearch::soFar(int k) { return impl_->graph(static_cast<std::size_t>(k), false); }
NeighbourGraph ExactSearch::finish() { return impl_->graph(impl_->k, true); }

}  // namespace facespace
