#pragma once
#include <memory>
#include <QAbstractTableModel>
#include <QColor>
#include <vector>

#include "core/project/snapshot.h"

namespace facespace {

/// One row per identity: name, number of images, mean distance from the origin of the network in view. Sorts and searches
/// by itself. GUI thread only.
class IdentityModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { kName, kImages, kMeanDistance, kColumnCount };
    struct Identity {
        QString name;
        std::vector<int> rows;    ///< Of the snapshot, ascending.
        double meanDistance = 0;  ///< NaN if no image has a feature.
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// @param features may be null.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot, const FeatureSet* features);
    void setSearch(const QString& text);
    const Identity& identity(int row) const { return all_[static_cast<std::size_t>(order_[static_cast<std::size_t>(row)])]; }
    std::size_t identityCount() const { return all_.size(); }
    /// The model's row of the identity of an image, -1 if it is not shown.
    int rowOfImage(int imageRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

  private:
    void reorder();
    std::vector<Identity> all_;
    std::vector<int> order_;
    std::vector<int> identityOfRow_;
    QString search_;
    int sortColumn_ = kName;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace facespace
