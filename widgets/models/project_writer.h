#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <QObject>

#include "core/project/project.h"

namespace facespace {

/// Writes small changes to the project on a worker thread, one after another in the order asked for, so that a click never
/// waits for the disk. Destruction and another file wait until everything is written. GUI thread only.
class ProjectWriter : public QObject {
    Q_OBJECT
  public:
    using Change = std::function<Result<void>(Project&)>;

    explicit ProjectWriter(QObject* parent = nullptr);
    ~ProjectWriter() override;
    void setFile(const std::filesystem::path& file);
    void write(Change change);
    bool writing() const { return pending_ > 0; }
    /// Until nothing is left to write.
    void wait();

  Q_SIGNALS:
    /// All changes so far are in the file, or were refused.
    void written();
    void failed(const QString& message);

  private:
    struct Worker;
    void finished(const QString& problem);
    std::unique_ptr<Worker> worker_;
    int pending_ = 0;
};

}  // namespace facespace
