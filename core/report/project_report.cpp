#include "core/report/project_report.h"

#include "core/analyses/scope.h"
#include "core/project/anonymous.h"
#include "core/project/data_table.h"
#include "core/view/colouring.h"

namespace facespace {

Result<ReportSummary> writeProjectReport(const ProjectReport& wanted, const JobContext& job) {
    const auto project = Project::open(wanted.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    const auto jobs = project->jobs();
    if (!jobs) return forward(jobs);
    ReportOptions options = wanted.options;
    if (!options.filter.empty()) {
        const auto passes = passesOf(options.filter, buildDataTable(**snapshot), **snapshot, options.network);
        if (!passes) return forward(passes);
        options.rows = rowsOf(*passes);
        options.filter = filterForFile(options.filter, wanted.privacy);
    }
    // What was done names files and folders.
    return writeReport(wanted.privacy ? withoutNames(**snapshot) : *snapshot,
                       wanted.privacy ? std::vector<JobRecord>{} : *jobs, wanted.folder, options, job);
}

}  // namespace facespace
