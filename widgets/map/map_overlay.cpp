#include "widgets/map/map_overlay.h"

#include <QPainter>
#include <QPaintEvent>

namespace facespace {
namespace {

constexpr double kMargin = 12;   // From the edges of the view.
constexpr double kPadding = 10;  // Within the legend's panel.

}  // namespace

MapOverlay::MapOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

LegendStyle MapOverlay::legendStyle() const {
    LegendStyle style;
    style.font = font();
    style.text = palette().color(QPalette::Text);
    style.muted = palette().color(QPalette::Text);
    style.muted.setAlphaF(0.65F);
    style.maxHeight = height() - 2 * (kMargin + kPadding);
    return style;
}

QRectF MapOverlay::legendPanel() const {
    if (!legendVisible || legend.empty()) return {};
    const QSizeF size =
        legendSize(legend, legendStyle(), const_cast<MapOverlay*>(this)) + QSizeF(2 * kPadding, 2 * kPadding);
    if (size.width() > width() * 0.45 || size.height() > height() - 2 * kMargin + 1) return {};
    return {width() - kMargin - size.width(), kMargin, size.width(), size.height()};
}

void MapOverlay::paintRing(QPainter& painter, const Ring& ring, double width) const {
    // Readable on any colour: a line in the colour of text on a wider one in that of the background.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Base), width + 2.5));
    painter.drawEllipse(ring.centre, ring.radius, ring.radius);
    painter.setPen(QPen(palette().color(QPalette::Text), width));
    painter.drawEllipse(ring.centre, ring.radius, ring.radius);
}

void MapOverlay::paintTool(QPainter& painter) const {
    QColor line = palette().color(QPalette::Highlight), fill = line;
    fill.setAlphaF(0.15F);
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(fill);
    if (rectangle) painter.drawRect(*rectangle);
    if (lasso.size() > 1) painter.drawPolygon(lasso);
    if (brush) painter.drawEllipse(brush->centre, brush->radius, brush->radius);
}

void MapOverlay::paintTexts(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    QColor muted = palette().color(QPalette::Text);
    painter.setFont(font());
    if (!emptyText.isEmpty()) {
        painter.setPen(muted);
        painter.drawText(QRectF(rect()).adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap, emptyText);
        return;
    }
    muted.setAlphaF(0.7F);
    painter.setPen(muted);
    const QRectF panel = legendPanel();
    const double room = (panel.isNull() ? width() : panel.left()) - 2 * kMargin;
    painter.drawText(QPointF(kMargin, kMargin + metrics.ascent()), metrics.elidedText(title, Qt::ElideRight, room));
    const double base = height() - kMargin - metrics.descent();
    painter.drawText(QPointF(kMargin, base), metrics.elidedText(status, Qt::ElideRight, width() - 2 * kMargin));
    QColor axes = palette().color(QPalette::Text);
    axes.setAlphaF(0.85F);
    paintMapAxes(painter, {kMargin, base - metrics.height() * 1.2}, camera, axisLabels, font(), axes);
}

void MapOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (current) paintRing(painter, *current, 2.5);
    if (hovered) paintRing(painter, *hovered, 1.5);
    paintTool(painter);
    paintTexts(painter);
    const QRectF panel = legendPanel();
    if (!panel.isNull() && emptyText.isEmpty()) {
        QColor back = palette().color(QPalette::Base);
        back.setAlphaF(0.86F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(back);
        painter.drawRoundedRect(panel, 6, 6);
        paintLegend(painter, panel.topLeft() + QPointF(kPadding, kPadding), legend, legendStyle());
    }
}

}  // namespace facespace
