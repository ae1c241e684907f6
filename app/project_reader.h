#pragma once
#include <filesystem>
#include <functional>
#include <QObject>
#include <vector>

#include "app/project_loader.h"
#include "app/project_sharing.h"
#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// Reads the project on a thread of its own, as often as something is written to it, and hands it to the workspace. GUI
/// thread only.
class ProjectReader : public QObject {
    Q_OBJECT
  public:
    using Then = std::function<void()>;
    explicit ProjectReader(Workspace* workspace, QObject* parent = nullptr);

    /// Reads a project that becomes the shown one; `then` once it is.
    void open(const std::filesystem::path& file, Then then = {});
    /// Reads it again; asked for while it is being read, it is read once more after that.
    void reload(Then then = {});
    /// "" before the first.
    const std::filesystem::path& file() const { return file_; }
    ProjectSharing& sharing() { return sharing_; }

  Q_SIGNALS:
    void opened(const QString& file, bool readOnly);
    void imagesMissing(const QString& folder);
    void recordsChanged(const std::vector<facespace::JobRecord>& jobs, const std::vector<facespace::SkippedImage>& skipped);
    /// What another window or command had can be changed here now, and was read again.
    void becameWritable();
    /// The workspace holds what was read.
    void taken();
    void failed(const facespace::Error& error);

  private:
    void loaded(Result<LoadedProject> result);
    void take(LoadedProject project);

    Workspace* workspace_;
    std::filesystem::path file_;
    bool opening_ = false;
    bool again_ = false;
    std::vector<Then> after_;
    ProjectSharing sharing_;
    JobRunner loader_;
};

}  // namespace facespace
