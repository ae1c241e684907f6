#include "widgets/pages/plot.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace facespace {
namespace {

constexpr int kCells = 96;

int cellOf(const PlotAxis& axis, double value) {
    const double t = (value - axis.low) / (axis.high - axis.low);
    return std::isfinite(t) ? std::clamp(static_cast<int>(t * kCells), 0, kCells - 1) : 0;
}

/// Binomial smoothing along rows, then columns; edges repeat.
void smooth(std::vector<double>& grid) {
    constexpr double kWeights[] = {1.0 / 16, 4.0 / 16, 6.0 / 16, 4.0 / 16, 1.0 / 16};
    const auto at = [](int a, int b, bool alongRows) {
        return static_cast<std::size_t>(alongRows ? a * kCells + b : b * kCells + a);
    };
    for (const bool alongRows : {true, false}) {
        const std::vector<double> from = grid;
        for (int a = 0; a < kCells; ++a) {
            for (int b = 0; b < kCells; ++b) {
                double sum = 0;
                for (int k = -2; k <= 2; ++k)
                    sum += kWeights[k + 2] * from[at(a, std::clamp(b + k, 0, kCells - 1), alongRows)];
                grid[at(a, b, alongRows)] = sum;
            }
        }
    }
}

}  // namespace

std::pair<double, double> paddedRange(const std::vector<double>& values, double share) {
    double low = INFINITY, high = -INFINITY;
    for (const double v : values) {
        if (!std::isfinite(v)) continue;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    if (low > high) return {0, 1};
    if (low == high) return {low - 0.5, high + 0.5};
    const double pad = (high - low) * share;
    return {low - pad, high + pad};
}

std::vector<double> pointDensity(const Plot& plot, const PlotSeries& points) {
    std::vector<double> grid(static_cast<std::size_t>(kCells * kCells), 0);
    std::vector<std::size_t> cell(points.x.size());
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        cell[i] = static_cast<std::size_t>(cellOf(plot.y, points.y[i]) * kCells + cellOf(plot.x, points.x[i]));
        grid[cell[i]] += 1;
    }
    smooth(grid);
    // Ranks, so that one crowded spot does not leave the rest in one colour.
    std::vector<std::size_t> order(points.x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return grid[cell[a]] < grid[cell[b]]; });
    std::vector<double> density(points.x.size(), 0);
    for (std::size_t k = 0; k < order.size(); ++k)
        density[order[k]] = order.size() > 1 ? static_cast<double>(k) / static_cast<double>(order.size() - 1) : 1.0;
    return density;
}

}  // namespace facespace
