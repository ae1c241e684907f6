#pragma once
#include "core/figure/chart_frame.h"

namespace facespace::figure {

/// Room that ticks, names and titles of axes take around a plot, points.
struct Margins {
    double left = 0, top = 0, right = 0, bottom = 0;
};
/// @param size  About what the plot will have; decides how many ticks there are.
Margins axisMargins(const Chart& chart, const Ranges& ranges, const Rect& size, const Style& style);
void paintAxes(Drawing& drawing, const Chart& chart, const Frame& frame, const Style& style);

}  // namespace facespace::figure
