#pragma once
#include <QPalette>

#include "widgets/pages/plot.h"

class vtkChartXY;

namespace facespace {

/// How a chart's items are drawn now.
struct PlotStyle {
    QPalette palette;
    double ratio = 1;  ///< Device pixels per pixel.
};

/// Adds a series or mark of a plot to VTK's chart.
void addSeries(vtkChartXY* chart, const Plot& plot, const PlotSeries& series, const PlotStyle& style);
void addMark(vtkChartXY* chart, const Plot& plot, const PlotMark& mark, const PlotStyle& style);

}  // namespace facespace
