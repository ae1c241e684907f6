#include "widgets/panels/row_selector.h"

#include <algorithm>
#include <QKeyEvent>
#include <QMouseEvent>

namespace facespace {

RowSelector::RowSelector(QAbstractItemView* view, SelectionModel* selection, RowsOf rowsOf)
    : QObject(view), view_(view), selection_(selection), rowsOf_(std::move(rowsOf)) {
    view_->setSelectionMode(QAbstractItemView::NoSelection);
    view_->viewport()->installEventFilter(this);
    view_->installEventFilter(this);
    connect(selection_, &SelectionModel::selectionChanged, view_->viewport(), qOverload<>(&QWidget::update));
    connect(selection_, &SelectionModel::currentChanged, view_->viewport(), qOverload<>(&QWidget::update));
}

Qt::CheckState RowSelector::state(const QModelIndex& index) const {
    if (selection_->selected().empty()) return Qt::Unchecked;
    const auto rows = rowsOf_(index);
    const auto valid = [&](int row) { return row >= 0 && static_cast<std::size_t>(row) < selection_->rowCount(); };
    const auto n =
        std::count_if(rows.begin(), rows.end(), [&](int row) { return valid(row) && selection_->isSelected(row); });
    if (n == 0) return Qt::Unchecked;
    return static_cast<std::size_t>(n) == rows.size() ? Qt::Checked : Qt::PartiallyChecked;
}

std::vector<int> RowSelector::rowsBetween(const QModelIndex& a, const QModelIndex& b) const {
    std::vector<int> rows;
    const int first = std::min(a.row(), b.row()), last = std::max(a.row(), b.row());
    for (int r = first; r <= last; ++r) {
        const auto more = rowsOf_(b.sibling(r, b.column()));
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

void RowSelector::chooseRange(const QModelIndex& to, SelectionMode mode) {
    const QModelIndex from = anchor_.isValid() ? QModelIndex(anchor_) : to;
    selection_->select(rowsBetween(from, to), mode);
}

void RowSelector::choose(const QModelIndex& index, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        chooseRange(index, modifiers.testFlag(Qt::ControlModifier) ? SelectionMode::kAdd : SelectionMode::kReplace);
    } else {
        anchor_ = index;
        const bool toggle = modifiers.testFlag(Qt::ControlModifier);
        const auto mode = !toggle                       ? SelectionMode::kReplace
                          : state(index) == Qt::Checked ? SelectionMode::kRemove
                                                        : SelectionMode::kAdd;
        selection_->select(rowsOf_(index), mode);
    }
    if (activated_) activated_(index);
}

bool RowSelector::mousePressed(const QPoint& position, Qt::KeyboardModifiers modifiers) {
    const QModelIndex index = view_->indexAt(position);
    if (!index.isValid()) {
        if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) selection_->clear();
        return false;
    }
    view_->setCurrentIndex(index);
    choose(index, modifiers);
    return false;
}

bool RowSelector::mouseDragged(const QPoint& position) {
    const QModelIndex index = view_->indexAt(position);
    if (!index.isValid() || !anchor_.isValid() || QModelIndex(anchor_) == index) return false;
    chooseRange(index, SelectionMode::kReplace);
    return false;
}

bool RowSelector::keyPressed(QKeyEvent* event) {
    if (event->matches(QKeySequence::SelectAll)) {
        const int rows = view_->model()->rowCount(view_->rootIndex());
        if (rows > 0) {
            const auto first = view_->model()->index(0, 0, view_->rootIndex());
            selection_->select(rowsBetween(first, first.sibling(rows - 1, 0)));
        }
        return true;
    }
    if (event->key() == Qt::Key_Escape) {
        selection_->clear();
        return true;
    }
    static constexpr int kMoves[] = {Qt::Key_Up,   Qt::Key_Down, Qt::Key_Left,   Qt::Key_Right,
                                     Qt::Key_Home, Qt::Key_End,  Qt::Key_PageUp, Qt::Key_PageDown};
    const bool moves = std::find(std::begin(kMoves), std::end(kMoves), event->key()) != std::end(kMoves);
    const auto modifiers = event->modifiers();
    if (!moves) return false;
    // The view moves its current item first; what it is then is chosen.
    QMetaObject::invokeMethod(
        this,
        [this, modifiers, before = QPersistentModelIndex(view_->currentIndex())] {
            const QModelIndex now = view_->currentIndex();
            if (now.isValid() && QModelIndex(before).row() != now.row()) choose(now, modifiers & Qt::ShiftModifier);
        },
        Qt::QueuedConnection);
    return false;
}

bool RowSelector::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_->viewport()) {
        if (event->type() == QEvent::MouseButtonPress) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() == Qt::LeftButton) return mousePressed(mouse->position().toPoint(), mouse->modifiers());
        }
        if (event->type() == QEvent::MouseMove) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->buttons() & Qt::LeftButton) return mouseDragged(mouse->position().toPoint());
        }
    }
    if (watched == view_ && event->type() == QEvent::KeyPress) return keyPressed(static_cast<QKeyEvent*>(event));
    // Escape and Ctrl+A belong to the view that has the focus, not to the window's menu.
    if (watched == view_ && event->type() == QEvent::ShortcutOverride) {
        if (static_cast<QKeyEvent*>(event)->matches(QKeySequence::SelectAll)) event->accept();
    }
    return QObject::eventFilter(watched, event);
}

SelectedRowDelegate::SelectedRowDelegate(const RowSelector* selector, QObject* parent)
    : QStyledItemDelegate(parent), selector_(selector) {}

void SelectedRowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus;
    const auto state = selector_->state(index);
    if (state == Qt::Checked) option->state |= QStyle::State_Selected;
    if (state == Qt::PartiallyChecked) {
        QColor tint = option->palette.color(QPalette::Highlight);
        tint.setAlphaF(0.25F);
        option->backgroundBrush = tint;
    }
}

}  // namespace facespace
