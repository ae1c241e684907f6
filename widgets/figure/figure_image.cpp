#include "widgets/figure/figure_image.h"

#include <cmath>
#include <cstring>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace facespace {

Result<QImage> imageOf(const figure::Drawing& drawing, double dpi, figure::Ground ground) {
    const auto raster = figure::rasterise(drawing, dpi, ground);
    if (!raster) return forward(raster);
    const bool clear = ground == figure::Ground::kClear;
    QImage image(raster->width, raster->height, clear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) return fail(ErrorCode::kResource, "There is no memory for the picture of this figure.");
    const auto rowBytes = static_cast<std::size_t>(raster->width) * 4;
    for (int y = 0; y < raster->height; ++y) {
        std::memcpy(image.scanLine(y),
                    raster->pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster->width), rowBytes);
    }
    const int perMetre = static_cast<int>(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    return image;
}

void copyToClipboard(const figure::Drawing& drawing, double dpi) {
    auto* content = new QMimeData;
    if (const auto image = imageOf(drawing, dpi)) content->setImageData(*image);
    figure::DrawOptions options;
    options.dpi = dpi;
    if (const auto svg = figure::encode(drawing, figure::Format::kSvg, options))
        content->setData(QStringLiteral("image/svg+xml"), QByteArray::fromStdString(*svg));
    QApplication::clipboard()->setMimeData(content);
}

}  // namespace facespace
