#pragma once
#include <string>

#include "core/figure/drawing.h"
#include "core/figure/write.h"

namespace facespace::figure {

/// SVG 1.1 with text as <text>. Cairo's own SVG turns letters into outlines, so this is written here.
std::string svgOf(const Drawing& drawing, const DrawOptions& options);

}  // namespace facespace::figure
