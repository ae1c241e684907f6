#pragma once
#include "core/common/text.h"
#include "core/project/snapshot.h"

namespace facespace {

struct DistanceFound {
    Text sentence;
    bool follows = false;  ///< In every measure that tells anything.
};

/// Whether the distance from the origin goes with the images' quality in this project, from its own figures: Spearman's ρ of
/// the distance with each measure whose better direction is known (quality_columns.h), turned so that above 0 better images
/// are farther out. One sentence: it follows where some ρ reaches 0.2 and none −0.2, goes the other way where only −0.2 is
/// reached, follows in part where both are, and does not follow where neither is. Empty where all features have one length,
/// and where fewer than 30 images have both.
DistanceFound distanceFound(const Snapshot& snapshot, const FeatureSet& features);

}  // namespace facespace
