#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/shard_options.h"
#include "core/common/number_text.h"
#include "core/workflow/store_measures.h"

namespace facespace::cli {
namespace {

struct MeasureArguments {
    std::filesystem::path project;
    ShardArguments shard;
};

Result<void> runMeasure(const MeasureArguments& arguments, const JobContext& job) {
    auto opened = arguments.shard.open(arguments.project, "measure", job);
    if (!opened) return forward(opened);
    const auto summary = storeMeasures(opened->project, {}, job);
    if (!summary) return forward(summary);
    printResult(
        fmt::format("{} images measured, {} there before, {} could not be measured", groupedNumber(summary->measured),
                    groupedNumber(summary->alreadyThere), groupedNumber(summary->skipped)),
        {{"measured", summary->measured},
         {"there_before", summary->alreadyThere},
         {"skipped", summary->skipped},
         {"seconds", summary->seconds}});
    return {};
}

}  // namespace

void addMeasure(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "measure",
        "Measure the image quality of every face; goes on where an earlier run stopped. Analyses that need it do so");
    auto arguments = std::make_shared<MeasureArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    arguments->shard.addTo(*command, "Only this of so many parts, as 2/8, in a project of its own; “merge” joins them");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runMeasure(*arguments, job); }; });
}

}  // namespace facespace::cli
