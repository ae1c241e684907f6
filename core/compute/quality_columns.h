#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/compute/analysis_input.h"
#include "core/project/snapshot.h"

/// The distances and image-quality measures of a project that are related to each other.
namespace facespace {

enum class DistanceKind {
    kOrigin,    ///< ‖x‖.
    kMean,      ///< ‖x − mean‖ over the images in scope.
    kCentroid,  ///< Cosine to the identity's centroid; larger is nearer to it.
};
struct DistanceTerms {
    const char* key;  ///< "origin", "mean", "centroid".
    Phrase title;     ///< "Distance from the origin, ‖x‖".
};
const DistanceTerms& termFor(DistanceKind kind);
/// N; NaN for images without feature or out of scope.
std::vector<double> distancesOf(const AnalysisInput& input, DistanceKind kind);

/// A number per image that may say something of its quality.
struct QualityMeasureColumn {
    std::string key;
    Text title;
    std::string unit;
    int better = 0;                        ///< 1: more is better, -1: less is better, 0: not known.
    std::vector<double> values;            ///< N, NaN where there is none.
    std::optional<double> poorLimit{};     ///< From where on it is poor (QualityColumn).
    std::vector<std::string> sameThing{};  ///< Keys of others that measure the same: not held fixed against it.
};
/// In this order: what was measured in the pixels (measure_into.h; a 0–100 component only where the raw measure has no
/// direction); abs_yaw from labels or landmarks, abs_pitch from labels;
/// inter_eye_by_cos_yaw, the distance of the eyes without what turning the head takes off it, of images turned and tilted by
/// 60° at most; every
/// metadata column of numbers that are not all the same, but truths of the person (age, skin tone). The direction of a
/// metadata column is known from the usual names only (detector scores, blur, noise, occlusion).
std::vector<QualityMeasureColumn> qualityColumns(const Snapshot& snapshot);

}  // namespace facespace
