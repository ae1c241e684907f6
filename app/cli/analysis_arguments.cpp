#include "app/cli/analysis_arguments.h"

#include <fmt/format.h>
#include <cmath>

#include "app/cli/console.h"
#include "core/analyses/scope.h"
#include "core/common/number_text.h"
#include "core/project/anonymous.h"
#include "core/project/data_table.h"
#include "core/view/colouring.h"
#include "core/workflow/store_measures.h"

namespace facespace::cli {

void AnalysisArguments::addTo(CLI::App& command, bool ofOneNetwork) {
    command.add_option("project", project, "The project file")->required();
    if (ofOneNetwork) command.add_option("--network", network, "Whose features (needed if the project has several)");
    command.add_option("--filter", filter, "Only images that this expression lets pass: \"abs(yaw) > 45\"");
    if (ofOneNetwork)
        command.add_option("--unit", unit,
                           "Column whose equal values, within an identity, are one observation (default: the video; a still "
                           "is one of its own)");
    command.add_option("-o,--output", output, "Folder for the tables, each as CSV and JSON");
    command.add_flag_callback(
        "--json", [] { telling().jsonResults = true; }, "Print the tables as JSON in place of a summary");
    command.add_flag("--privacy", privacy, "Numbers in place of names and paths");
}

bool AnalysisArguments::json() const { return telling().jsonResults; }

std::shared_ptr<const Snapshot> AnalysisArguments::shown(const std::shared_ptr<const Snapshot>& snapshot) const {
    return privacy ? withoutNames(*snapshot) : snapshot;
}

Result<std::shared_ptr<const Snapshot>> AnalysisArguments::snapshot() const {
    const auto opened = Project::open(project, Project::Mode::kReadOnly);
    if (!opened) return forward(opened);
    return loadSnapshot(*opened);
}

Result<AnalysisScope> AnalysisArguments::scope(const Snapshot& snapshot) const {
    AnalysisScope scope{network, {}, unit};
    if (filter.empty()) return scope;
    const auto passes = passesOf(filter, buildDataTable(snapshot), snapshot, network);
    if (!passes) return forward(passes);
    scope.rows = rowsOf(*passes);
    return scope;
}

Result<void> measureFirst(const std::filesystem::path& file, bool quiet, const JobContext& job) {
    auto project = Project::open(file);
    if (!project) return forward(project);
    if (project->readOnly()) return {};
    const auto summary = storeMeasures(*project, {}, job);
    if (!summary && summary.error().code == ErrorCode::kNotFound) {
        printNote(summary.error().message);
        return {};
    }
    if (!summary) return forward(summary);
    if (summary->measured + summary->skipped > 0 && !quiet)
        fmt::print("measured {} images in {:.1f} s, {} could not be measured\n", groupedNumber(summary->measured),
                   summary->seconds, groupedNumber(summary->skipped));
    return {};
}

MadeTables AnalysisArguments::noTables() const { return {filter.empty() ? "all" : filterForFile(filter, privacy), unit}; }

Result<void> AnalysisArguments::write(const MadeTables& tables) const {
    if (json()) fmt::print("{}\n", tables.json(false));
    if (output.empty()) return {};
    const auto files = tables.write(output);
    if (!files) return forward(files);
    if (!json()) fmt::print("{} tables in {}\n", tables.count(), output.string());
    return {};
}

void DegradationArguments::addTo(CLI::App& command, const std::string& group) {
    const auto grouped = [&](CLI::Option* option) {
        option->capture_default_str();
        if (!group.empty()) option->group(group);
    };
    for (const DegradationField& field : degradationFields())
        grouped(command.add_option(fmt::format("--{}", field.key), degradation.*field.value)
                    ->description(
                        fmt::format("{}, {:g} to {:g}", withUnit(field.title, field.unit.words), field.low, field.high))
                    ->check(CLI::Range(field.low, field.high)));
    grouped(command.add_option("--side", side, "From where the occluding cover comes")
                ->check(CLI::IsMember({"bottom", "top", "left", "right"})));
}

Result<Degradation> DegradationArguments::read() const {
    Degradation read = degradation;
    const auto from = coverSideFromString(side);
    if (!from) return forward(from);
    read.side = *from;
    if (const auto checked = checkDegradation(read); !checked) return forward(checked);
    return read;
}

}  // namespace facespace::cli
