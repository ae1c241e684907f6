#pragma once
#include <memory>
#include <optional>
#include <QAbstractTableModel>
#include <vector>

#include "core/project/data_table.h"

namespace facespace {

/// A number as panels show it: about four significant digits, true minus sign; "" if it is NaN.
QString shownNumber(double value);

/// Decimals with which all numbers of a column line up: those that shownNumber() gives its largest; 0 if all are whole, none
/// if all are too small for that.
std::optional<int> decimalsOf(const std::vector<double>& numbers);

/// The rows of `table` in the order of one column: numbers by value, categories and texts as people sort them; missing
/// values last in either direction; equal ones in import order.
std::vector<int> sortedRows(const DataTable& table, const Column& column, Qt::SortOrder order);

/// All images and all columns of a DataTable; sorts and filters by its own index of rows, so that 24,000 rows take
/// milliseconds. GUI thread only.
class ImageTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { kImageRowRole = Qt::UserRole, kSortKeyRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// A table of the same columns and at least the same rows keeps sorting and filter.
    void setTable(std::shared_ptr<const DataTable> table);
    const DataTable* table() const { return table_.get(); }
    /// Shows rows with a text or category that contains all the words, without regard to case; an empty filter shows all.
    void setFilter(const QString& words);
    /// One flag per image: which may be shown at all; empty: all.
    void setKept(const std::vector<std::uint8_t>& kept);

    /// The image (row of the snapshot) in a row of this model, and back (-1 if filtered out).
    int imageRow(int row) const { return order_[static_cast<std::size_t>(row)]; }
    int modelRow(int imageRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

  private:
    std::vector<int> computeOrder() const;
    void applyOrder();
    const Column& column(int index) const { return table_->columns[static_cast<std::size_t>(index)]; }

    QString meaningOfColumn(const Column& c) const;
    std::shared_ptr<const DataTable> table_;
    std::vector<std::optional<int>> decimals_;  // of each column
    std::vector<int> order_;                    // model row → image row
    std::vector<int> position_;                 // image row → model row, -1 if filtered out
    QStringList words_;
    std::vector<std::uint8_t> kept_;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace facespace
