#pragma once
#include <filesystem>

#include "core/report/report.h"

namespace facespace {

struct ProjectReport {
    std::filesystem::path project, folder;
    /// As of writeReport(); which rows its filter leaves is found here.
    ReportOptions options{};
    bool privacy = false;  ///< Numbers in place of names and paths, faces blurred, nothing of what was done in the project.
};

/// writeReport() of a project's file, which is read only. Any thread.
/// Errors: the project's, kInvalid (the filter), and those of writeReport().
Result<ReportSummary> writeProjectReport(const ProjectReport& wanted, const JobContext& job);

}  // namespace facespace
