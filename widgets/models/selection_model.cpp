#include "widgets/models/selection_model.h"

#include <algorithm>
#include <numeric>

namespace facespace {

SelectionMode selectionModeFor(Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier)) return SelectionMode::kAdd;
    if (modifiers.testFlag(Qt::ControlModifier)) return SelectionMode::kRemove;
    return SelectionMode::kReplace;
}

void SelectionModel::reset(std::size_t rows) {
    setHovered(-1);
    setCurrent(-1);
    assign(std::vector<std::uint8_t>(mask_.size(), 0));
    mask_.assign(rows, 0);
}

void SelectionModel::grow(std::size_t rows) {
    if (rows > mask_.size()) mask_.resize(rows, 0);
}

void SelectionModel::select(const std::vector<int>& rows, SelectionMode mode) {
    std::vector<std::uint8_t> mask = mode == SelectionMode::kReplace ? std::vector<std::uint8_t>(mask_.size(), 0) : mask_;
    const std::uint8_t value = mode == SelectionMode::kRemove ? 0 : 1;
    for (const int row : rows) {
        if (row >= 0 && static_cast<std::size_t>(row) < mask.size()) mask[static_cast<std::size_t>(row)] = value;
    }
    assign(std::move(mask));
}

void SelectionModel::selectAll() { assign(std::vector<std::uint8_t>(mask_.size(), 1)); }

void SelectionModel::invert() {
    std::vector<std::uint8_t> mask(mask_.size());
    std::transform(mask_.begin(), mask_.end(), mask.begin(), [](std::uint8_t m) { return static_cast<std::uint8_t>(!m); });
    assign(std::move(mask));
}

void SelectionModel::setCurrent(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= mask_.size()) row = -1;
    if (row == current_) return;
    current_ = row;
    Q_EMIT currentChanged(row);
}

void SelectionModel::setHovered(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= mask_.size()) row = -1;
    if (row == hovered_) return;
    hovered_ = row;
    Q_EMIT hoveredChanged(row);
}

void SelectionModel::assign(std::vector<std::uint8_t> mask) {
    if (mask == mask_) return;
    mask_ = std::move(mask);
    selected_.clear();
    for (std::size_t row = 0; row < mask_.size(); ++row) {
        if (mask_[row] != 0) selected_.push_back(static_cast<int>(row));
    }
    Q_EMIT selectionChanged();
}

}  // namespace facespace
