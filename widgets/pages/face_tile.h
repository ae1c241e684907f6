#pragma once
#include <QImage>
#include <QRect>

class QPainter;
class QPalette;

namespace facespace {

/// Draws a face filling a square, cut at the middle; a grey tile while it is read, with a question mark if it cannot be.
void drawFaceTile(QPainter* painter, const QRect& place, const QImage& image, bool failed, const QPalette& palette);

}  // namespace facespace
