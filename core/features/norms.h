#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/features/feature_matrix.h"

/// Three different measures of how far a feature is from something. All accumulate in double, give NaN for NaN rows, and
/// are the same for any number of threads.
namespace facespace {

/// ‖x‖ per row: the Euclidean distance from the origin of the raw feature space.
std::vector<float> distancesFromOrigin(const FeatureMatrix& features);

/// The mean of all rows that have a feature; zero if none has.
Eigen::RowVectorXd meanFeature(const FeatureMatrix& features);

/// ‖x − m‖ per row, where m is meanFeature().
std::vector<float> distancesFromMean(const FeatureMatrix& features);

/// cos(x, c) per row, where c is the mean of the unit-length features of the row's identity, itself included.
/// @param identity  One code ≥ 0 per row; a negative code is "no identity".
/// @return In [−1, 1]; NaN also for zero vectors, rows without identity, and identities with one feature only (there it
///         would be 1 whatever the feature).
std::vector<float> cosinesToIdentityCentroid(const FeatureMatrix& features, std::span<const std::int32_t> identity);

}  // namespace facespace
