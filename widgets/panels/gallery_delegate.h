#pragma once
#include <QStyledItemDelegate>

#include "widgets/models/thumbnail_cache.h"
#include "widgets/panels/row_selector.h"

namespace facespace {

/// Paints one cell of the gallery: the thumbnail, the identity and the value that the gallery is sorted by.
class GalleryDelegate : public QStyledItemDelegate {
  public:
    GalleryDelegate(const RowSelector* selector, const SelectionModel* selection, QObject* parent);
    /// Which thumbnails to paint; must outlive its use here.
    void setThumbnails(ThumbnailCache* thumbnails) { thumbnails_ = thumbnails; }
    /// The longer side of a thumbnail on screen, in device-independent pixels.
    void setSide(int side) { side_ = side; }
    QSize cellSize(const QFontMetrics& metrics) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    void paintTitle(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintThumbnail(QPainter* painter, const QRect& area, const QPalette& palette, int row) const;
    const RowSelector* selector_;
    const SelectionModel* selection_;
    ThumbnailCache* thumbnails_ = nullptr;
    int side_ = 96;
};

}  // namespace facespace
