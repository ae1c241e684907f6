#pragma once
#include "core/figure/chart_frame.h"

namespace facespace::figure {

/// Room that ticks, names and titles of axes take around a plot, points.
struct Margins {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// The titles of both axes as lines that fit into a panel.
struct AxisTitles {
    std::vector<std::string> x, y;
};
/// @param panel  About what the panel will have: a title may be as long as its side.
AxisTitles axisTitles(const Chart& chart, const Rect& panel, const Style& style);
/// @param size  About what the plot will have; decides how many ticks there are.
Margins axisMargins(const Chart& chart, const AxisTitles& titles, const Ranges& ranges, const Rect& size,
                    const Style& style);
/// @param panel  Where titles longer than the plot's side stay inside.
void paintAxes(Drawing& drawing, const Chart& chart, const AxisTitles& titles, const Frame& frame, const Rect& panel,
               const Style& style);

}  // namespace facespace::figure
