#pragma once
#include <QFont>
#include <QImage>
#include <QRectF>

#include "core/figure/chart.h"

namespace facespace {

/// Whether layers draw themselves what axes would say, as a tree does.
bool drawsItsOwnAxes(const figure::Chart& chart);

/// What such layers draw, clear where they draw nothing. Null: there is no such layer, or no room for it.
/// @param size  Of the whole view, in pixels. @param plot  Where in it the chart has its layers. @param ratio  Of the
/// screen.
QImage ownDrawing(const figure::Chart& chart, const QSize& size, const QRectF& plot, figure::Style style, const QFont& font,
                  double ratio);

}  // namespace facespace
