#include <fmt/format.h>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/report/report.h"
#include "core/workflow/measure_into.h"

namespace facespace::cli {
namespace {

struct ReportWords {
    std::filesystem::path project, folder;
    ReportOptions options;
    std::uint64_t seed = 1;
    bool noFaces = false, noMeasuring = false;
};

Result<void> runReport(ReportWords words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    if (!words.noMeasuring && !project->readOnly()) {
        const auto measured = measureInto(*project, {}, job);
        if (!measured && measured.error().code != ErrorCode::kNotFound) return forward(measured);
        if (!measured) printNote(measured.error().message);
    }
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    const auto jobs = project->jobs();
    if (!jobs) return forward(jobs);
    words.options.analysis.setSeed(words.seed);
    words.options.faces = !words.noFaces;
    const auto summary = writeReport(**snapshot, *jobs, words.folder, words.options, job);
    if (!summary) return forward(summary);
    for (const auto& claim : summary->claims)
        fmt::print("{:13} {}{}\n", report::wordsOf(claim.verdict), claim.claim,
                   (*snapshot)->featureSets.size() > 1 ? fmt::format(" [{}]", claim.network) : "");
    fmt::print("{} and {} tables\n", summary->page.string(), summary->tables.size());
    return {};
}

}  // namespace

void addReport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("report",
                                       "Run every analysis and write one page with figures, tables and the claims of "
                                       "the paper's abstract");
    auto words = std::make_shared<ReportWords>();
    auto& o = words->options;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("-o,--output", words->folder, "Folder for report.html and tables/")->required();
    command->add_option("--network", o.network, "Only this one (default: all)");
    command->add_flag("--no-faces", words->noFaces, "Leave the small faces out of the page");
    command->add_flag("--no-measuring", words->noMeasuring, "Use the image-quality measures that are there");
    command->add_option("--seed", words->seed, "Seed of everything random")->capture_default_str();
    command->callback([words, &action] { action = [words](const JobContext& job) { return runReport(*words, job); }; });
}

}  // namespace facespace::cli
