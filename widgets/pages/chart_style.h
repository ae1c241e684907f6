#pragma once
#include <QColor>
#include <QPalette>

#include "core/figure/chart_frame.h"

class QFont;
class vtkAxis;
class vtkRenderer;

namespace facespace {

/// Pixels above and at the right of a plot, where no axis is drawn.
inline constexpr int kPlotBorder = 20;

/// How charts look on the palette's ground.
figure::Style chartStyle(const QPalette& palette);
QColor toneColour(figure::Tone tone, const QPalette& palette);
/// Fonts, lines and colours of a chart's axis as the window has them. `ratio` is device pixels per pixel.
void styleAxis(vtkAxis* axis, const QPalette& palette, const QFont& font, double ratio);
void styleBackground(vtkRenderer* renderer, const QPalette& palette);
/// The ticks that the axis has in print at this length in pixels.
void setTicks(vtkAxis* axis, const figure::Axis& spec, const figure::AxisRange& range, const QFont& font, double length);
/// Where VTK, whose axes are linear and run upwards, draws a value; NaN if it has no place on the axis.
double plotted(const figure::AxisRange& range, double value);
/// The value that is drawn at a place.
double unplotted(const figure::AxisRange& range, double place);

}  // namespace facespace
