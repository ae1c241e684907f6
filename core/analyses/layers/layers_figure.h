#pragma once
#include "core/compute/layers_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// "AUC", "R²", "balanced accuracy".
facespace::Text probeFigureText(ProbeFigure figure);
/// "identity", or the attribute's name.
facespace::Text curveText(const LayerCurve& curve);
/// What is read from each layer: identity and classes, and numbers.
figure::Figure layersFigure(const LayersReport& report);

}  // namespace facespace::report
