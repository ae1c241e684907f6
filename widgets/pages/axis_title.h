#pragma once
#include <QFont>

#include "core/figure/chart.h"

class vtkAxis;

namespace facespace {

/// A title as it fits along its axis: whole, else a little smaller, else its short form, else that in two lines, else cut.
struct FittedTitle {
    QString text;
    double scale = 1;
    bool cut = false;
    bool operator==(const FittedTitle&) const = default;
};

/// @param room  along the axis, in pixels
FittedTitle fittedTitle(const figure::Axis& axis, int room, const QFont& font);
/// `after`: what is written behind the title.
void setAxisTitle(vtkAxis* axis, const FittedTitle& title, const char* after);

}  // namespace facespace
