#include "widgets/faces/face_view.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

const QColor kOverlay(0x00, 0xd4, 0xa0);

}  // namespace

FaceView::FaceView(QWidget* parent) : QWidget(parent) { setMinimumSize(72, 72); }

void FaceView::setImage(const QImage& image) {
    image_ = image;
    update();
}

void FaceView::setText(const QString& text) {
    text_ = text;
    update();
}

void FaceView::setFace(const std::optional<FaceBox>& box, const std::optional<Landmarks>& landmarks) {
    box_ = box;
    landmarks_ = landmarks;
    update();
}

void FaceView::setOverlay(bool shown) {
    overlay_ = shown;
    update();
}

void FaceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(rect(), 5, 5);
    painter.fillPath(frame, palette().color(QPalette::Base));
    if (image_.isNull()) {
        painter.setPen(secondaryTextColour(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, text_);
        return;
    }
    const QSizeF size = QSizeF(image_.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    const QRectF target((width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height());
    painter.setClipPath(frame);
    painter.drawImage(target, image_);
    if (!overlay_) return;
    painter.translate(target.topLeft());
    const double scale = size.width() / image_.width();
    painter.setPen(QPen(kOverlay, 2));
    if (box_) {
        painter.drawRect(QRectF(static_cast<double>(box_->x) * scale, static_cast<double>(box_->y) * scale,
                                static_cast<double>(box_->width) * scale, static_cast<double>(box_->height) * scale));
    }
    if (landmarks_) {
        painter.setPen(QPen(Qt::black, 0.7));
        painter.setBrush(kOverlay);
        for (const Point2& p : *landmarks_) {
            painter.drawEllipse(QPointF(static_cast<double>(p.x) * scale, static_cast<double>(p.y) * scale), 3, 3);
        }
    }
}

}  // namespace facespace
