#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/compute/predictors.h"
#include "core/workflow/demo.h"
#include "core/workflow/follow_up.h"

namespace facespace::cli {
namespace {

struct DemoArguments {
    std::filesystem::path folder;
    bool full = false;
};

Result<void> mapsAndPredictions(Project& project, const NetworkRecord& network, const JobContext& job) {
    const auto maps = project.maps();
    if (!maps) return forward(maps);
    const auto predictions = project.predictions();
    if (!predictions) return forward(predictions);
    const FollowUp steps = planFollowUp(network, *maps, *predictions);
    for (const MapOptions& options : steps.maps) {
        if (const auto map = storeMap(project, options, job); !map) return forward(map);
        printResult(fmt::format("map: {} of {}", options.method, network.name),
                    {{"map", options.method}, {"network", network.name}});
    }
    if (!steps.predictions) return {};
    const auto made = storePredictions(project, *steps.predictions, job);
    if (!made) return forward(made);
    for (const PredictionRecord& p : *made)
        printResult(fmt::format("predicted: {} from {}", p.target, network.name),
                    {{"predicted", p.target}, {"network", network.name}});
    return {};
}

Result<void> runDemo(const DemoArguments& arguments, const JobContext& job) {
    const DemoOptions options = arguments.full ? DemoOptions::full() : DemoOptions::quick();
    const auto networks = shippedNetworks();
    if (!networks) return forward(networks);
    const auto grown = growDemo(arguments.folder, options, job);
    if (!grown) return forward(grown);
    printResult(fmt::format("{} rendered images of {} identities", groupedNumber(grown->images),
                            groupedNumber(options.faces.identities)),
                {{"images", grown->images}, {"identities", options.faces.identities}});
    auto project = Project::open(demoProjectFile(arguments.folder));
    if (!project) return forward(project);
    for (const NetworkDescriptor& network : *networks) {
        if (&network == &networks->front()) continue;  // done while the faces were rendered
        if (const auto extracted = storeFeatures(*project, network, options.extraction, job); !extracted)
            return forward(extracted);
    }
    const auto records = project->networks();
    if (!records) return forward(records);
    for (const NetworkRecord& record : *records)
        if (const auto done = mapsAndPredictions(*project, record, job); !done) return done;
    const std::string file = demoProjectFile(arguments.folder).string();
    printResult("project: " + file, {{"project", file}});
    return {};
}

}  // namespace

void addDemo(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("demo",
                                       "Make the demo: rendered faces, the features of both networks that come with "
                                       "FaceSpace, maps and predictions");
    auto arguments = std::make_shared<DemoArguments>();
    command
        ->add_option("-o,--output", arguments->folder, "The folder to write; completed if it holds a part of the same demo")
        ->required();
    command->add_flag("--full", arguments->full, "24,000 images of 500 identities instead of 6,000 of 125");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runDemo(*arguments, job); }; });
}

}  // namespace facespace::cli
