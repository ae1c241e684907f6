#pragma once
#include <vector>

#include "core/features/feature_matrix.h"

namespace facespace {

/// A power of two by which finite features are multiplied before distances are computed in float32, so that their squares
/// neither overflow nor vanish; 1, which changes nothing, for all features whose largest value lies between 1e-12 and 1e12.
float workableScale(const FeatureMatrix& features);

/// Rows more than a million times as long as the median row: beside them float32 cannot tell the others apart.
std::vector<Eigen::Index> rowsThatDrownOthers(const FeatureMatrix& features);

}  // namespace facespace
