#include "core/projection/byte_pairs.h"

#include <algorithm>
#include <atomic>
#include "core/common/parallel.h"
#include "core/projection/cluster_search.h"
#include "core/projection/quantised_search.h"

namespace facespace {

bool searchPairsByBytes(const RowClusters& clusters, NeighbourGraph& graph, const JobContext& job) {
    constexpr std::size_t kAtOnce = 8;  // blocks that are held against one other block
    const auto k = static_cast<std::size_t>(graph.k);
    const std::size_t n = clusters.order.size(), blocks = chunkCount(n, kTile);
    const QuantisedRows rows(clusters.rows, QuantisedRows::Kind::kEstimate);
    NearestLists lists(n, std::min(keptForBytes(k), n - 1));
    QuantisedTiles tiles(rows, n, lists);
    // Rows meet those next to them, which are near them, first: later ones are seldom kept.
    std::vector<std::pair<std::size_t, std::size_t>> tasks;
    for (std::size_t apart = 0; apart < blocks; ++apart)
        for (std::size_t i = 0; i + apart < blocks; i += kAtOnce) tasks.emplace_back(i, i + apart);
    std::atomic<std::int64_t> done{0};
    parallelChunks(tasks.size(), 1, [&](std::size_t t, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        tiles.run(tasks[t].first, tasks[t].first + kAtOnce - 1, tasks[t].second);
        if (const std::int64_t count = ++done; count % 32 == 0)
            job.progress(say("neighbours"), count, static_cast<std::int64_t>(tasks.size()));
    });
    std::atomic<bool> all{true};
    parallelChunks(n, 128, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        std::vector<Candidate> nearest;
        for (std::size_t place = begin; place < end; ++place) {
            nearestOfKept(clusters, place, lists.take(place), k, nearest);
            store(nearest, static_cast<std::size_t>(clusters.order[place]), graph);
            if (nearest.size() < k) all = false;
        }
    });
    return all;
}

}  // namespace facespace
