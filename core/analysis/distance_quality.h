#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/edc.h"
#include "core/analysis/near_origin.h"
#include "core/analysis/statistics.h"
#include "core/common/job.h"
#include "core/common/result.h"

/// Experiment 3: is an image near the origin a poor one? The direction is measured, never assumed.
namespace facespace {

struct DistanceQualityOptions {
    StatisticsOptions statistics;
    int bins = 10;  ///< Of the distance, for the medians.
    /// Names of measures that are held fixed in the partial correlations (pose, size, blur); neither a measure itself nor
    /// what measures the same thing is held fixed against it.
    std::vector<std::string> heldFixed;
    std::vector<double> nearShares{0.01, 0.05, 0.1};  ///< Shares of the units nearest to the origin, against the rest.
};

/// How one measure goes with the distance.
struct DistanceRelation {
    std::string measure;
    std::optional<RankCorrelation> rank;        ///< Of distance and measure.
    std::optional<PartialCorrelation> partial;  ///< The same with the others held fixed; none if nothing is.
    std::optional<Trend> trend;                 ///< What the measure does as the distance grows.
    std::vector<NearOrigin> nearest;            ///< One per share of the options.
    std::vector<MedianBin> medians;             ///< Of the measure over distance.
    std::vector<Text> missing;                  ///< What could not be computed, and what to import: one sentence each.
};

/// Relates every measure to the distance; a measure that cannot be related says so and the others still run.
/// @param distance  N; from the origin, from the mean, or cosine to the centroid; NaN without feature
/// Errors: kInvalid (all distances are equal, as of networks whose features have unit length), kCancelled.
Result<std::vector<DistanceRelation>> relateToDistance(const std::vector<double>& distance,
                                                       const std::vector<QualityColumn>& measures, const Units& units,
                                                       const DistanceQualityOptions& options, const JobContext& job);

}  // namespace facespace
