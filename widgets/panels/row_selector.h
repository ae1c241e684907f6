#pragma once
#include <functional>
#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>
#include <vector>

#include "widgets/models/selection_model.h"

namespace facespace {

/// Joins an item view with the window's one selection. Qt's own selection model keeps ranges, which is slow for thousands of
/// scattered rows; here the view asks the selection about what it paints, and nothing is copied. Click replaces, Ctrl+click
/// toggles, Shift+click and dragging take a range, Ctrl+A takes all rows that the view shows, Escape clears. The arrow keys
/// move the current image and, as usual, the selection with it.
class RowSelector : public QObject {
    Q_OBJECT
  public:
    /// The snapshot rows that an item stands for (one image, or all of an identity).
    using RowsOf = std::function<std::vector<int>(const QModelIndex&)>;

    /// `view` (parent of this object) must have its model. The delegate of the view should be a SelectedRowDelegate.
    RowSelector(QAbstractItemView* view, SelectionModel* selection, RowsOf rowsOf);

    /// None, some or all rows of this item are selected.
    Qt::CheckState state(const QModelIndex& index) const;
    /// Called after a click or key chose items, with the rows of the item that is current.
    void setActivated(std::function<void(const QModelIndex&)> activated) { activated_ = std::move(activated); }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool mousePressed(const QPoint& position, Qt::KeyboardModifiers modifiers);
    bool mouseDragged(const QPoint& position);
    bool keyPressed(class QKeyEvent* event);
    void choose(const QModelIndex& index, Qt::KeyboardModifiers modifiers);
    void chooseRange(const QModelIndex& to, SelectionMode mode);
    std::vector<int> rowsBetween(const QModelIndex& a, const QModelIndex& b) const;

    QAbstractItemView* view_;
    SelectionModel* selection_;
    RowsOf rowsOf_;
    std::function<void(const QModelIndex&)> activated_;
    QPersistentModelIndex anchor_;
};

/// Paints items selected as the RowSelector says; partly selected ones with a lighter tint.
class SelectedRowDelegate : public QStyledItemDelegate {
  public:
    SelectedRowDelegate(const RowSelector* selector, QObject* parent);

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    const RowSelector* selector_;
};

}  // namespace facespace
