#pragma once
#include <optional>
#include <vector>

#include "core/figure/legend.h"

namespace facespace::figure {

/// What the legend of a chart says: its layers with labels, then the entries of its own.
/// @param rules  also the lines across the plot, which in print have their words beside them
std::vector<LegendSample> legendSamples(const Chart& chart, const Style& style, bool rules = false);
/// The colour bar of a chart: its own, or that of a heat map.
std::optional<ColourScale> legendBar(const Chart& chart);

}  // namespace facespace::figure
