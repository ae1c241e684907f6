#include <fmt/format.h>
#include "core/common/parallel.h"
#include "core/projection/block_search.h"
#include "core/projection/finite_rows.h"
#include "core/projection/neighbours.h"

namespace facespace {

Result<NeighbourGraph> neighboursOf(const FeatureMatrix& queries, const FeatureMatrix& x, int k, Metric metric,
                                    const JobContext& job) {
    for (const FeatureMatrix* m : {&queries, &x})
        if (const auto ok = checkFiniteRows(*m); !ok) return tl::make_unexpected(ok.error());
    if (queries.cols() != x.cols())
        return fail(ErrorCode::kInvalid,
                    say("Features of {} and of {} values a row come from different networks.", queries.cols(), x.cols()));
    if (k < 1 || k > x.rows())
        return fail(ErrorCode::kInvalid, say("{} neighbours cannot be found among {} images.", k, x.rows()));
    const MetricTransform transform(x, metric);
    const FeatureMatrix rows = transform(x);
    const FeatureMatrix asked = transform(queries);
    const std::vector<float> norms = paddedNorms(rows);
    const std::vector<float> askedNorms = paddedNorms(asked);
    const auto n = static_cast<std::size_t>(asked.rows());
    const auto depth = static_cast<std::size_t>(rows.cols());
    const auto kept = static_cast<std::size_t>(k);
    NeighbourGraph graph;
    graph.k = k;
    graph.index.resize(n * kept);
    graph.squaredDistance.resize(n * kept);
    parallelChunks(n, kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        BlockSearch block(asked.data() + begin * depth, askedNorms.data() + begin, end - begin, depth,
                          std::min(kept + 6, static_cast<std::size_t>(x.rows())));
        block.search(rows, norms, 0, static_cast<std::size_t>(rows.rows()));
        for (std::size_t i = begin; i < end; ++i) {
            const auto list = block.nearest(i - begin, rows, norms);
            for (std::size_t c = 0; c < kept; ++c) {
                graph.index[i * kept + c] = list[c].row();
                graph.squaredDistance[i * kept + c] = list[c].squaredDistance();
            }
        }
    });
    if (job.cancelled()) return cancelled();
    return graph;
}

}  // namespace facespace
