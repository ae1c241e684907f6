#include "widgets/pages/own_drawing.h"

#include <algorithm>
#include <QFontInfo>

#include "widgets/figure/figure_image.h"

namespace facespace {
namespace {

constexpr double kPointsPerInch = 72;  // a point of the drawing is a pixel of the view

}  // namespace

bool drawsItsOwnAxes(const figure::Chart& chart) {
    return !chart.x.visible && !chart.y.visible && std::ranges::any_of(chart.layers, [](const figure::Layer& layer) {
        return std::holds_alternative<figure::Custom>(layer);
    });
}

QImage ownDrawing(const figure::Chart& chart, const QSize& size, const QRectF& plot, figure::Style style, const QFont& font,
                  double ratio) {
    if (!drawsItsOwnAxes(chart) || plot.isEmpty()) return {};
    figure::Drawing drawing;
    drawing.width = size.width();
    drawing.height = size.height();
    drawing.fontFamily = style.fontFamily = QFontInfo(font).family().toStdString();
    style.fontPt = QFontInfo(font).pixelSize() - 1;  // as the words of other axes
    for (const figure::Layer& layer : chart.layers)
        if (const auto* custom = std::get_if<figure::Custom>(&layer))
            custom->paint(drawing, {plot.x(), plot.y(), plot.width(), plot.height()}, style);
    auto image = imageOf(drawing, kPointsPerInch * ratio, figure::Ground::kClear);
    if (!image) return {};
    image->setDevicePixelRatio(ratio);
    return std::move(*image);
}

}  // namespace facespace
