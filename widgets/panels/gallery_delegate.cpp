#include "widgets/panels/gallery_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/look/theme.h"
#include "widgets/panels/gallery_model.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kMargin = 6;
constexpr int kGap = 3;

}  // namespace

GalleryDelegate::GalleryDelegate(const RowSelector* selector, const SelectionModel* selection, QObject* parent)
    : QStyledItemDelegate(parent), selector_(selector), selection_(selection) {}

QSize GalleryDelegate::cellSize(const QFontMetrics& metrics) const {
    return {side_ + 2 * kMargin, side_ + 2 * kMargin + kGap + 2 * metrics.height()};
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return cellSize(option.fontMetrics);
}

void GalleryDelegate::paintThumbnail(QPainter* painter, const QRect& area, const QPalette& palette, int row) const {
    const QImage image = thumbnails_ == nullptr ? QImage() : thumbnails_->request(row);
    if (image.isNull()) {
        painter->fillRect(area, palette.color(QPalette::Window));
        if (thumbnails_ != nullptr && thumbnails_->failed(row)) {
            painter->setPen(secondaryTextColour(palette));
            painter->drawText(area.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, QObject::tr("no image"));
        }
        return;
    }
    const QSize size = image.size().scaled(area.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(area.center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(target, image);
}

void GalleryDelegate::paintTitle(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString title = index.data(GalleryModel::kGroupTitleRole).toString();
    if (title.isEmpty()) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto state = selector_->state(index);
    QColor fill = option.palette.color(state == Qt::Unchecked ? QPalette::Text : QPalette::Highlight);
    fill.setAlphaF(state == Qt::Checked ? 0.30F : state == Qt::PartiallyChecked ? 0.15F : 0.06F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5);
    QRect text = option.rect.adjusted(10, 10, -10, -10);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere, title);
    painter->setFont(option.font);
    painter->setPen(secondaryTextColour(option.palette));
    const int count = index.data(GalleryModel::kGroupCountRole).toInt();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                      count == 1 ? QObject::tr("1 image") : QObject::tr("%1 images").arg(countText(count)));
    painter->restore();
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int row = index.data(GalleryModel::kImageRowRole).toInt();
    if (row < 0) return paintTitle(painter, option, index);
    painter->save();
    const QRect cell = option.rect.adjusted(1, 1, -1, -1);
    const bool selected = selector_->state(index) == Qt::Checked;
    const bool current = selection_->current() == row;
    const QColor accent = option.palette.color(QPalette::Highlight);
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || current || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor fill = selected || current ? accent : option.palette.color(QPalette::Text);
        fill.setAlphaF(selected ? 0.30F : current ? 0.15F : 0.07F);
        painter->setPen(current ? QPen(accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(fill);
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QRect picture(option.rect.left() + kMargin, option.rect.top() + kMargin, side_, side_);
    paintThumbnail(painter, picture, option.palette, row);

    const QFontMetrics& metrics = option.fontMetrics;
    QRect line(option.rect.left() + 4, picture.bottom() + 1 + kGap, option.rect.width() - 8, metrics.height());
    painter->setPen(option.palette.color(QPalette::Text));
    const auto elided = [&](const QString& text) { return metrics.elidedText(text, Qt::ElideMiddle, line.width()); };
    painter->drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, elided(index.data(Qt::DisplayRole).toString()));
    line.translate(0, metrics.height());
    painter->setPen(secondaryTextColour(option.palette));
    painter->drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, elided(index.data(GalleryModel::kValueRole).toString()));
    painter->restore();
}

}  // namespace facespace
