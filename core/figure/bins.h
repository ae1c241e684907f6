#pragma once
#include <span>
#include <vector>

#include "core/figure/chart.h"

namespace facespace::figure {

/// How many values lie in each of `bins` bins of equal width over [low, high]; what lies outside is in the first or last,
/// what is not finite in none.
/// @param asRows  value i is image i of the set: the images behind each bar
Histogram histogramOf(std::span<const double> values, double low, double high, std::size_t bins, bool asRows = false);

/// How crowded each point of a chart is, 0 … 1: counts on a grid over the axes' ranges, smoothed, in ranks.
std::vector<double> densityOf(const Chart& chart, const Scatter& points);
/// The colour of a density: the end of the colour map that would vanish in the ground is left out.
Rgb densityColour(double density, bool dark);

}  // namespace facespace::figure
