#pragma once
#include <string>
#include <vector>

#include "core/analysis/distance_quality.h"
#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/quality_columns.h"

/// Experiment 3 on a project: the space, the origin and image quality.
namespace facespace {

struct QualityAnalysisOptions {
    DistanceKind distance = DistanceKind::kOrigin;
    /// `heldFixed` names keys of qualityColumns(); those that the project lacks are left out.
    DistanceQualityOptions relation{{}, 10, {"abs_yaw", "abs_pitch", "measured_face_size", "measured_blur"}};
    std::vector<std::string> measures;                           ///< Keys; empty: all of qualityColumns().
    std::vector<double> percentiles{0, 5, 25, 50, 75, 95, 100};  ///< Of the mosaics, from the origin outwards.
    int perPercentile = 8;                                       ///< Images of each.
};

struct QualityReport {
    std::string network;
    DistanceKind kind = DistanceKind::kOrigin;
    std::vector<double> distance;      ///< N, in import order; NaN without feature or out of scope.
    std::vector<std::int32_t> unitOf;  ///< N, number of the unit of observation from 0.
    bool unitLength = false;           ///< All distances are the same: nothing can be related to them.
    std::vector<QualityMeasureColumn> measures;
    std::vector<DistanceRelation>
        relations;  ///< One per measure, `measure` is its key; rows in import order. Empty if unitLength.
    std::vector<double> percentiles;
    std::vector<std::vector<std::int64_t>> mosaics;  ///< Rows at each percentile.
    std::vector<Text> missing;                       ///< What could not be looked at, and what to do: one sentence each.
};

/// Errors: kNotFound (network, a measure that there is not), kInvalid (scope, no features in it), kCancelled.
Result<QualityReport> computeQuality(const Snapshot& snapshot, const AnalysisScope& scope,
                                     const QualityAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
