#pragma once
#include <QLayout>
#include <vector>

namespace facespace {

/// Widgets in a row that goes on in another line where there is no room: a window can be narrower than the longest words of
/// a language. A label stays with the widget after it. Takes ownership of its items. GUI thread only.
class WrappingRow : public QLayout {
    Q_OBJECT
  public:
    using QLayout::QLayout;
    ~WrappingRow() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    /// Of a single line.
    QSize sizeHint() const override;
    void setGeometry(const QRect& area) override;

  private:
    using Unit = std::vector<QLayoutItem*>;
    /// What stays together, without hidden widgets.
    std::vector<Unit> units() const;
    int widthOf(const Unit& unit, bool least) const;
    /// Height of all lines; moves the items there if `move`.
    int place(const QRect& area, bool move) const;
    std::vector<QLayoutItem*> items_;
};

}  // namespace facespace
