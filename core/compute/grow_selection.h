#pragma once
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/metric.h"
#include "core/project/snapshot.h"

namespace facespace {

struct GrowOptions {
    int k = 10;  ///< Neighbours of each image, 1 … 1,000.
    Metric metric = Metric::kCosine;
};
/// The rows and the k nearest neighbours of each of them in the feature space, ascending. Rows without a feature stay and
/// bring no neighbours. Errors: kInvalid (no features), kCancelled.
Result<std::vector<int>> grownByNeighbours(const FeatureSet& features, const std::vector<int>& rows,
                                           const GrowOptions& options, const JobContext& job);

}  // namespace facespace
