#include "core/figure/bins.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/figure/chart_frame.h"

namespace facespace::figure {
namespace {

constexpr int kCells = 96;

std::size_t cellOf(const AxisRange& axis, double value) {
    const double t = axis.part(value);
    return std::isfinite(t) ? static_cast<std::size_t>(std::clamp(static_cast<int>(t * kCells), 0, kCells - 1)) : 0;
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

Histogram histogramOf(std::span<const double> values, double low, double high, std::size_t bins, bool asRows) {
    Histogram histogram;
    const double width = high > low ? (high - low) / static_cast<double>(bins) : 1;
    for (std::size_t b = 0; b <= bins; ++b) histogram.edges.push_back(low + static_cast<double>(b) * width);
    histogram.counts.assign(bins, 0);
    std::vector<std::vector<int>> rows(bins);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) continue;
        const double at = std::clamp((values[i] - low) / width, 0.0, static_cast<double>(bins - 1));
        const auto bin = static_cast<std::size_t>(at);
        histogram.counts[bin] += 1;
        if (asRows) rows[bin].push_back(static_cast<int>(i));
    }
    if (asRows)
        for (const auto& ofBin : rows) histogram.rows.add(ofBin);
    return histogram;
}

std::vector<double> densityOf(const Chart& chart, const Scatter& points) {
    const Ranges ranges = rangesOf(chart);
    std::vector<double> grid(static_cast<std::size_t>(kCells) * kCells, 0);
    std::vector<std::size_t> cell(points.x.size());
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        cell[i] = cellOf(ranges.y, points.y[i]) * kCells + cellOf(ranges.x, points.x[i]);
        grid[cell[i]] += 1;
    }
    smooth(grid);
    // Ranks, so that one crowded spot does not leave the rest in one colour.
    std::vector<std::size_t> order(points.x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return grid[cell[i]]; });
    std::vector<double> density(points.x.size(), 0);
    for (std::size_t k = 0; k < order.size(); ++k)
        density[order[k]] = order.size() > 1 ? static_cast<double>(k) / static_cast<double>(order.size() - 1) : 1.0;
    return density;
}

Rgb densityColour(double density, bool dark) { return viridisAt(dark ? 0.18 + 0.82 * density : 0.86 - 0.86 * density); }

}  // namespace facespace::figure
