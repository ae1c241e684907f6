#include "core/compute/grow_selection.h"

#include <algorithm>
#include <cmath>

#include "core/projection/neighbours.h"

namespace facespace {
namespace {

constexpr std::size_t kBatch = 512;

}  // namespace

Result<std::vector<int>> grownByNeighbours(const FeatureSet& features, const std::vector<int>& rows,
                                           const GrowOptions& options, const JobContext& job) {
    std::vector<int> present, asked;
    for (std::size_t row = 0; row < features.distance.size(); ++row)
        if (!std::isnan(features.distance[row])) present.push_back(static_cast<int>(row));
    for (const int row : rows)
        if (!std::isnan(features.distance[static_cast<std::size_t>(row)])) asked.push_back(row);
    if (present.size() < 2) return fail(ErrorCode::kInvalid, say("There are no features yet, so no image has neighbours."));
    const FeatureMatrix all = features.features(present, Eigen::all);
    // A row is its own nearest.
    const int k = static_cast<int>(
        std::min<std::size_t>(static_cast<std::size_t>(std::clamp(options.k, 1, 1000)) + 1, present.size()));
    std::vector<std::uint8_t> chosen(features.distance.size(), 0);
    for (const int row : rows) chosen[static_cast<std::size_t>(row)] = 1;
    for (std::size_t begin = 0; begin < asked.size(); begin += kBatch) {
        if (job.cancelled()) return cancelled();
        job.progress(say("neighbours"), static_cast<std::int64_t>(begin), static_cast<std::int64_t>(asked.size()));
        const std::vector<int> batch(asked.begin() + static_cast<std::ptrdiff_t>(begin),
                                     asked.begin() + static_cast<std::ptrdiff_t>(std::min(begin + kBatch, asked.size())));
        const auto graph = neighboursOf(FeatureMatrix(features.features(batch, Eigen::all)), all, k, options.metric, job);
        if (!graph) return forward(graph);
        for (const std::int32_t index : graph->index)
            chosen[static_cast<std::size_t>(present[static_cast<std::size_t>(index)])] = 1;
    }
    std::vector<int> grown;
    for (std::size_t row = 0; row < chosen.size(); ++row)
        if (chosen[row] != 0) grown.push_back(static_cast<int>(row));
    return grown;
}

}  // namespace facespace
