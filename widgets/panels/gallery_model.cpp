#include "widgets/panels/gallery_model.h"

#include <algorithm>
#include <numeric>

#include "widgets/models/image_table_model.h"

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

void GalleryModel::setGroups(const QString& key) {
    if (key == groupKey_) return;
    groupKey_ = key;
    rebuild();
}

void GalleryModel::setLineLength(int length) {
    length = std::max(1, length);
    if (length == lineLength_) return;
    lineLength_ = length;
    if (!groupKey_.isEmpty()) rebuild();
}

std::vector<GalleryModel::Group> GalleryModel::deciles(const std::vector<int>& rows) const {
    constexpr std::size_t kParts = 10;
    std::vector<Group> groups;
    for (std::size_t part = 0; part < kParts; ++part) {
        const std::size_t begin = rows.size() * part / kParts, end = rows.size() * (part + 1) / kParts;
        if (begin == end) continue;
        groups.push_back(
            {tr("%1–%2 %").arg(part * 10).arg(part * 10 + 10),
             {rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end)}});
    }
    return groups;
}

std::vector<GalleryModel::Group> GalleryModel::grouped(const std::vector<int>& rows) const {
    if (groupKey_ == QLatin1String(kDeciles)) return deciles(rows);
    const Column* column = table_ ? table_->find(groupKey_.toStdString()) : nullptr;
    if (column == nullptr || column->kind != Column::Kind::kCategory) return {};
    std::vector<Group> groups(column->levels.size() + 1);
    for (std::size_t i = 0; i < column->levels.size(); ++i) groups[i].title = QString::fromStdString(column->levels[i]);
    groups.back().title = tr("(none)");
    for (const int row : rows) {
        const std::int32_t code = column->codes[static_cast<std::size_t>(row)];
        groups[code < 0 ? groups.size() - 1 : static_cast<std::size_t>(code)].rows.push_back(row);
    }
    std::erase_if(groups, [](const Group& g) { return g.rows.empty(); });
    return groups;
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
    std::vector<Group> groups = grouped(next);
    std::vector<int> starts;
    if (!groups.empty()) {
        next.clear();
        const auto line = static_cast<std::size_t>(lineLength_);
        for (const Group& group : groups) {
            starts.push_back(static_cast<int>(next.size()));
            next.push_back(-1);
            next.insert(next.end(), group.rows.begin(), group.rows.end());
            while (next.size() % line != 0) next.push_back(-1);
        }
    }
    const bool same = next == order_ && starts == groupStart_;
    if (same) {
        groups_ = std::move(groups);
        // The order stays; the values in the captions may not.
        if (!order_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    order_ = std::move(next);
    groups_ = std::move(groups);
    groupStart_ = std::move(starts);
    position_.assign(table_ ? table_->rows : 0, -1);
    for (std::size_t i = 0; i < order_.size(); ++i) {
        if (order_[i] >= 0) position_[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    }
    endResetModel();
}

const GalleryModel::Group* GalleryModel::titleAt(int row) const {
    const auto at = std::lower_bound(groupStart_.begin(), groupStart_.end(), row);
    return at == groupStart_.end() || *at != row ? nullptr : &groups_[static_cast<std::size_t>(at - groupStart_.begin())];
}

std::vector<int> GalleryModel::imageRows(int row) const {
    if (imageRow(row) >= 0) return {imageRow(row)};
    const Group* group = titleAt(row);
    return group == nullptr ? std::vector<int>() : group->rows;
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const bool empty = imageRow(index.row()) < 0 && titleAt(index.row()) == nullptr;
    return empty ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : QAbstractListModel::flags(index);
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
    if (row < 0) {
        const Group* group = titleAt(index.row());
        if (role == kImageRowRole) return -1;
        if (group == nullptr) return {};
        if (role == kGroupTitleRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return group->title;
        if (role == kGroupCountRole) return static_cast<int>(group->rows.size());
        return {};
    }
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
