#include "core/view/map_points.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace facespace {
namespace {

/// Scatters row numbers (the finaliser of splitmix64), the same in every run.
std::uint64_t scattered(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

bool drawable(const Embedding& coordinates, Eigen::Index row) {
    bool finite = true;
    for (Eigen::Index d = 0; d < coordinates.cols(); ++d) finite &= std::isfinite(coordinates(row, d));
    return finite;
}

}  // namespace

std::vector<int> mapPaintOrder(const Embedding& coordinates, const std::vector<std::uint8_t>& rgb, Rgb grey,
                               const MapCamera& camera) {
    struct Entry {
        float major;
        std::uint64_t minor;
        int row;
    };
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(coordinates.rows()));
    const bool is3d = coordinates.cols() > 2;
    // The row of the view's rotation that measures towards the eye.
    const Eigen::Vector3f towards = camera.rotation.toRotationMatrix().row(2).cast<float>();
    for (Eigen::Index row = 0; row < coordinates.rows(); ++row) {
        if (!drawable(coordinates, row)) continue;
        const auto at = static_cast<std::size_t>(row) * 3;
        float major = 0;
        if (is3d) {
            major =
                towards.x() * coordinates(row, 0) + towards.y() * coordinates(row, 1) + towards.z() * coordinates(row, 2);
        } else if (at + 2 < rgb.size()) {
            major = Rgb{rgb[at], rgb[at + 1], rgb[at + 2]} == grey ? 0.0F : 1.0F;
        }
        entries.push_back({major, scattered(static_cast<std::uint64_t>(row) + 1), static_cast<int>(row)});
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.major != b.major ? a.major < b.major : a.minor < b.minor; });
    std::vector<int> order(entries.size());
    std::transform(entries.begin(), entries.end(), order.begin(), [](const Entry& e) { return e.row; });
    return order;
}

double mapPointRadius(std::size_t count, double area, double zoom) {
    const double base = std::clamp(0.30 * std::sqrt(area / static_cast<double>(std::max<std::size_t>(count, 1))), 1.5, 5.5);
    return std::clamp(base * std::pow(std::max(zoom, 0.5), 0.4), 1.2, 13.0);
}

}  // namespace facespace
