#include <algorithm>
#include <cmath>
#include <QFontMetricsF>
#include <QPainterPath>

#include "widgets/figure/map_legend.h"

namespace facespace {
namespace {

void drawArrow(QPainter& painter, QPointF from, QPointF to, double head) {
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (length < 0.5) return;
    painter.drawLine(from, to);
    if (length < head) return;
    const QPointF unit = along / length, side(-unit.y(), unit.x());
    QPainterPath path(to);
    path.lineTo(to - unit * head + side * head * 0.4);
    path.lineTo(to - unit * head - side * head * 0.4);
    path.closeSubpath();
    painter.fillPath(path, painter.pen().color());
}

}  // namespace

void paintMapAxes(QPainter& painter, QPointF corner, const MapCamera& camera, const std::vector<QString>& labels,
                  const QFont& font, QColor colour) {
    if (labels.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    const double em = metrics.height(), length = em * 2.6;
    const bool is3d = camera.dims > 2;
    // In 3-D the arrows may point anywhere: their origin is in the middle of the room they turn in.
    const double room = is3d ? length + em : em * 0.4;
    const double label = metrics.horizontalAdvance(labels.front());
    const QPointF origin = corner + QPointF(is3d ? room + em : label / 2, -room);
    painter.setPen(QPen(colour, std::max(em / 13, 0.8)));
    const Eigen::Matrix3d rotation = camera.rotation.toRotationMatrix();
    for (std::size_t axis = 0; axis < std::min<std::size_t>(labels.size(), static_cast<std::size_t>(camera.dims)); ++axis) {
        const Eigen::Vector3d direction = rotation.col(static_cast<Eigen::Index>(axis));
        const QPointF way(direction.x(), -direction.y());
        const QPointF tip = origin + way * length;
        drawArrow(painter, origin, tip, em * 0.45);
        const double width = metrics.horizontalAdvance(labels[axis]);
        const QPointF middle = tip + way * em * 0.35 + QPointF(way.x() * (width / 2 + em * 0.15), way.y() * em * 0.45);
        painter.drawText(QPointF(middle.x() - width / 2, middle.y() + metrics.capHeight() / 2), labels[axis]);
    }
    painter.restore();
}

}  // namespace facespace
