#include "core/projection/placement.h"

#include <fmt/format.h>
#include <algorithm>
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"

namespace facespace {
namespace {
float median(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return 0.5F * (*middle + *std::max_element(values.begin(), middle));
}
}  // namespace

Result<Embedding> placeOnMap(const FeatureMatrix& x, const Embedding& map, const FeatureMatrix& added,
                             const PlacementOptions& options, const JobContext& job) {
    if (map.rows() != x.rows())
        return fail(ErrorCode::kInvalid,
                    fmt::format("A map of {} points does not belong to {} features.", map.rows(), x.rows()));
    if (const auto ok = checkFiniteRows(map); !ok) return tl::make_unexpected(ok.error());
    if (options.neighbours < 1) return fail(ErrorCode::kInvalid, "A new image is placed by at least one neighbour.");
    const int k = static_cast<int>(std::min<Eigen::Index>(options.neighbours, x.rows()));
    const auto graph = neighboursOf(added, x, k, options.metric, job);
    if (!graph) return forward(graph);
    Embedding placed(added.rows(), map.cols());
    parallelChunks(static_cast<std::size_t>(added.rows()), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<float> values(static_cast<std::size_t>(k));
        for (std::size_t i = begin; i < end; ++i)
            for (Eigen::Index a = 0; a < map.cols(); ++a) {
                for (std::size_t c = 0; c < values.size(); ++c) values[c] = map(graph->index[i * values.size() + c], a);
                placed(static_cast<Eigen::Index>(i), a) = median(values);
            }
    });
    return placed;
}

}  // namespace facespace
