#pragma once
#include <Eigen/Core>

namespace facespace {

/// N × D float32, one row per image in import order, as the network returned it (never normalised).
/// A row of NaN means "no feature for this image".
using FeatureMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// N × 2 or N × 3 float32 map coordinates, one row per image in import order; NaN where the image has no feature.
using Embedding = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace facespace
