#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "app/cli/analysis_arguments.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "core/report/chapters.h"
#include "core/report/parameters.h"
#include "core/report/project_report.h"

namespace facespace::cli {
namespace {

struct ReportArguments : AnalysisArguments {
    const AnalysisList* list = nullptr;
    FieldOptions options;
    std::vector<std::string> chapters;
    bool noFaces = false, noMeasuring = false;
    GradeOptions grades;
};

Result<ReportOptions> optionsOf(const ReportArguments& arguments) {
    ReportOptions options;
    options.list = arguments.list;
    options.grades = arguments.grades;
    const auto recorded = arguments.options.recorded();
    if (!recorded) return forward(recorded);
    if (!recorded->empty())
        if (const auto done = report::readParameters(options, *recorded); !done) return forward(done);
    // What is said in words takes precedence.
    if (!arguments.network.empty()) options.network = arguments.network;
    if (!arguments.filter.empty()) options.filter = arguments.filter;
    if (!arguments.unit.empty()) options.unit = arguments.unit;
    if (!arguments.chapters.empty()) options.chapters = arguments.chapters;
    if (arguments.noFaces) options.faces = false;
    for (const Analysis* analysis : *options.list) {
        if (!analysis->reported) continue;
        auto values = arguments.options.read(*analysis, false);
        if (!values) return forward(values);
        options.values.insert_or_assign(analysis->key, std::move(*values));
    }
    return options;
}

Result<void> runReport(const ReportArguments& arguments, const JobContext& job) {
    if (const auto there = arguments.options.filesExist(); !there) return there;
    const auto options = optionsOf(arguments);
    if (!options) return forward(options);
    if (!arguments.noMeasuring)
        if (const auto done = measureFirst(arguments.project, true, job); !done) return done;
    const auto summary = writeProjectReport({arguments.project, arguments.output, *options, arguments.privacy}, job);
    if (!summary) return forward(summary);
    std::set<std::string> networks;
    for (const auto& claim : summary->claims) networks.insert(claim.network);
    auto claims = nlohmann::json::array();
    std::string said;
    for (const auto& claim : summary->claims) {
        said += fmt::format("{:17} {}{}\n", report::termFor(claim), claim.claim,
                            networks.size() > 1 ? fmt::format(" [{}]", claim.network) : "");
        claims.push_back({{"claim", claim.claim}, {"found", report::termFor(claim)}, {"network", claim.network}});
    }
    printResult(fmt::format("{}{} and {} tables", said, summary->page.string(), summary->tables.size()),
                {{"page", summary->page.string()}, {"tables", summary->tables.size()}, {"claims", claims}});
    return {};
}

}  // namespace

void addReport(CLI::App& app, Action& action, const AnalysisList& list) {
    auto* command = app.add_subcommand("report",
                                       "Run every analysis and write one page in chapters, a paper or a question each, with "
                                       "figures, tables and what the data say of the claims");
    auto arguments = std::make_shared<ReportArguments>();
    arguments->list = &list;
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("-o,--output", arguments->output, "Folder for report.html and tables/")->required();
    const auto known = [&list](const std::string& key) {
        const auto chapter = report::chaptersNamed(list, {key});
        return chapter ? std::string() : chapter.error().message.english();
    };
    command->add_option("--paper", arguments->chapters, "One chapter alone: " + report::chapterKeys(list))
        ->expected(1)
        ->type_name("KEY")
        ->check(known);
    command->add_option("--chapters", arguments->chapters, "Only these, with commas between them")
        ->delimiter(',')
        ->type_name("KEY,…")
        ->check(known)
        ->excludes("--paper");
    command->add_option("--network", arguments->network, "Only this one (default: all)");
    command->add_option("--filter", arguments->filter, "Only images that this expression lets pass: \"abs(yaw) > 45\"");
    command->add_option("--unit", arguments->unit,
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
    grades("--r2-grades", arguments->grades.r2, "R²");
    grades("--auc-grades", arguments->grades.auc, "AUC");
    grades("--ratio-grades", arguments->grades.ratio, "ratio of shares near the origin");
    grades("--difference-grades", arguments->grades.difference, "difference of two networks (a share)");
    grades("--variance-grades", arguments->grades.variance, "identities' part of the variance of view effects");
    grades("--rho-grades", arguments->grades.rho, "rank correlation of the measure that rises least");
    command->add_flag("--no-faces", arguments->noFaces, "Leave the small faces out of the page");
    command->add_flag("--privacy", arguments->privacy, "Numbers in place of names and paths, faces blurred");
    command->add_flag("--no-measuring", arguments->noMeasuring, "Use the image-quality measures that are there");
    arguments->options.addParameters(*command);
    for (const Analysis* analysis : list)
        if (analysis->reported) arguments->options.addTo(*command, analysis->fields, false, analysis->title);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runReport(*arguments, job); }; });
}

}  // namespace facespace::cli
