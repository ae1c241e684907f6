#pragma once
#include <memory>
#include <QAbstractListModel>
#include <vector>

#include "core/project/data_table.h"

namespace facespace {

/// The images in the order of one column, for the gallery. GUI thread only.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { kImageRowRole = Qt::UserRole, kValueRole };
    using QAbstractListModel::QAbstractListModel;

    void setTable(std::shared_ptr<const DataTable> table);
    /// An unknown or empty key shows import order.
    void setOrder(const QString& key, Qt::SortOrder order);
    /// Shows these rows only (ascending); nothing shows all.
    void setOnly(const std::vector<int>* rows);

    const QString& key() const { return key_; }
    int imageRow(int row) const { return order_[static_cast<std::size_t>(row)]; }
    int modelRow(int imageRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  private:
    void rebuild();
    std::shared_ptr<const DataTable> table_;
    QString key_;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    bool restricted_ = false;
    std::vector<int> only_;
    std::vector<int> order_, position_;
};

}  // namespace facespace
