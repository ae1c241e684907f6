#include "widgets/panels/gallery_model.h"

#include <numeric>

#include "widgets/panels/image_table_model.h"

namespace facespace {
namespace {

QString cellText(const Column& column, std::size_t row) {
    if (column.kind == Column::Kind::kNumber) {
        const QString number = shownNumber(column.numbers[row]);
        return number.isEmpty() || column.unit != "deg" ? number : number + QChar(0x00B0);
    }
    return QString::fromStdString(column.text(row));
}

}  // namespace

void GalleryModel::setTable(std::shared_ptr<const DataTable> table) {
    table_ = std::move(table);
    rebuild();
}

void GalleryModel::setOrder(const QString& key, Qt::SortOrder order) {
    if (key == key_ && order == sortOrder_) return;
    key_ = key;
    sortOrder_ = order;
    rebuild();
}

void GalleryModel::setOnly(const std::vector<int>* rows) {
    if (rows == nullptr && !restricted_) return;
    if (rows != nullptr && restricted_ && *rows == only_) return;
    restricted_ = rows != nullptr;
    only_ = rows != nullptr ? *rows : std::vector<int>();
    rebuild();
}

void GalleryModel::rebuild() {
    std::vector<int> next;
    if (table_) {
        if (const Column* column = table_->find(key_.toStdString())) {
            next = sortedRows(*table_, *column, sortOrder_);
        } else {
            next.resize(table_->rows);
            std::iota(next.begin(), next.end(), 0);
            if (sortOrder_ == Qt::DescendingOrder) std::reverse(next.begin(), next.end());
        }
    }
    if (restricted_) {
        std::vector<std::uint8_t> keep(next.size(), 0);
        for (const int r : only_) {
            if (r >= 0 && static_cast<std::size_t>(r) < keep.size()) keep[static_cast<std::size_t>(r)] = 1;
        }
        std::erase_if(next, [&](int r) { return keep[static_cast<std::size_t>(r)] == 0; });
    }
    if (next == order_) {
        // The order stays; the values in the captions may not.
        if (!order_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    order_ = std::move(next);
    position_.assign(table_ ? table_->rows : 0, -1);
    for (std::size_t i = 0; i < order_.size(); ++i) position_[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    endResetModel();
}

int GalleryModel::modelRow(int imageRow) const {
    return imageRow >= 0 && static_cast<std::size_t>(imageRow) < position_.size()
               ? position_[static_cast<std::size_t>(imageRow)]
               : -1;
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !table_) return {};
    const int row = imageRow(index.row());
    const auto text = [&](const char* key) {
        const Column* column = table_->find(key);
        return column == nullptr ? QString() : cellText(*column, static_cast<std::size_t>(row));
    };
    switch (role) {
        case kImageRowRole:
            return row;
        case Qt::DisplayRole:
            return text("identity");
        case kValueRole:
            return text(key_.toUtf8().constData());
        case Qt::ToolTipRole:
            return text("path");
        case Qt::AccessibleTextRole:
            return text("identity") + QStringLiteral(", ") + text(key_.toUtf8().constData());
        default:
            return {};
    }
}

}  // namespace facespace
