#include "app/project_reader.h"

#include <utility>

namespace facespace {

ProjectReader::ProjectReader(Workspace* workspace, QObject* parent) : QObject(parent), workspace_(workspace) {
    connect(&sharing_, &ProjectSharing::changedByOthers, this, [this] { reload(); });
    connect(&sharing_, &ProjectSharing::taken, this, [this] { reload([this] { Q_EMIT becameWritable(); }); });
}

void ProjectReader::open(const std::filesystem::path& file, Then then) {
    file_ = file;
    sharing_.begin(file);
    opening_ = true;
    reload(std::move(then));
}

void ProjectReader::reload(Then then) {
    if (then) after_.push_back(std::move(then));
    if (file_.empty()) return;
    if (loader_.running()) {
        again_ = true;
        return;
    }
    const auto& shown = workspace_->snapshot();
    const auto previous = shown && shown->projectFile == file_ ? shown : nullptr;
    loader_.start<LoadedProject>(
        tr("Reading the project"), [file = file_, previous](const JobContext&) { return loadProject(file, previous.get()); },
        [this, file = file_](Result<LoadedProject> result) {
            if (file != file_) return reload();  // another project was opened meanwhile
            loaded(std::move(result));
        });
}

void ProjectReader::loaded(Result<LoadedProject> result) {
    if (!result) {
        after_.clear();
        if (opening_) file_ = workspace_->snapshot() ? workspace_->snapshot()->projectFile : std::filesystem::path();
        sharing_.begin(file_);
        opening_ = false;
        again_ = false;
        Q_EMIT failed(result.error());
        return;
    }
    if (std::exchange(again_, false)) {
        // What was asked for since may need what is in the file only now.
        take(std::move(*result));
        return reload();
    }
    take(std::move(*result));
    for (const Then& then : std::exchange(after_, {})) then();
}

void ProjectReader::take(LoadedProject project) {
    const bool first = std::exchange(opening_, false);
    workspace_->setSnapshot(project.snapshot, project.table);
    Q_EMIT recordsChanged(project.jobs, project.skipped);
    if (first) Q_EMIT opened(QString::fromStdString(file_.string()), project.readOnly);
    if (first && !project.imagesPresent)
        Q_EMIT imagesMissing(QString::fromStdString(project.snapshot->images.root.string()));
    Q_EMIT taken();
}

}  // namespace facespace
