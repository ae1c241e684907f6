#pragma once
#include <QColor>
#include <QPalette>

#include "widgets/pages/plot.h"

class QFont;
class vtkAxis;
class vtkRenderer;

namespace facespace {

/// The colour of a tone on the palette's background.
QColor toneColour(PlotTone tone, const QPalette& palette);
/// Fonts, lines and colours of a chart's axis as the window has them. `ratio` is device pixels per pixel.
void styleAxis(vtkAxis* axis, const QPalette& palette, const QFont& font, double ratio);
void styleBackground(vtkRenderer* renderer, const QPalette& palette);
/// Ticks for an axis: powers of ten (with 2 and 5 if few) for a logarithmic one, whose plotted values are log10; else
/// steps of 1, 2 or 5 times a power of ten.
/// @param most  labels that find room
void setTicks(vtkAxis* axis, const PlotAxis& spec, const QFont& font, int most);
/// The plotted value: log10 of what is at least the axis' low end, or the value itself.
double plotted(const PlotAxis& axis, double value);
/// The value of a plotted one.
double unplotted(const PlotAxis& axis, double position);

}  // namespace facespace
