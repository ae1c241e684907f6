#pragma once
#include <cstdint>
#include <QObject>
#include <vector>

namespace facespace {

/// How a new set of rows combines with the selection: plain replaces, Shift adds, Ctrl removes.
enum class SelectionMode { kReplace, kAdd, kRemove };
SelectionMode selectionModeFor(Qt::KeyboardModifiers modifiers);

/// The one selection of a window, in rows of the current snapshot, and the one current (inspected) and hovered row.
/// Every view listens to it and none talks to another. Setting what is already set emits nothing. GUI thread only.
class SelectionModel : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    /// Forgets everything and sets the number of rows.
    void reset(std::size_t rows);
    /// Rows were added at the end: keeps the selection, the current and the hovered row.
    void grow(std::size_t rows);
    std::size_t rowCount() const { return mask_.size(); }

    /// Sorted ascending.
    const std::vector<int>& selected() const { return selected_; }
    bool isSelected(int row) const { return mask_[static_cast<std::size_t>(row)] != 0; }
    void select(const std::vector<int>& rows, SelectionMode mode = SelectionMode::kReplace);
    void clear() { select({}); }
    void selectAll();
    void invert();

    /// The row in the Inspector, -1 for none.
    int current() const { return current_; }
    void setCurrent(int row);
    /// The row under the pointer in any view, -1 for none.
    int hovered() const { return hovered_; }
    void setHovered(int row);

  Q_SIGNALS:
    void selectionChanged();
    void currentChanged(int row);
    void hoveredChanged(int row);

  private:
    void assign(std::vector<std::uint8_t> mask);
    std::vector<std::uint8_t> mask_;
    std::vector<int> selected_;
    int current_ = -1;
    int hovered_ = -1;
};

}  // namespace facespace
