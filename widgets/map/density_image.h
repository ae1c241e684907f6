#pragma once
#include <QColor>
#include <QImage>
#include <QSizeF>
#include <vector>

#include "widgets/map/screen_index.h"

namespace facespace {

/// How densely the points lie, as a picture to be stretched over the view: a Gaussian of about `spread` pixels around each
/// point, summed; the square root of the density is the opacity of `colour`, so that sparse parts show too.
QImage densityImage(const std::vector<ScreenPoint>& points, QSizeF area, double spread, const QColor& colour);

}  // namespace facespace
