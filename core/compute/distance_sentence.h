#pragma once
#include "core/common/text.h"
#include "core/project/snapshot.h"

namespace facespace {

/// Whether the distance from the origin goes with the images' quality in this project, from its own figures: Spearman's ρ of
/// the distance with each measure whose better direction is known (quality_columns.h), turned so that above 0 better images
/// are farther out. One sentence where it does not follow (no |ρ| reaches 0.2), goes the other way, or does so in part;
/// empty where it follows, where all features have one length, and where fewer than 30 images have both.
Text distanceSentence(const Snapshot& snapshot, const FeatureSet& features);

}  // namespace facespace
