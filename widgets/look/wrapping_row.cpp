#include "widgets/look/wrapping_row.h"

#include <algorithm>
#include <QLabel>

namespace facespace {
namespace {

constexpr int kBetweenLines = 4;

}  // namespace

WrappingRow::~WrappingRow() {
    for (QLayoutItem* item : items_) delete item;
}

void WrappingRow::addItem(QLayoutItem* item) { items_.push_back(item); }

QLayoutItem* WrappingRow::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrappingRow::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) items_.erase(items_.begin() + index);
    return item;
}

std::vector<WrappingRow::Unit> WrappingRow::units() const {
    std::vector<Unit> all;
    bool joins = false;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;
        if (!joins) all.emplace_back();
        all.back().push_back(item);
        joins = qobject_cast<QLabel*>(item->widget()) != nullptr;
    }
    return all;
}

int WrappingRow::widthOf(const Unit& unit, bool least) const {
    int width = spacing() * static_cast<int>(unit.size() - 1);
    for (const QLayoutItem* item : unit) width += least ? item->minimumSize().width() : item->sizeHint().width();
    return width;
}

QSize WrappingRow::minimumSize() const {
    QSize size(0, 0);
    for (const Unit& unit : units()) {
        size.setWidth(std::max(size.width(), widthOf(unit, true)));
        for (const QLayoutItem* item : unit) size.setHeight(std::max(size.height(), item->minimumSize().height()));
    }
    return size;
}

QSize WrappingRow::sizeHint() const {
    QSize size(0, 0);
    for (const Unit& unit : units()) {
        size.rwidth() += widthOf(unit, false) + (size.width() > 0 ? spacing() : 0);
        for (const QLayoutItem* item : unit) size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

void WrappingRow::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    place(area, true);
}

int WrappingRow::place(const QRect& area, bool move) const {
    const auto all = units();
    int y = area.top();
    for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
        int width = widthOf(all[first], false);
        for (end = first + 1; end < all.size(); ++end) {
            const int wider = width + spacing() + widthOf(all[end], false);
            if (wider > area.width()) break;
            width = wider;
        }
        int height = 0;
        for (std::size_t u = first; u < end; ++u)
            for (const QLayoutItem* item : all[u]) height = std::max(height, item->sizeHint().height());
        // A unit wider than the row gives way as far as it can.
        const int excess = std::max(0, width - area.width());
        int x = area.left();
        for (std::size_t u = first; move && u < end; ++u) {
            for (QLayoutItem* item : all[u]) {
                const QSize size = item->sizeHint();
                const int taken = std::max(item->minimumSize().width(), size.width() - excess);
                item->setGeometry(QRect(x, y + (height - size.height()) / 2, taken, size.height()));
                x += taken + spacing();
            }
        }
        y += height + (end < all.size() ? kBetweenLines : 0);
    }
    return y - area.top();
}

}  // namespace facespace
