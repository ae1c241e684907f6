// How the report was made.
#include <fmt/format.h>

#include "core/common/markup.h"
#include "core/report/json_text.h"
#include "core/report/sections.h"

namespace facespace::report {

void addProvenance(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all,
                   const std::vector<JobRecord>& jobs, const AnalysisOptions& options) {
    page.heading(2, "How it was made", "how");
    page.paragraph(
        fmt::format("FaceSpace {}, project {}. The same project and parameters give the same page: "
                    "facespace-cli report {} -o FOLDER --seed {}.",
                    FACESPACE_VERSION, snapshot.projectFile.filename().string(), snapshot.projectFile.filename().string(),
                    options.prediction.experiment.seed));
    for (const NetworkFindings& f : all) {
        page.heading(3, fmt::format("Network “{}”", f.network.name));
        page.raw(fmt::format("<p>SHA-256 of the weights: <code>{}</code><br>Faces cut out: <code>{}</code></p>\n",
                             f.network.sha256.empty() ? "none, features were imported" : escapedMarkup(f.network.sha256),
                             escapedMarkup(f.network.settingsJson)));
        if (!f.network.descriptorJson.empty())
            page.raw("<pre>" + escapedMarkup(readableJson(f.network.descriptorJson)) + "</pre>\n");
    }
    page.heading(3, "Parameters");
    page.raw("<pre>" + escapedMarkup(readableJson(options.json())) + "</pre>\n");
    page.heading(3, "What was done in the project");
    Table table{"", "", {"started", "kind", "settings", "status", "message"}, {}, false};
    for (const JobRecord& job : jobs)
        table.add(job.startedUtc, job.kind, settingsText(job.parametersJson), job.status, job.message);
    page.table(table,
               {{"started", "Started (UTC)"},
                {"kind", "Step"},
                {"settings", "Settings"},
                {"status", "Ended"},
                {"message", "Outcome"}},
               60);
}

}  // namespace facespace::report
