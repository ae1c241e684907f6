#include "core/workflow/job_log.h"

#include "core/common/log.h"

namespace facespace {

JobLogEntry::JobLogEntry(Project& project, const std::string& kind, const std::string& parametersJson) : project_(project) {
    if (const auto id = project_.beginJob(kind, parametersJson))
        id_ = *id;
    else
        spdlog::warn("The job log was not written: {}", id.error().message);
}

JobLogEntry::~JobLogEntry() { end("failed", say("Ended without a result.")); }

void JobLogEntry::done(const Text& message) { end("done", message); }

void JobLogEntry::ended(const Error& error) {
    end(error.code == ErrorCode::kCancelled ? "cancelled" : "failed", error.message);
}

void JobLogEntry::end(const std::string& status, const Text& message) {
    if (!id_) return;
    if (const auto written = project_.endJob(id_, status, message); !written)
        spdlog::warn("The job log was not written: {}", written.error().message);
    id_ = {};
}

}  // namespace facespace
