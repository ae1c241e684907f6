#pragma once
#include <optional>
#include <vector>

#include "core/figure/legend.h"

namespace facespace::figure {

/// What the legend of a chart says: its layers with labels, then the entries of its own.
std::vector<LegendSample> legendSamples(const Chart& chart);
/// The colour bar of a chart: its own, or that of a heat map.
std::optional<ColourScale> legendBar(const Chart& chart);

}  // namespace facespace::figure
