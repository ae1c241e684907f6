#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "core/common/text.h"
#include "core/project/records.h"

namespace facespace {

/// The project's job log, latest first.
class JobLogModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { kWhat, kStatus, kStarted, kDuration, kMessage, kColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setJobs(std::vector<JobRecord> jobs);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    std::vector<JobRecord> jobs_;
};

/// An image without feature, and why.
struct SkippedImage {
    std::string network;
    std::string path;
    std::string identity;
    Text reason;
    int row = -1;  ///< Of the snapshot.
};

class SkippedModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { kPath, kReason, kNetwork, kColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setImages(std::vector<SkippedImage> images);
    const std::vector<SkippedImage>& images() const { return images_; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    std::vector<SkippedImage> images_;
};

/// RFC 4180, header path,identity,network,reason.
std::string skippedAsCsv(const std::vector<SkippedImage>& images);

}  // namespace facespace
