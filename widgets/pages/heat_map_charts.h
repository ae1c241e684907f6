#pragma once
#include <vtkChartXY.h>
#include <vtkContextActor.h>
#include <vtkImageData.h>
#include <vtkLookupTable.h>
#include <vtkNew.h>
#include <vtkPlotHistogram2D.h>

#include "widgets/pages/heat_map.h"

namespace facespace {

/// Pixels that the name of a row may take; longer ones are shortened in their middle.
inline constexpr int kLongestRowName = 144;

/// Where the axis of a margin ends: at its largest share, and at the whole where all are 0.
double endOfMargin(const std::vector<double>& shares);
/// What a tick of a margin says.
QString shareText(double share);

/// The three charts of a heat map in one scene.
struct HeatMap::Charts {
    Charts();
    void setArea(const QRectF& area, double width, double height, double ratio);
    void setColours(const HeatMapData& data, const QPalette& palette);
    /// The values at most at the screen's resolution (device pixels), row 0 on top.
    void setValues(const HeatMapData& data, const QSize& pixels);
    void setMarginals(const HeatMapData& data, const QPalette& palette, double ratio);
    void style(const HeatMapData& data, const QPalette& palette, const QFont& font, double ratio, bool namesFit);

    vtkNew<vtkContextActor> actor;
    vtkNew<vtkChartXY> cells, above, beside;
    vtkNew<vtkImageData> image;
    vtkNew<vtkLookupTable> colours;
    vtkPlotHistogram2D* map = nullptr;
};

}  // namespace facespace
