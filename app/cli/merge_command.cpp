#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/common/number_text.h"
#include "core/workflow/merge_shards.h"

namespace facespace::cli {
namespace {

struct MergeArguments {
    std::filesystem::path project;
    MergeOptions options;
};

void print(const MergeReport& report) {
    std::string words = fmt::format("{} of {} shards", groupedNumber(report.shards), groupedNumber(report.of));
    nlohmann::json parts = nlohmann::json::array();
    for (const MergedPart& part : report.parts) {
        words += fmt::format("\n{}: {} merged, {} there before, {} images skipped",
                             part.name.empty() ? "image quality" : part.name, groupedNumber(part.merged),
                             groupedNumber(part.alreadyThere), groupedNumber(part.skipped));
        parts.push_back(
            {{"name", part.name}, {"merged", part.merged}, {"there_before", part.alreadyThere}, {"skipped", part.skipped}});
    }
    printResult(words, {{"shards", report.shards}, {"of", report.of}, {"parts", parts}, {"lacking", report.lacking}});
    if (!report.lacking.empty()) printNote(say("missing or not finished: {}", numberRanges(report.lacking)));
}

Result<void> runMerge(const MergeArguments& arguments, const JobContext& job) {
    auto opened = openToChange(arguments.project, "merge");
    if (!opened) return forward(opened);
    const auto report = mergeShards(opened->project, arguments.options, job);
    if (!report) return forward(report);
    print(*report);
    return {};
}

}  // namespace

void addMerge(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "merge", "Put the shards that other machines made (“--shard”) into the project; any order, and again");
    auto arguments = std::make_shared<MergeArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("shards", arguments->options.shards, "The shards' files")->required();
    command->add_flag("--partial", arguments->options.partial,
                      "Merge what there is, though shards are missing or not finished");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runMerge(*arguments, job); }; });
}

}  // namespace facespace::cli
