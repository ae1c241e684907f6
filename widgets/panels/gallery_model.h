#pragma once
#include <memory>
#include <QAbstractListModel>
#include <vector>

#include "core/project/data_table.h"

namespace facespace {

/// The images in the order of one column, for the gallery; in groups if wanted. A group begins on a line of its own with a
/// title in the place of a first image, and empty places fill its last line. GUI thread only.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { kImageRowRole = Qt::UserRole, kValueRole, kGroupTitleRole, kGroupCountRole };
    /// In place of a column's key: ten groups of equal size along the order.
    static constexpr const char* kDeciles = "#deciles";
    using QAbstractListModel::QAbstractListModel;

    void setTable(std::shared_ptr<const DataTable> table);
    /// An unknown or empty key shows import order.
    void setOrder(const QString& key, Qt::SortOrder order);
    /// Shows these rows only (ascending); nothing shows all.
    void setOnly(const std::vector<int>* rows);

    /// A column of classes, kDeciles, or empty: no groups.
    void setGroups(const QString& key);
    const QString& groups() const { return groupKey_; }
    /// How many images fit on a line; matters with groups.
    void setLineLength(int length);

    const QString& key() const { return key_; }
    /// −1 for a title or an empty place.
    int imageRow(int row) const { return order_[static_cast<std::size_t>(row)]; }
    /// The image of a place, or all images of the group of a title.
    std::vector<int> imageRows(int row) const;
    int modelRow(int imageRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    struct Group {
        QString title;
        std::vector<int> rows;
    };
    void rebuild();
    std::vector<Group> grouped(const std::vector<int>& rows) const;
    std::vector<Group> deciles(const std::vector<int>& rows) const;
    const Group* titleAt(int row) const;
    std::shared_ptr<const DataTable> table_;
    QString key_;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    bool restricted_ = false;
    std::vector<int> only_;
    QString groupKey_;
    int lineLength_ = 1;
    std::vector<int> order_, position_;  // −1 in order_: a title or an empty place.
    std::vector<Group> groups_;
    std::vector<int> groupStart_;  // Model rows of titles, ascending.
};

}  // namespace facespace
