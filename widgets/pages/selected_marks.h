#pragma once
#include <functional>

#include "core/figure/chart.h"

namespace facespace {

/// A chart with what is selected of its bars before them: of every histogram whose bars stand for images. The new layer is
/// always there, so that the legend keeps its height; its marks cannot be pointed at. (Points are ringed by PlotView.)
figure::Chart withSelected(figure::Chart chart, const std::function<bool(int row)>& selected);

}  // namespace facespace
