#include <fmt/format.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "app/cli/network_options.h"
#include "app/cli/shard_options.h"
#include "core/common/number_text.h"
#include "core/workflow/shards.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct ExtractArguments {
    std::filesystem::path project, network;
    std::vector<std::string> layers;
    ExtractOptions options;
    ShardArguments shard;
};

const std::map<std::string, Alignment> kAlignments{{"auto", Alignment::kAuto},
                                                   {"landmarks", Alignment::kLandmarks},
                                                   {"box", Alignment::kBox},
                                                   {"centre", Alignment::kCentre},
                                                   {"none", Alignment::kNone}};
const std::map<std::string, NoFacePolicy> kNoFace{{"skip", NoFacePolicy::kSkip}, {"centre", NoFacePolicy::kCentreCrop}};

void printSummary(const ExtractSummary& summary, const std::string& layer) {
    const bool rate = summary.extracted > 0 && summary.seconds > 0;
    nlohmann::json facts{{"extracted", summary.extracted},
                         {"there_before", summary.alreadyThere},
                         {"skipped", summary.skipped},
                         {"seconds", summary.seconds}};
    if (!layer.empty()) facts["layer"] = layer;
    printResult(fmt::format("{}{} features extracted, {} there before, {} images skipped{}",
                            layer.empty() ? std::string() : layer + ": ", groupedNumber(summary.extracted),
                            groupedNumber(summary.alreadyThere), groupedNumber(summary.skipped),
                            rate ? fmt::format("\n{:.1f} images/s", static_cast<double>(summary.extracted) / summary.seconds)
                                 : std::string()),
                facts);
    for (const Text& note : summary.notes) printNote(note);
}

void printSkipped(const ExtractSummary& summary) {
    if (summary.skipped > 0) printNote("“export --skipped FILE.csv” lists the skipped images with the reasons.");
}

/// The project, or the shard: it goes on as it was begun.
Result<ProjectToChange> openFor(const ExtractArguments& arguments, const std::string& name, const JobContext& job) {
    auto opened = arguments.shard.open(arguments.project, "extract", job);
    if (!opened || arguments.shard.shard.empty()) return opened;
    const auto checked = checkBatch(opened->project, name, arguments.options.batchSize);
    if (!checked) return forward(checked);
    return opened;
}

Result<void> runLayers(const ExtractArguments& arguments, const NetworkDescriptor& descriptor, const JobContext& job) {
    const auto layers = layerSet(descriptor, arguments.layers, arguments.options.name, arguments.options.host, job);
    if (!layers) return forward(layers);
    auto opened = openFor(arguments, layers->parts.front().name, job);
    if (!opened) return forward(opened);
    const auto summaries = storeLayers(opened->project, *layers, arguments.options, job);
    if (!summaries) return forward(summaries);
    for (std::size_t i = 0; i < summaries->size(); ++i) printSummary((*summaries)[i], layers->parts[i].innerLayer);
    printSkipped(summaries->front());
    return {};
}

Result<void> runExtract(const ExtractArguments& arguments, const JobContext& job) {
    if (const auto there = inputsExist({arguments.project, arguments.options.detector}); !there) return there;
    const auto descriptor = networkAt(arguments.network, arguments.options.host, job);
    if (!descriptor) return forward(descriptor);
    if (!arguments.layers.empty()) return runLayers(arguments, *descriptor, job);
    const std::string& name = arguments.options.name;
    auto opened = openFor(arguments, name.empty() ? descriptor->name : name, job);
    if (!opened) return forward(opened);
    const auto summary = storeFeatures(opened->project, *descriptor, arguments.options, job);
    if (!summary) return forward(summary);
    printSummary(*summary, {});
    printSkipped(*summary);
    return {};
}

}  // namespace

void addExtract(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("extract", "Compute a network's features; goes on where an earlier run stopped");
    auto arguments = std::make_shared<ExtractArguments>();
    auto& o = arguments->options;
    command->add_option("project", arguments->project, "The project file")->required();
    command
        ->add_option("--network", arguments->network,
                     "The network's descriptor (JSON beside its weights); or weights or an InsightFace pack, see “network”")
        ->required();
    command->add_option("--name", o.name, "Keep the features under this name (default: the network's)");
    command->add_option("--layers", arguments->layers,
                        "Inner layers in place of the feature, all in one pass, each kept as features of its own, "
                        "“NAME LAYER”; “network NETWORK --layers” lists them");
    command->add_option("--detector", o.detector, "Face detector (ONNX, YuNet or SCRFD) for images without landmarks");
    command
        ->add_option("--detector-score", o.detect.minScore, "Faces that the detector is less sure of are left out, 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command
        ->add_option("--detector-size", o.detect.maxSide,
                     "Larger images are shrunk to so many pixels for the detector; SCRFD scales smaller ones up")
        ->check(CLI::Range(64, 8192))
        ->capture_default_str();
    command->add_option("--align", o.alignment, "How faces are cut out")
        ->transform(CLI::CheckedTransformer(kAlignments))
        ->option_text("auto|landmarks|box|centre|none");
    command->add_option("--no-face", o.noFace, "What to do where no face is found")
        ->transform(CLI::CheckedTransformer(kNoFace))
        ->option_text("skip|centre");
    command->add_option("--batch", o.batchSize, "Images per forward pass")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->add_flag("--retry-skipped", o.retrySkipped, "Try images again that were skipped before");
    arguments->shard.addTo(
        *command,
        "Only this of so many parts, as 2/8 on the second of eight machines, in a project of its own; “merge” joins them");
    addNetworkOptions(*command, o.host);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runExtract(*arguments, job); }; });
}

}  // namespace facespace::cli
