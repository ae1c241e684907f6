#include "widgets/map/map_overlay.h"

#include <QPainter>
#include <QPaintEvent>

namespace facespace {
namespace {

constexpr double kMargin = 12;  // From the edges of the view.
const QColor kOtherIdentity(0xE6, 0x9F, 0x00);
const QColor kProbe(0xD5, 0x5E, 0x00);
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

void MapOverlay::paintCircles(QPainter& painter) const {
    MapViewport port;
    port.width = width();
    port.height = height();
    const Eigen::Vector3d middle = camera.project(Eigen::Vector3d::Zero(), port);
    const QPointF centre(middle.x(), middle.y());
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.45F);
    QColor under = palette().color(QPalette::Base);
    under.setAlphaF(0.6F);
    painter.setBrush(Qt::NoBrush);
    const QFontMetricsF metrics(font());
    for (const auto& [radius, name] : circles) {
        const double pixels = radius / camera.unitsPerPixel(port);
        painter.setPen(QPen(under, 3));
        painter.drawEllipse(centre, pixels, pixels);
        painter.setPen(QPen(line, 1, Qt::DashLine));
        painter.drawEllipse(centre, pixels, pixels);
        // The name stands in a gap of its circle, on points or not.
        QRectF plate(QPointF(), QSizeF(metrics.horizontalAdvance(name) + 8, metrics.height()));
        plate.moveCenter(centre - QPointF(0, pixels));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(plate, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(plate, Qt::AlignCenter, name);
    }
    if (!circles.empty()) painter.drawEllipse(centre, 2, 2);
}

void MapOverlay::paintLinks(QPainter& painter) const {
    QColor under = palette().color(QPalette::Base);
    under.setAlphaF(0.75F);
    for (const Link& link : links) {
        painter.setPen(QPen(under, 3.5));
        painter.drawLine(link.line);
    }
    for (const Link& link : links) {
        QPen pen(link.same ? palette().color(QPalette::Highlight) : kOtherIdentity, 1.5);
        if (!link.same) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(link.line);
        painter.drawEllipse(link.line.p2(), 4, 4);
    }
}

void MapOverlay::paintTrail(QPainter& painter) const {
    if (trail.size() < 2) return;
    const QColor base = palette().color(QPalette::Base);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(base, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(trail);
    painter.setPen(QPen(kProbe, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(trail);
    painter.setPen(QPen(base, 2));
    painter.setBrush(kProbe);
    painter.drawEllipse(trail.back(), trailRadius, trailRadius);
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

/// Lets what lies below shine through a little.
void MapOverlay::paintGround(QPainter& painter, const QRectF& area) const {
    QColor ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.86F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(area, 6, 6);
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
    const auto write = [&](double baseline, const QString& text, double room) {
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, room);
        // On faces it could not be read without a ground of its own.
        if (faces && !shown.isEmpty())
            paintGround(painter,
                        QRectF(kMargin, baseline - metrics.ascent(), metrics.horizontalAdvance(shown), metrics.height())
                            .adjusted(-4, -2, 4, 2));
        painter.setPen(muted);
        painter.drawText(QPointF(kMargin, baseline), shown);
    };
    const QRectF panel = legendPanel();
    write(kMargin + metrics.ascent(), title, (panel.isNull() ? width() : panel.left()) - 2 * kMargin);
    const double base = height() - kMargin - metrics.descent();
    write(base, status, width() - 2 * kMargin);
    QColor axes = palette().color(QPalette::Text);
    axes.setAlphaF(0.85F);
    paintMapAxes(painter, {kMargin, base - metrics.height() * 1.2}, camera, axisLabels, font(), axes);
}

void MapOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!density.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect()), density);
    }
    paintCircles(painter);
    if (faces) faces(painter);
    paintLinks(painter);
    if (current) paintRing(painter, *current, 2.5);
    if (hovered) paintRing(painter, *hovered, 1.5);
    paintTrail(painter);
    if (labels != nullptr) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        labels->paint(painter, bold, palette().color(QPalette::Text), palette().color(QPalette::Base));
    }
    paintTool(painter);
    paintTexts(painter);
    const QRectF panel = legendPanel();
    if (!panel.isNull() && emptyText.isEmpty()) {
        paintGround(painter, panel);
        paintLegend(painter, panel.topLeft() + QPointF(kPadding, kPadding), legend, legendStyle());
    }
}

}  // namespace facespace
