#pragma once
#include <vector>

#include "core/figure/chart.h"

namespace facespace::figure {

/// An axis with its ends settled.
struct AxisRange {
    Scale scale = Scale::kLinear;
    double low = 0, high = 1;  ///< On the scale.
    bool reversed = false;
    double rawLow = 0, rawHigh = 1;   ///< As values.
    double part(double value) const;  ///< 0 at the low end, 1 at the high one.
    double span() const { return high - low; }
};

/// The plot of a chart on the page.
struct Frame {
    Rect plot;
    AxisRange x, y;
    Point at(double xValue, double yValue) const;
};

struct Ranges {
    AxisRange x, y;
};
Ranges rangesOf(const Chart& chart);
std::vector<Tick> ticksOf(const Axis& axis, const AxisRange& range, double length, double fontPt, bool horizontal);

/// A colour on the style's ground; the text's if it is none.
Rgb resolved(const Colour& colour, const Style& style);
/// The colours of a chart's layers, in order: their own or the next class colour.
std::vector<Rgb> layerColours(const Chart& chart, const Style& style);
void paintLayers(Drawing& drawing, const Chart& chart, const Frame& frame, const Style& style);
/// Where the marks of the layers are, spread so densely that an area hidden is a number of points hidden.
std::vector<Point> occupied(const Chart& chart, const Frame& frame);

}  // namespace facespace::figure
