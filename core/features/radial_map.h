#pragma once
#include <optional>
#include <vector>

#include "core/features/feature_matrix.h"

namespace facespace {

/// A map whose radius is the distance from the origin of the feature space: the angle is that of the 2-D map around its
/// mean, the radius is ‖x‖, in the features' own units around (0, 0). A t-SNE map may be shifted and its radius means
/// nothing; here it is a measurement, and the angle alone is the map's.
/// @param map       N × 2 or more (the first two columns count).
/// @param distance  N; rows where it or the map is missing are NaN.
Embedding radialMap(const Embedding& map, const std::vector<float>& distance);

/// What the angles of a radial map are measured around: the mean of the rows that have a place; none if no row has one.
std::optional<Eigen::Vector2d> radialCentre(const Embedding& map);
/// Where a place of the 2-D map lies on its radial map.
Eigen::Vector2d radialPlace(const Eigen::Vector2d& centre, const Eigen::Vector2d& place, double distance);

}  // namespace facespace
