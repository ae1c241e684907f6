#include <fmt/format.h>
#include <memory>

#include "app/cli/analysis_words.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "core/report/parameters.h"
#include "core/report/report.h"
#include "core/view/colouring.h"

namespace facespace::cli {
namespace {

struct ReportWords : AnalysisWords {
    const AnalysisList* list = nullptr;
    FieldOptions options;
    bool noFaces = false, noMeasuring = false;
    GradeOptions grades;
};

Result<ReportOptions> optionsOf(const ReportWords& words, const Snapshot& snapshot) {
    ReportOptions options;
    options.list = words.list;
    options.grades = words.grades;
    const auto recorded = words.options.recorded();
    if (!recorded) return forward(recorded);
    if (!recorded->empty())
        if (const auto done = report::readParameters(options, *recorded); !done) return forward(done);
    // What is said in words takes precedence.
    if (!words.network.empty()) options.network = words.network;
    if (!words.filter.empty()) options.filter = words.filter;
    if (!words.unit.empty()) options.unit = words.unit;
    if (words.noFaces) options.faces = false;
    AnalysisWords images = words;
    images.filter = options.filter;
    const auto scope = images.scope(snapshot);
    if (!scope) return forward(scope);
    options.rows = scope->rows;
    options.filter = filterForFile(options.filter, words.privacy);
    for (const Analysis* analysis : *options.list) {
        if (!analysis->reported) continue;
        auto values = words.options.read(*analysis, false);
        if (!values) return forward(values);
        options.values.insert_or_assign(analysis->key, std::move(*values));
    }
    return options;
}

Result<void> runReport(const ReportWords& words, const JobContext& job) {
    if (!words.noMeasuring)
        if (const auto done = measureFirst(words.project, true, job); !done) return done;
    const auto project = Project::open(words.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    const auto jobs = project->jobs();
    if (!jobs) return forward(jobs);
    const auto options = optionsOf(words, **snapshot);
    if (!options) return forward(options);
    // What was done names files and folders.
    const auto summary =
        writeReport(words.shown(*snapshot), words.privacy ? std::vector<JobRecord>{} : *jobs, words.output, *options, job);
    if (!summary) return forward(summary);
    for (const auto& claim : summary->claims)
        fmt::print("{:17} {}{}\n", report::wordsOf(claim), claim.claim,
                   (*snapshot)->featureSets.size() > 1 ? fmt::format(" [{}]", claim.network) : "");
    fmt::print("{} and {} tables\n", summary->page.string(), summary->tables.size());
    return {};
}

}  // namespace

void addReport(CLI::App& app, Action& action, const AnalysisList& list) {
    auto* command = app.add_subcommand("report",
                                       "Run every analysis and write one page with figures, tables and the claims of "
                                       "the paper's abstract");
    auto words = std::make_shared<ReportWords>();
    words->list = &list;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("-o,--output", words->output, "Folder for report.html and tables/")->required();
    command->add_option("--network", words->network, "Only this one (default: all)");
    command->add_option("--filter", words->filter, "Only images that this expression lets pass: \"abs(yaw) > 45\"");
    command->add_option("--unit", words->unit,
                        "Column whose equal values, within an identity, are one observation (default: the video; a still is "
                        "one of its own)");
    const auto grades = [&](const char* name, GradeLimits& limits, const char* what) {
        command
            ->add_option_function<std::vector<double>>(
                name,
                [&limits](const std::vector<double>& given) {
                    limits.moderate = given[0];
                    limits.strong = given[1];
                },
                fmt::format("From which {} on support is moderate, and strong (default: {:g} {:g})", what, limits.moderate,
                            limits.strong))
            ->expected(2);
    };
    grades("--r2-grades", words->grades.r2, "R²");
    grades("--auc-grades", words->grades.auc, "AUC");
    grades("--ratio-grades", words->grades.ratio, "ratio of shares near the origin");
    grades("--difference-grades", words->grades.difference, "difference of two networks (a share)");
    command->add_flag("--no-faces", words->noFaces, "Leave the small faces out of the page");
    command->add_flag("--privacy", words->privacy, "Numbers in place of names and paths, faces blurred");
    command->add_flag("--no-measuring", words->noMeasuring, "Use the image-quality measures that are there");
    words->options.addParameters(*command);
    for (const Analysis* analysis : list)
        if (analysis->reported) words->options.addTo(*command, analysis->fields, false, analysis->title);
    command->callback([words, &action] { action = [words](const JobContext& job) { return runReport(*words, job); }; });
}

}  // namespace facespace::cli
