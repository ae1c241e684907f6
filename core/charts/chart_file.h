#pragma once
#include <string>

#include "core/figure/chart.h"
#include "core/figure/write.h"

namespace facespace::report {

/// A figure as wide as the page.
inline figure::Figure newFigure(int columns, double heightMm) {
    figure::Figure figure;
    figure.widthMm = figure::kTwoColumnsMm;
    figure.heightMm = heightMm;
    figure.columns = columns;
    figure.style.fontPt = 8;
    return figure;
}

/// As SVG text; what is an image inside it (heat maps) at a resolution for print. An empty text where it cannot be drawn.
inline std::string svg(const figure::Figure& figure) {
    if (figure.charts.empty()) return {};
    figure::DrawOptions options;
    options.dpi = 200;
    return figure::encode(figure::layOut(figure), figure::Format::kSvg, options).value_or(std::string());
}

}  // namespace facespace::report
