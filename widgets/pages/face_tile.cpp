#include "widgets/pages/face_tile.h"

#include <QPainter>

#include "widgets/look/theme.h"

namespace facespace {

void drawFaceTile(QPainter* painter, const QRect& place, const QImage& image, bool failed, const QPalette& palette) {
    if (image.isNull()) {
        QColor ground = borderColour(palette);
        ground.setAlphaF(failed ? 0.35F : 0.6F);
        painter->fillRect(place, ground);
        if (failed) painter->drawText(place, Qt::AlignCenter, QStringLiteral("?"));
        return;
    }
    const QSize size = image.size().scaled(place.size(), Qt::KeepAspectRatioByExpanding);
    QRect cut(0, 0, image.width() * place.width() / size.width(), image.height() * place.height() / size.height());
    cut.moveCenter(image.rect().center());
    painter->drawImage(place, image, cut);
}

}  // namespace facespace
