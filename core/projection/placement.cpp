#include "core/projection/placement.h"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"

namespace facespace {
namespace {
/// Of nearest images, from their squared distances. The smallest share keeps the weight of an equal image finite.
std::vector<double> weightsOf(const float* squaredDistance, std::size_t k) {
    const double farthest = std::max(static_cast<double>(squaredDistance[k - 1]), 1e-30);
    std::vector<double> weights(k);
    for (std::size_t c = 0; c < k; ++c) weights[c] = 1 / (static_cast<double>(squaredDistance[c]) / farthest + 1e-9);
    return weights;
}

}  // namespace

Result<Embedding> placeOnMap(const FeatureMatrix& x, const Embedding& map, const FeatureMatrix& added,
                             const PlacementOptions& options, const JobContext& job) {
    if (map.rows() != x.rows())
        return fail(ErrorCode::kInvalid, say("A map of {} points does not belong to {} features.", map.rows(), x.rows()));
    if (const auto ok = checkFiniteRows(map); !ok) return tl::make_unexpected(ok.error());
    if (options.neighbours < 1) return fail(ErrorCode::kInvalid, say("A new image is placed by at least one neighbour."));
    const int k = static_cast<int>(std::min<Eigen::Index>(options.neighbours, x.rows()));
    const auto graph = neighboursOf(added, x, k, options.metric, job);
    if (!graph) return forward(graph);
    Embedding placed(added.rows(), map.cols());
    parallelChunks(static_cast<std::size_t>(added.rows()), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<double> values(static_cast<std::size_t>(k));
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t first = i * values.size();
            const auto weights =
                options.weighted ? weightsOf(&graph->squaredDistance[first], values.size()) : std::vector<double>();
            for (Eigen::Index a = 0; a < map.cols(); ++a) {
                for (std::size_t c = 0; c < values.size(); ++c)
                    values[c] = static_cast<double>(map(graph->index[first + c], a));
                placed(static_cast<Eigen::Index>(i), a) =
                    static_cast<float>(options.weighted ? weightedMedian(values, weights) : median(values));
            }
        }
    });
    return placed;
}

}  // namespace facespace
