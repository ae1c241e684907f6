#pragma once
#include <cstdint>
#include <QLabel>
#include <QToolButton>
#include <QWidget>
#include <vector>

#include "widgets/models/thumbnail_cache.h"

namespace facespace {

/// A titled row or two of small faces; clicking one makes it the current image. Tab goes to one of them and on, the arrow
/// keys go from face to face.
class ThumbnailStrip : public QWidget {
    Q_OBJECT
  public:
    ThumbnailStrip(const QString& title, ThumbnailCache* thumbnails, QWidget* parent = nullptr);
    /// @param tips one per row, what the tooltip says.
    /// @param odd  Rows to mark with a bar beneath; empty: none.
    void setRows(const std::vector<int>& rows, const QStringList& tips, std::vector<std::uint8_t> odd = {});
    void setTitle(const QString& title) { title_->setText(title); }
    const std::vector<int>& rows() const { return rows_; }

  Q_SIGNALS:
    void chosen(int row);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    int columns() const;
    void goTo(int index);
    void place();
    void showThumbnail(int row, const QImage& image);
    QIcon iconOf(std::size_t i, const QImage& image) const;

    ThumbnailCache* thumbnails_;
    QLabel* title_;
    QWidget* area_;
    std::vector<QToolButton*> buttons_;
    std::vector<int> rows_;
    std::vector<std::uint8_t> odd_;
};

}  // namespace facespace
