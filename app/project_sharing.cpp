#include "app/project_sharing.h"

#include <utility>

namespace facespace {
namespace {

constexpr int kLookMs = 1000;

}  // namespace

ProjectSharing::ProjectSharing(QObject* parent) : QObject(parent) {
    look_.setInterval(kLookMs);
    connect(&look_, &QTimer::timeout, this, &ProjectSharing::look);
}

ProjectSharing::~ProjectSharing() { begin({}); }

void ProjectSharing::begin(const std::filesystem::path& file) {
    if (file == file_ && hold_.held()) return;
    look_.stop();
    if (!file_.empty() && hold_.other()) openForReadingOnly(file_, std::nullopt);
    hold_ = {};
    file_ = file;
    if (file_.empty()) return;
    take();
    changes_ = facespace::changesByOthers(file_);
    look_.start();
}

void ProjectSharing::take() {
    hold_ = ProjectHold::take(file_, "the window");
    // Another window of this program writes through the same rules as this one.
    const bool elsewhere = hold_.other() && !hold_.other()->isThisProcess();
    openForReadingOnly(file_, elsewhere ? hold_.other() : std::nullopt);
}

void ProjectSharing::look() {
    if (hold_.other()) {
        take();
        if (!hold_.other()) Q_EMIT taken();
    }
    const std::uint64_t changes = facespace::changesByOthers(file_);
    if (std::exchange(changes_, changes) != changes) Q_EMIT changedByOthers();
}

}  // namespace facespace
