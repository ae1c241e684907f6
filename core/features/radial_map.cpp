#include "core/features/radial_map.h"

#include <cmath>
#include <limits>

namespace facespace {

Embedding radialMap(const Embedding& map, const std::vector<float>& distance) {
    const Eigen::Index rows = map.rows();
    Embedding radial = Embedding::Constant(rows, 2, std::numeric_limits<float>::quiet_NaN());
    if (map.cols() < 2) return radial;
    double x = 0, y = 0;
    Eigen::Index count = 0;
    for (Eigen::Index row = 0; row < rows; ++row) {
        if (!std::isfinite(map(row, 0)) || !std::isfinite(map(row, 1))) continue;
        x += static_cast<double>(map(row, 0));
        y += static_cast<double>(map(row, 1));
        ++count;
    }
    if (count == 0) return radial;
    x /= static_cast<double>(count);
    y /= static_cast<double>(count);
    for (Eigen::Index row = 0; row < rows && static_cast<std::size_t>(row) < distance.size(); ++row) {
        const auto radius = static_cast<double>(distance[static_cast<std::size_t>(row)]);
        if (!std::isfinite(radius) || !std::isfinite(map(row, 0)) || !std::isfinite(map(row, 1))) continue;
        const double angle = std::atan2(static_cast<double>(map(row, 1)) - y, static_cast<double>(map(row, 0)) - x);
        radial(row, 0) = static_cast<float>(radius * std::cos(angle));
        radial(row, 1) = static_cast<float>(radius * std::sin(angle));
    }
    return radial;
}

}  // namespace facespace
