#pragma once
#include <string>
#include <vector>

#include "core/project/snapshot.h"

namespace facespace {

/// How the distances from the origin of one network's features are spread.
struct DistanceSummary {
    std::vector<float> sorted;  ///< Of the images that have a feature.
    double minimum = 0, maximum = 0, median = 0;
    /// All features have length 1, so that the distance tells nothing.
    bool unitLength = false;

    bool empty() const { return sorted.empty(); }
};

/// @param features may be null: an empty summary.
DistanceSummary summariseDistances(const FeatureSet* features);

}  // namespace facespace
