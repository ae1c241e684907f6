#pragma once
#include <cstdint>
#include <vector>

#include "core/features/feature_matrix.h"

/// A bound that no cosine exceeds, cheaper than the cosine: that of the parts in the main directions of the features, plus
/// the product of the lengths of what is left (Cauchy-Schwarz).
namespace facespace {

/// Features of unit length, without rows that have no direction, and which rows they are.
struct UnitRows {
    FeatureMatrix unit;  ///< M × D.
    std::vector<std::int64_t> row;
};
UnitRows unitRows(const FeatureMatrix& x);

/// Directions in which the unit features are long, D × count: of their second moments, as cosines are from the origin; of a
/// sample of 4,096 rows, by a randomised range finder (Halko et al. 2011, algorithm 4.4), which costs little for wide
/// features, too. Precondition: count < D, and there are rows.
FeatureMatrix mainDirections(const FeatureMatrix& unit, Eigen::Index count);

/// M × (count + 1): the parts along the directions, and the length of what is left, never thought shorter than it is. The
/// product of two such rows is no less than the cosine, but for `kCosineRounding`.
FeatureMatrix boundParts(const FeatureMatrix& unit, const FeatureMatrix& directions);

inline constexpr float kCosineRounding = 1e-4F;  ///< Of cosines in float32.

}  // namespace facespace
