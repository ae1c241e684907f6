// Figures as files: PNG with resolution and text, SVG, PDF.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "widgets/figure/map_figure.h"

namespace facespace {
namespace {

constexpr double kInchMm = 25.4;
constexpr int kLargestSide = 32'000;
constexpr std::int64_t kMostPixels = 400'000'000;

Result<void> checkSize(const MapFigureSpec& spec) {
    const int width = spec.pixels.width(), height = spec.pixels.height();
    if (width < 16 || height < 16 || width > kLargestSide || height > kLargestSide) {
        return fail(ErrorCode::kInvalid,
                    fmt::format("A figure of {} × {} pixels cannot be made: each side must have 16 to {}.", width, height,
                                kLargestSide));
    }
    if (static_cast<std::int64_t>(width) * height > kMostPixels) {
        return fail(ErrorCode::kInvalid,
                    fmt::format("A figure of {} × {} pixels is too large: choose a lower resolution.", width, height));
    }
    if (!(spec.dpi >= 10 && spec.dpi <= 4800)) {
        return fail(ErrorCode::kInvalid,
                    fmt::format("{:g} dpi is no resolution for a figure: choose 10 to 4800.", spec.dpi));
    }
    return {};
}

QString descriptionOf(const MapFigureData& data) {
    QStringList lines;
    for (const auto& [key, value] : data.provenance) lines << key + QStringLiteral(": ") + value;
    return lines.join(QLatin1Char('\n'));
}

Result<QByteArray> pngOf(const MapFigureData& data, const MapFigureSpec& spec) {
    const auto image = renderMapFigure(data, spec);
    if (!image) return forward(image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, "PNG")) return fail(ErrorCode::kResource, "The figure could not be compressed as PNG.");
    return bytes;
}

QByteArray svgOf(const MapFigureData& data, const MapFigureSpec& spec) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(spec.pixels);
    generator.setViewBox(QRect({0, 0}, spec.pixels));
    generator.setResolution(static_cast<int>(std::lround(spec.dpi)));
    generator.setTitle(data.title);
    generator.setDescription(descriptionOf(data));
    QPainter painter(&generator);
    paintMapFigure(painter, data, spec);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const MapFigureData& data, const MapFigureSpec& spec) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("FaceSpace"));
    writer.setTitle(data.title);
    const QSizeF millimetres = QSizeF(spec.pixels) * (kInchMm / spec.dpi);
    writer.setPageSize(QPageSize(millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(static_cast<int>(std::lround(spec.dpi)));
    QString metadata = descriptionOf(data).toHtmlEscaped();
    writer.setDocumentXmpMetadata(
        QStringLiteral("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                       "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>%1"
                       "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>")
            .arg(metadata)
            .toUtf8());
    QPainter painter(&writer);
    paintMapFigure(painter, data, spec);
    painter.end();
    return bytes;
}

}  // namespace

Result<QImage> renderMapFigure(const MapFigureData& data, const MapFigureSpec& spec) {
    if (const auto size = checkSize(spec); !size) return forward(size);
    QImage image(spec.pixels, QImage::Format_RGB32);
    if (image.isNull()) {
        return fail(ErrorCode::kResource, fmt::format("There is no memory for a figure of {} × {} pixels.",
                                                      spec.pixels.width(), spec.pixels.height()));
    }
    const int perMetre = static_cast<int>(std::lround(spec.dpi / kInchMm * 1000));
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    if (!data.title.isEmpty()) image.setText(QStringLiteral("Title"), data.title);
    for (const auto& [key, value] : data.provenance) image.setText(key, value);
    QPainter painter(&image);
    paintMapFigure(painter, data, spec);
    painter.end();
    return image;
}

Result<void> saveMapFigure(const MapFigureData& data, const MapFigureSpec& spec, const std::filesystem::path& file) {
    if (const auto size = checkSize(spec); !size) return size;
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    QByteArray bytes;
    if (ending == ".png") {
        auto png = pngOf(data, spec);
        if (!png) return forward(png);
        bytes = std::move(*png);
    } else if (ending == ".svg") {
        bytes = svgOf(data, spec);
    } else if (ending == ".pdf") {
        bytes = pdfOf(data, spec);
    } else {
        return fail(ErrorCode::kInvalid,
                    fmt::format("The figure “{}” needs a name that ends in .png, .svg or .pdf.", file.filename().string()));
    }
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return fail(ErrorCode::kIo, fmt::format("The figure “{}” could not be written: {}.", file.string(),
                                                out.errorString().toStdString()));
    }
    return {};
}

}  // namespace facespace
