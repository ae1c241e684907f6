#pragma once
#include <QImage>

#include "core/figure/write.h"

namespace facespace {

/// A figure's drawing as Qt can show and copy it. Errors as figure::rasterise().
Result<QImage> imageOf(const figure::Drawing& drawing, double dpi, figure::Ground ground = figure::Ground::kPainted);
/// On the clipboard as an image and as SVG, for word processors and drawing programs. GUI thread only.
void copyToClipboard(const figure::Drawing& drawing, double dpi);

}  // namespace facespace
