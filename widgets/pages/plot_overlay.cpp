#include "widgets/pages/plot_overlay.h"

#include <cmath>
#include <QPainter>

#include "widgets/pages/chart_style.h"

namespace facespace {
namespace {

constexpr std::size_t kMany = 2000;  // rings are smaller from here on, and stamped at whole pixels
constexpr double kFew = 6, kSmall = 4, kRim = 2.4;

/// A ring in a picture of its own.
QPixmap ringStamp(double diameter, const QColor& colour, double ratio) {
    const int side = static_cast<int>(std::ceil(diameter)) + 2;
    QPixmap stamp(QSize(side, side) * ratio);
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.drawEllipse(QPointF(side / 2.0, side / 2.0), diameter / 2, diameter / 2);
    return stamp;
}

}  // namespace

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

void PlotOverlay::setRings(std::vector<QPointF> rings, const QRectF& within) {
    if (rings.empty() && rings_.empty()) return;
    rings_ = std::move(rings);
    within_ = within;
    update();
}

void PlotOverlay::setPicture(QImage picture) {
    if (picture.isNull() && picture_.isNull()) return;
    picture_ = std::move(picture);
    update();
}

void PlotOverlay::setBrushed(const QRectF& area) {
    if (area == brushed_) return;
    brushed_ = area;
    update();
}

void PlotOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!picture_.isNull()) painter.drawImage(QPointF(0, 0), picture_);
    if (!rings_.empty()) paintRings(painter);
    if (brushed_.isEmpty()) return;
    QColor fill = palette().color(QPalette::Link);
    painter.setPen(fill);
    fill.setAlphaF(0.14F);
    painter.setBrush(fill);
    painter.drawRect(brushed_.toAlignedRect());
}

/// All rims before all rings, so that no rim hides a neighbour's ring.
void PlotOverlay::paintRings(QPainter& painter) const {
    painter.save();
    painter.setClipRect(within_);
    const bool many = rings_.size() > kMany;
    const double diameter = many ? kSmall : kFew;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool rim : {true, false}) {
        const double across = rim ? diameter + kRim : diameter;
        const QColor colour = rim ? palette().color(QPalette::Base) : toneColour(figure::Tone::kSelected, palette());
        if (many) {
            stampRings(painter, ringStamp(across, colour, devicePixelRatioF()));
            continue;
        }
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        for (const QPointF& centre : rings_) painter.drawEllipse(centre, across / 2, across / 2);
    }
    painter.restore();
}

/// Once for each pixel: where points crowd, most rings would lie exactly on others.
void PlotOverlay::stampRings(QPainter& painter, const QPixmap& stamp) const {
    const double ratio = devicePixelRatioF();
    const auto columns = static_cast<std::size_t>(std::ceil(width() * ratio)) + 1;
    std::vector<bool> taken(columns * (static_cast<std::size_t>(std::ceil(height() * ratio)) + 1), false);
    const double half = stamp.width() / ratio / 2;
    for (const QPointF& centre : rings_) {
        if (!within_.contains(centre) || !QRectF(rect()).contains(centre)) continue;
        const auto x = static_cast<std::size_t>(std::lround(centre.x() * ratio));
        const auto y = static_cast<std::size_t>(std::lround(centre.y() * ratio));
        const std::size_t at = y * columns + x;
        if (taken[at]) continue;
        taken[at] = true;
        painter.drawPixmap(QPointF(static_cast<double>(x) / ratio - half, static_cast<double>(y) / ratio - half), stamp);
    }
}

}  // namespace facespace
