#include "widgets/panels/head_pose_dial.h"

#include <cmath>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

struct Direction {
    double x = 0, y = 0, z = 1;  // to the image's right, up, towards the viewer
};

Direction directionOf(double yawDeg, double pitchDeg) {
    const double yaw = qDegreesToRadians(std::isnan(yawDeg) ? 0.0 : yawDeg);
    const double pitch = qDegreesToRadians(std::isnan(pitchDeg) ? 0.0 : pitchDeg);
    return {std::sin(yaw) * std::cos(pitch), std::sin(pitch), std::cos(yaw) * std::cos(pitch)};
}

QPointF onDial(const Direction& d, double radius) { return {d.x * radius, -d.y * radius}; }

/// The lines of yaw and pitch every 30° on the half of the globe that faces the viewer.
QPainterPath gridLines(double radius) {
    QPainterPath path;
    for (int fixed = -60; fixed <= 60; fixed += 30) {
        for (const bool meridian : {true, false}) {
            for (int t = -90; t <= 90; t += 5) {
                const QPointF p = onDial(meridian ? directionOf(fixed, t) : directionOf(t, fixed), radius);
                if (t == -90) {
                    path.moveTo(p);
                } else {
                    path.lineTo(p);
                }
            }
        }
    }
    return path;
}

}  // namespace

HeadPoseDial::HeadPoseDial(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
    setAccessibleName(tr("Head pose"));
}

void HeadPoseDial::setPoses(const Pose& predicted, const Pose& label) {
    predicted_ = predicted;
    label_ = label;
    setVisible(predicted_.known() || label_.known());
    update();
}

void HeadPoseDial::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect()).center());
    const double radius = std::min(width(), height()) / 2.0 - 6;
    painter.setPen(QPen(borderColour(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(QPointF(), radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(gridLines(radius));

    const auto nose = [&](const Pose& pose, bool filled) {
        if (!pose.known()) return;
        const Direction d = directionOf(pose.yawDeg, pose.pitchDeg);
        const QPointF tip = onDial(d, radius);
        const QColor colour = filled ? palette().color(QPalette::Link) : palette().color(QPalette::Text);
        painter.setPen(QPen(colour, filled ? 2.0 : 1.5, filled ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(), tip);
        painter.setPen(QPen(colour, 1.8));
        // Behind the head (|yaw| over 90°) stays hollow.
        painter.setBrush(filled && d.z >= 0 ? QBrush(colour) : QBrush(palette().color(QPalette::Base)));
        painter.drawEllipse(tip, 4, 4);
    };
    nose(label_, false);
    nose(predicted_, true);
}

}  // namespace facespace
