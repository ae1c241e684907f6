#include "widgets/models/image_table_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/words/core_text.h"
#include "widgets/words/glossary.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString fromUtf8(const std::string& text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// Sorts `rows` by `less`, with those that miss a value at the end.
template <class Missing, class Less>
void sortWithMissing(std::vector<int>& rows, Missing missing, Less less, Qt::SortOrder order) {
    const auto end = std::stable_partition(rows.begin(), rows.end(), [&](int r) { return !missing(r); });
    if (order == Qt::AscendingOrder) {
        std::stable_sort(rows.begin(), end, less);
    } else {
        std::stable_sort(rows.begin(), end, [&](int a, int b) { return less(b, a); });
    }
}

/// One flag per row: does the column's text contain the word?
void markMatches(const Column& column, const QString& word, std::vector<std::uint8_t>& marks) {
    if (column.kind == Column::Kind::kCategory) {
        std::vector<std::uint8_t> levels(column.levels.size());
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = fromUtf8(column.levels[i]).contains(word, Qt::CaseInsensitive);
        for (std::size_t r = 0; r < marks.size(); ++r) {
            if (const auto code = column.codes[r]; code >= 0) marks[r] |= levels[static_cast<std::size_t>(code)];
        }
    } else if (column.kind == Column::Kind::kText) {
        for (std::size_t r = 0; r < marks.size(); ++r) {
            if (!marks[r] && fromUtf8(column.texts[r]).contains(word, Qt::CaseInsensitive)) marks[r] = 1;
        }
    }
}

}  // namespace

namespace {

std::optional<int> decimalsFor(double size) {
    if (size < 0.01) return std::nullopt;
    return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
}

bool isWhole(double value) { return value == std::round(value) && std::abs(value) < 1e6; }

}  // namespace

QString shownNumber(double value) {
    if (std::isnan(value)) return {};
    if (isWhole(value)) return numberText(value, 0);
    if (const auto decimals = decimalsFor(std::abs(value))) return numberText(value, *decimals);
    return digitsText(value, 3);
}

std::optional<int> decimalsOf(const std::vector<double>& numbers) {
    double largest = 0;
    bool whole = true;
    for (const double value : numbers) {
        if (!std::isfinite(value)) continue;
        largest = std::max(largest, std::abs(value));
        whole = whole && isWhole(value);
    }
    return whole ? 0 : decimalsFor(largest);
}

std::vector<int> sortedRows(const DataTable& table, const Column& column, Qt::SortOrder order) {
    std::vector<int> rows(table.rows);
    std::iota(rows.begin(), rows.end(), 0);
    const auto at = [](int r) { return static_cast<std::size_t>(r); };
    switch (column.kind) {
        case Column::Kind::kNumber:
            sortWithMissing(
                rows, [&](int r) { return std::isnan(column.numbers[at(r)]); },
                [&](int a, int b) { return column.numbers[at(a)] < column.numbers[at(b)]; }, order);
            break;
        case Column::Kind::kCategory:
            sortWithMissing(
                rows, [&](int r) { return column.codes[at(r)] < 0; },
                [&](int a, int b) { return column.codes[at(a)] < column.codes[at(b)]; }, order);
            break;
        case Column::Kind::kText:
            sortWithMissing(
                rows, [&](int r) { return column.texts[at(r)].empty(); },
                [&](int a, int b) { return column.texts[at(a)] < column.texts[at(b)]; }, order);
            break;
    }
    return rows;
}

