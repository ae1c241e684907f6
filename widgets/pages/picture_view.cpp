#include "widgets/pages/picture_view.h"

#include <QPainter>

namespace facespace {

PictureView::PictureView(QImage picture, QWidget* parent) : QWidget(parent), picture_(std::move(picture)) {
    setMinimumSize(160, 110);
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRect place(QPoint(), picture_.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    painter.drawImage(place, picture_);
}

}  // namespace facespace
