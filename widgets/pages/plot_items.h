#pragma once
#include "core/figure/chart_frame.h"

class vtkChartXY;

namespace facespace {

/// How a chart is drawn now.
struct PlotFrame {
    const figure::Chart& chart;
    figure::Ranges ranges;
    figure::Style style;
    double ratio = 1;  ///< Device pixels per pixel.
};

/// Adds the layers of a chart to VTK's chart. Layers that paint themselves are for print only.
void addLayers(vtkChartXY* to, const PlotFrame& frame);

}  // namespace facespace
