#pragma once
#include <map>
#include <memory>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/project/snapshot.h"
#include "widgets/models/project_writer.h"

namespace facespace {

/// What the analyst keeps: tags and notes of images, and named selections. In force at once; written to the project in the
/// background. GUI thread only.
class MarksModel : public QObject {
    Q_OBJECT
  public:
    explicit MarksModel(QObject* parent = nullptr);

    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);

    const std::vector<std::string>& tags(int row) const;
    bool hasTag(int row, const QString& tag) const;
    /// Of all images, sorted.
    QStringList allTags() const;
    int taggedCount(const QString& tag) const;
    void setTag(const std::vector<int>& rows, const QString& tag, bool present);

    QString note(int row) const;
    void setNote(int row, const QString& text);

    QStringList selectionNames() const;
    /// Ascending rows; images that are gone are left out.
    std::vector<int> selection(const QString& name) const;
    void keepSelection(const QString& name, const std::vector<int>& rows);
    void removeSelection(const QString& name);

    ProjectWriter& writer() { return writer_; }

  Q_SIGNALS:
    /// These images got the tag, or lost it.
    void tagged(const std::vector<int>& rows, const QString& tag, bool present);
    void noted(int row, const QString& before, const QString& after);
    void selectionsChanged();
    /// Tags or notes are in the file and nothing followed for a while: time to read the table again.
    void settled();
    void failed(const QString& message);

  private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::vector<std::vector<std::string>> tags_;  // Per row, sorted.
    std::vector<std::string> notes_;              // Per row.
    std::map<QString, std::vector<ImageId>> selections_;
    bool dirty_ = false;
    QTimer settle_;
    ProjectWriter writer_;
};

}  // namespace facespace
