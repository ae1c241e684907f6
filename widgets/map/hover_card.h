#pragma once
#include <QFrame>

#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace.h"

class QLabel;

namespace facespace {

/// A small card beside the pointer: the face, whose it is, its distance and pose. Takes no focus and no mouse. The image
/// comes when it is decoded; the text is there at once.
class HoverCard : public QFrame {
    Q_OBJECT
  public:
    HoverCard(const Workspace* workspace, ThumbnailCache* thumbnails, QWidget* parent);

    /// Shows row's card beside `anchor` (parent coordinates), within the parent; -1 hides it.
    void showRow(int row, QPoint anchor);
    int row() const { return row_; }

  private:
    void setThumbnail(const QImage& image);
    void place();

    const Workspace* workspace_;
    ThumbnailCache* thumbnails_;
    QLabel* picture_;
    QLabel* text_;
    QPoint anchor_;
    int row_ = -1;
};

/// What the card says of a row: HTML lines, escaped.
QString hoverText(const Workspace& workspace, int row);

}  // namespace facespace