void ImageTableModel::setTable(std::shared_ptr<const DataTable> table) {
    const auto keys = [](const DataTable* t) {
        std::vector<std::string> result;
        if (t != nullptr) {
            for (const auto& c : t->columns) result.push_back(c.key);
        }
        return result;
    };
    const bool sameColumns = keys(table_.get()) == keys(table.get());
    // Keep the sorting by the column's key when columns were added.
    const std::string sortKey = sortColumn_ >= 0 && table_ ? column(sortColumn_).key : std::string();
    if (sameColumns && table && table_ && table->rows == table_->rows) {
        table_ = std::move(table);
        applyOrder();
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    table_ = std::move(table);
    decimals_.clear();
    if (table_)
        for (const Column& c : table_->columns) decimals_.push_back(decimalsOf(c.numbers));
    sortColumn_ = -1;
    for (int c = 0; c < columnCount(); ++c) {
        if (!sortKey.empty() && column(c).key == sortKey) sortColumn_ = c;
    }
    order_ = computeOrder();
    position_.assign(table_ ? table_->rows : 0, -1);
    for (std::size_t i = 0; i < order_.size(); ++i) position_[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    endResetModel();
}

std::vector<int> ImageTableModel::computeOrder() const {
    if (!table_) return {};
    std::vector<int> rows;
    if (sortColumn_ >= 0) {
        rows = sortedRows(*table_, column(sortColumn_), sortOrder_);
    } else {
        rows.resize(table_->rows);
        std::iota(rows.begin(), rows.end(), 0);
    }
    for (const QString& word : words_) {
        std::vector<std::uint8_t> marks(table_->rows, 0);
        for (const Column& c : table_->columns) markMatches(c, word, marks);
        std::erase_if(rows, [&](int r) { return marks[static_cast<std::size_t>(r)] == 0; });
    }
    if (!kept_.empty()) {
        std::erase_if(rows, [&](int r) {
            const auto at = static_cast<std::size_t>(r);
            return at < kept_.size() && kept_[at] == 0;
        });
    }
    return rows;
}

void ImageTableModel::setKept(const std::vector<std::uint8_t>& kept) {
    if (kept == kept_) return;
    kept_ = kept;
    applyOrder();
}

void ImageTableModel::applyOrder() {
    const auto next = computeOrder();
    if (next == order_) return;
    if (next.size() != order_.size()) {
        beginResetModel();
    } else {
        Q_EMIT layoutAboutToBeChanged();
    }
    const bool reset = next.size() != order_.size();
    const auto old = order_;
    order_ = next;
    position_.assign(table_ ? table_->rows : 0, -1);
    for (std::size_t i = 0; i < order_.size(); ++i) position_[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    if (reset) {
        endResetModel();
        return;
    }
    const auto before = persistentIndexList();
    QModelIndexList after;
    for (const auto& i : before) {
        const int row = modelRow(old[static_cast<std::size_t>(i.row())]);
        after.push_back(row < 0 ? QModelIndex() : index(row, i.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ImageTableModel::setFilter(const QString& words) {
    const QStringList next = words.split(u' ', Qt::SkipEmptyParts);
    if (next == words_) return;
    words_ = next;
    applyOrder();
}

void ImageTableModel::sort(int columnIndex, Qt::SortOrder order) {
    if (columnIndex >= columnCount()) columnIndex = -1;
    sortColumn_ = columnIndex;
    sortOrder_ = order;
    applyOrder();
}

int ImageTableModel::modelRow(int imageRow) const {
    return imageRow >= 0 && static_cast<std::size_t>(imageRow) < position_.size()
               ? position_[static_cast<std::size_t>(imageRow)]
               : -1;
}

int ImageTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int ImageTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !table_ ? 0 : static_cast<int>(table_->columns.size());
}

QVariant ImageTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !table_) return {};
    const int row = imageRow(index.row());
    const auto r = static_cast<std::size_t>(row);
    const Column& c = column(index.column());
    const bool number = c.kind == Column::Kind::kNumber;
    switch (role) {
        case Qt::DisplayRole:
            if (!number) return fromUtf8(c.text(r));
            if (const auto decimals = decimals_[static_cast<std::size_t>(index.column())];
                decimals && !std::isnan(c.numbers[r]))
                return numberText(c.numbers[r], *decimals);
            return shownNumber(c.numbers[r]);
        case Qt::ToolTipRole:
            return fromUtf8(c.text(r));
        case Qt::TextAlignmentRole:
            return QVariant(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
        case kImageRowRole:
            return row;
        default:
            return {};
    }
}

/// What it is, of how many images, and how filters name it; rich text.
QString ImageTableModel::meaningOfColumn(const Column& c) const {
    QString meaning = explained(coreText(c.title));
    if (meaning.isEmpty())
        meaning = QStringLiteral("<p>%1</p>")
                      .arg(c.key.starts_with("map_") ? tr("A coordinate on a map: near is alike, its unit means nothing.")
                                                     : tr("A column of the manifest, as it was imported."));
    std::size_t known = 0;
    for (std::size_t r = 0; r < table_->rows; ++r) known += c.missing(r) ? 0 : 1;
    return meaning + QStringLiteral("<p>%1</p>")
                         .arg(tr("%1 of %2 images have a value. In filters and tables: %3")
                                  .arg(known)
                                  .arg(table_->rows)
                                  .arg(fromUtf8(c.key))
                                  .toHtmlEscaped());
}

QVariant ImageTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole && section < rowCount()) return imageRow(section) + 1;
        return {};
    }
    if (section < 0 || section >= columnCount()) return {};
    const Column& c = column(section);
    if (role == Qt::DisplayRole) {
        const QString title = coreText(c.title);
        return c.unit.empty()    ? title
               : c.unit == "deg" ? title + QStringLiteral(" [°]")
                                 : QStringLiteral("%1 [%2]").arg(title, fromUtf8(c.unit));
    }
    if (role == Qt::ToolTipRole) return meaningOfColumn(c);
    if (role == Qt::TextAlignmentRole) {
        return QVariant((c.kind == Column::Kind::kNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

}  // namespace facespace
