#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "app/cli/network_options.h"
#include "core/compute/network_trial.h"
#include "core/network/descriptor_check.h"
#include "core/network/network.h"
#include "core/network/network_guess.h"
#include "core/network/network_pack.h"

namespace facespace::cli {
namespace {

struct NetworkArguments {
    std::filesystem::path network, output, project;
    bool layers = false, dryRun = false;
    NetworkHostOptions host;
};

const char* orderOf(const NetworkDescriptor& d) {
    return d.channels == ChannelOrder::kGrey ? "grey" : d.channels == ChannelOrder::kBgr ? "BGR" : "RGB";
}

nlohmann::json factsOf(const NetworkDescriptor& d) {
    const auto channels = static_cast<std::ptrdiff_t>(d.channelCount());
    const auto first = [&](const auto& values) { return std::vector<double>(values.begin(), values.begin() + channels); };
    return {{"name", d.name},
            {"dimension", d.dimension},
            {"width", d.inputWidth},
            {"height", d.inputHeight},
            {"channels", orderOf(d)},
            {"mean", first(d.mean)},
            {"std", first(d.std)},
            {"feature_output", d.featureOutput},
            {"norm_output", d.normOutput},
            {"inner_layer", d.innerLayer},
            {"weights", d.weightsFile.string()}};
}

void print(const NetworkDescriptor& d) {
    fmt::print("{}: {} features, input {} × {} {}\n", d.name, d.dimension, d.inputWidth, d.inputHeight, orderOf(d));
    const auto channels = static_cast<std::size_t>(d.channelCount());
    fmt::print("mean {}, std {}\n", fmt::join(d.mean.begin(), d.mean.begin() + channels, ", "),
               fmt::join(d.std.begin(), d.std.begin() + channels, ", "));
    if (!d.featureOutput.empty()) fmt::print("feature: output {}\n", d.featureOutput);
    if (!d.normOutput.empty()) fmt::print("norm: output {}\n", d.normOutput);
    if (!d.innerLayer.empty()) fmt::print("inner layer: {}\n", d.innerLayer);
    if (d.flip != FlipRule::kNone) fmt::print("mirrored images: {}\n", toString(d.flip));
    fmt::print("weights: {}\n", d.weightsFile.string());
}

/// Prints how well each plausible way of feeding the network tells the project's identities apart.
Result<TriedChoice> tryOut(const NetworkArguments& arguments, const NetworkDescriptor& network, const JobContext& job) {
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    TrialOptions options;
    options.host = arguments.host;
    const auto trial = tryNetwork(**snapshot, network, options, job);
    if (!trial) return forward(trial);
    fmt::print("tried on {} images of {} identities:\n", trial->images, trial->identities);
    for (const TriedChoice& choice : trial->choices)
        fmt::print("  AUC {:.4f}  {}{}\n", choice.auc, choiceText(choice.descriptor), choice.given ? " (as it stands)" : "");
    const auto given = std::ranges::find_if(trial->choices, &TriedChoice::given);
    const TriedChoice& best = trial->choices.front();
    const bool better = !best.given && (best.lead.low > 0 || std::isnan(given->auc));
    if (best.given)
        fmt::print("as it stands is the best of these\n");
    else if (better)
        fmt::print("the first does better than as it stands: AUC {:+.4f} (95 % interval {:+.4f} to {:+.4f})\n",
                   best.lead.value, best.lead.low, best.lead.high);
    else
        fmt::print("these images do not tell the first from as it stands: AUC {:+.4f} (95 % interval {:+.4f} to {:+.4f})\n",
                   best.lead.value, best.lead.low, best.lead.high);
    return better ? best : *given;
}

Result<void> guess(const NetworkArguments& arguments, const JobContext& job) {
    if (arguments.layers)
        return fail(ErrorCode::kInvalid,
                    "Layers are listed of a network with a descriptor; make that first, without --layers.");
    const auto weights = networkIn(arguments.network);
    if (!weights) return forward(weights);
    if (const auto place = placeForDescriptor(weights->file, arguments.output); !place && !arguments.dryRun)
        return forward(place);
    auto guessed = guessNetwork(arguments.network, arguments.host, job);
    if (!guessed) return forward(guessed);
    print(guessed->descriptor);
    for (const Text& reason : guessed->reasons) fmt::print("guessed: {}\n", reason);
    if (!guessed->descriptor.licence.empty()) fmt::print("licence: {}\n", guessed->descriptor.licence);
    if (!arguments.project.empty()) {
        const auto best = tryOut(arguments, guessed->descriptor, job);
        if (!best) return forward(best);
        guessed->descriptor = best->descriptor;
    }
    if (arguments.dryRun) return {};
    const auto written = writeDescriptor(*guessed, arguments.output);
    if (!written) return forward(written);
    fmt::print("written: {}\n", written->string());
    return {};
}

Result<void> runNetwork(const NetworkArguments& arguments, const JobContext& job) {
    if (const auto there = inputsExist({arguments.project}); !there) return there;
    if (hasNoDescriptor(arguments.network)) return guess(arguments, job);
    const auto descriptor = readDescriptor(arguments.network);
    if (!descriptor) return forward(descriptor);
    if (const auto checked = checkScales(*descriptor); !checked) return forward(checked);
    if (!arguments.layers) {
        if (telling().jsonResults)
            printResult({}, factsOf(*descriptor));
        else
            print(*descriptor);
        if (arguments.project.empty()) return {};
        const auto best = tryOut(arguments, *descriptor, job);
        if (!best) return forward(best);
        return {};
    }
    const auto layers = networkLayers(*descriptor, arguments.host, job);
    if (!layers) return forward(layers);
    for (const NetworkLayer& layer : *layers)
        printResult(fmt::format("{:<40} {:<24} {}", layer.name, layer.kind, fmt::join(layer.shape, " × ")),
                    {{"layer", layer.name}, {"kind", layer.kind}, {"shape", layer.shape}});
    return {};
}

}  // namespace

void addNetwork(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "network", "What a network's descriptor says, and the layers inside; for weights without descriptor, guesses it");
    auto arguments = std::make_shared<NetworkArguments>();
    command
        ->add_option("network", arguments->network,
                     "The network's descriptor (JSON beside its weights); or weights (.onnx, .pt) or an "
                     "InsightFace pack's folder, for which a descriptor is made")
        ->required();
    command->add_option("-o,--output", arguments->output, "The descriptor to make, in the weights' folder [NAME.json]");
    command->add_option(
        "--try", arguments->project,
        "A project with labelled images: runs the network on 200 of them, fed in every plausible way, and says "
        "how well each tells the identities apart; a descriptor is then made with the best");
    command->add_flag("--dry-run", arguments->dryRun, "Say what would be made, write nothing");
    command->add_flag(
        "--layers", arguments->layers,
        "List what \"output\": {\"inner_layer\": …} of the descriptor can name, with the shapes for one image");
    addNetworkOptions(*command, arguments->host);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runNetwork(*arguments, job); }; });
}

}  // namespace facespace::cli
