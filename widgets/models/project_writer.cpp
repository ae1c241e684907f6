#include "widgets/models/project_writer.h"

#include <optional>
#include <QThreadPool>

#include "widgets/words/core_text.h"

namespace facespace {

/// What the worker thread uses; its pool has one thread.
struct ProjectWriter::Worker {
    std::filesystem::path file;
    std::optional<Project> project;
    QThreadPool pool;

    Result<void> apply(const Change& change) {
        if (!project) {
            auto opened = Project::open(file);
            if (!opened) return forward(opened);
            project.emplace(std::move(*opened));
        }
        return change(*project);
    }
};

ProjectWriter::ProjectWriter(QObject* parent) : QObject(parent), worker_(std::make_unique<Worker>()) {
    worker_->pool.setMaxThreadCount(1);
}

ProjectWriter::~ProjectWriter() { worker_->pool.waitForDone(); }

void ProjectWriter::wait() { worker_->pool.waitForDone(); }

void ProjectWriter::setFile(const std::filesystem::path& file) {
    if (file == worker_->file) return;
    wait();
    worker_->project.reset();
    worker_->file = file;
}

void ProjectWriter::write(Change change) {
    if (worker_->file.empty()) return;
    ++pending_;
    worker_->pool.start([this, change = std::move(change)] {
        const auto done = worker_->apply(change);
        const QString problem = done ? QString() : coreText(done.error().message);
        QMetaObject::invokeMethod(
            this, [this, problem] { finished(problem); }, Qt::QueuedConnection);
    });
}

void ProjectWriter::finished(const QString& problem) {
    --pending_;
    if (!problem.isEmpty()) Q_EMIT failed(problem);
    if (pending_ == 0) Q_EMIT written();
}

}  // namespace facespace
