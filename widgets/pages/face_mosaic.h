#pragma once
#include <functional>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/models/thumbnail_cache.h"

namespace facespace {

/// Columns of faces under a heading each: from the origin outwards. A click or an arrow key chooses a face, a click on a
/// heading all of its column.
class FaceMosaic : public QWidget {
    Q_OBJECT
  public:
    FaceMosaic(ThumbnailCache* thumbnails, std::function<bool(int)> isSelected, QWidget* parent = nullptr);
    void setColumns(const QStringList& headings, std::vector<std::vector<int>> rows);
    const std::vector<std::vector<int>>& columns() const { return columns_; }
    /// Where the face `index` of a column is drawn; empty if there is no room for it.
    QRect placeOf(int column, int index) const;
    QRect headingOf(int column) const;
    QSize sizeHint() const override { return {360, 220}; }

  Q_SIGNALS:
    void facesChosen(const std::vector<int>& rows, Qt::KeyboardModifiers modifiers);
    void faceHovered(int row);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    int side() const;
    int lines() const;
    int rowAt(const QPoint& position) const;

    ThumbnailCache* thumbnails_;
    std::function<bool(int)> isSelected_;
    QStringList headings_;
    std::vector<std::vector<int>> columns_;
    int column_ = -1, index_ = 0;  // chosen last
};

}  // namespace facespace
