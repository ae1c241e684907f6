#include "core/features/radial_map.h"

#include <cmath>

#include "core/common/numbers.h"

namespace facespace {

std::optional<Eigen::Vector2d> radialCentre(const Embedding& map) {
    if (map.cols() < 2) return std::nullopt;
    Eigen::Vector2d sum = Eigen::Vector2d::Zero();
    Eigen::Index count = 0;
    for (Eigen::Index row = 0; row < map.rows(); ++row) {
        if (!std::isfinite(map(row, 0)) || !std::isfinite(map(row, 1))) continue;
        sum += map.row(row).head<2>().transpose().cast<double>();
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

Eigen::Vector2d radialPlace(const Eigen::Vector2d& centre, const Eigen::Vector2d& place, double distance) {
    const double angle = std::atan2(place.y() - centre.y(), place.x() - centre.x());
    return {distance * std::cos(angle), distance * std::sin(angle)};
}

Embedding radialMap(const Embedding& map, const std::vector<float>& distance) {
    const Eigen::Index rows = map.rows();
    Embedding radial = Embedding::Constant(rows, 2, kNoValueFloat);
    const auto centre = radialCentre(map);
    if (!centre) return radial;
    for (Eigen::Index row = 0; row < rows && static_cast<std::size_t>(row) < distance.size(); ++row) {
        const auto radius = static_cast<double>(distance[static_cast<std::size_t>(row)]);
        if (!std::isfinite(radius) || !std::isfinite(map(row, 0)) || !std::isfinite(map(row, 1))) continue;
        const Eigen::Vector2d place = map.row(row).head<2>().transpose().cast<double>();
        radial.row(row) = radialPlace(*centre, place, radius).transpose().cast<float>();
    }
    return radial;
}

}  // namespace facespace
