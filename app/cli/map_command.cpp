#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/projection/tsne_presets.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct MapWords {
    std::filesystem::path project;
    MapOptions options;
    std::string placeNew;
};

Result<void> placeNew(Project& project, const MapWords& words, const JobContext& job) {
    PlaceOptions options;
    options.map = words.placeNew;
    options.name = words.options.name;
    const auto report = placeInto(project, options, job);
    if (!report) return forward(report);
    fmt::print("map “{}”: {} new images placed, the others not moved\n", report->map.name, report->placed);
    return {};
}

Result<void> runMap(const MapWords& words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    if (!words.placeNew.empty()) return placeNew(*project, words, job);
    const auto map = mapInto(*project, words.options, job);
    if (!map) return forward(map);
    const auto parameters = nlohmann::json::parse(map->parametersJson);
    fmt::print("map “{}”: {} × {}", map->name, map->coordinates.rows(), map->coordinates.cols());
    if (parameters.contains("kl"))
        fmt::print(", KL divergence {:.4f} after {} iterations{}", parameters["kl"].get<double>(),
                   parameters["iterations"].get<int>(), parameters.contains("still") ? ", when it was still" : "");
    fmt::print("\n");
    if (parameters.contains("note")) printNote(parameters["note"].get<std::string>());
    return {};
}

std::vector<std::string> metricNames() {
    std::vector<std::string> names;
    for (const MapMetric& metric : mapMetrics()) names.emplace_back(metric.name);
    return names;
}

std::vector<std::string> presetNames() {
    std::vector<std::string> names;
    for (const TsnePreset& preset : tsnePresets()) names.emplace_back(preset.name);
    return names;
}

void addTsneOptions(CLI::App& command, MapOptions& o) {
    command.add_option("--preset", o.preset, "t-SNE: settings by name; the options below change single ones")
        ->check(CLI::IsMember(presetNames()))
        ->capture_default_str();
    command
        .add_option("--perplexity", o.perplexities,
                    "t-SNE: effective number of neighbours, up to a third of the images; several, with commas, are averaged "
                    "(default: the preset's, mostly 30)")
        ->delimiter(',');
    command.add_option("--learning-rate", o.learningRate, "t-SNE: 0 is the preset's, in proportion to the images")
        ->capture_default_str();
    command.add_option("--exaggeration", o.earlyExaggeration, "t-SNE: early exaggeration; 0 is the preset's")
        ->capture_default_str();
    command.add_option("--exaggeration-iterations", o.exaggerationIterations, "t-SNE: for so many; 0 is the preset's");
    command.add_option("--late-exaggeration", o.lateExaggeration, "t-SNE: 1 is none; up to 4 sets groups apart")
        ->capture_default_str();
    command.add_option("--late-iterations", o.lateIterations, "t-SNE: for the last so many; 0 is half of all");
    command.add_option("--stop-when-still", o.stopWhenStill,
                       "t-SNE: ends early once the mean step is below this share of the map's radius, for example 0.0005");
    command.add_option("--start-from", o.startFrom,
                       "t-SNE: go on from this map; images it lacks begin among their neighbours");
}

}  // namespace

void addMap(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("map", "Lay the feature space out in two or three dimensions");
    auto words = std::make_shared<MapWords>();
    auto& o = words->options;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("--method", o.method, "Linear (pca) or neighbour-preserving")
        ->check(CLI::IsMember({"pca", "tsne", "umap"}))
        ->capture_default_str();
    command->add_option("--network", o.network, "Whose features (needed if the project has several)");
    command->add_option("--dims", o.dims, "Dimensions")->check(CLI::IsMember({2, 3}))->capture_default_str();
    command
        ->add_option(
            "--metric", o.metric,
            "t-SNE and UMAP: what features are compared by: raw (euclidean), of unit length (cosine), of unit length "
            "after centring (centred-cosine)")
        ->check(CLI::IsMember(metricNames()))
        ->capture_default_str();
    addTsneOptions(*command, o);
    command->add_option("--neighbours", o.neighbours, "UMAP: neighbours of each image")->capture_default_str();
    command->add_option("--min-distance", o.minDistance, "UMAP: how closely points may be packed")->capture_default_str();
    command->add_option("--iterations", o.iterations, "t-SNE's iterations or UMAP's epochs; 0 is the default schedule")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--seed", o.seed, "Seed; the same seed gives the same map")->capture_default_str();
    command->add_option("--name", o.name, "Name of the map (default: method, dimensions and network)");
    command->add_option(
        "--place-new", words->placeNew,
        "Only place images that this map lacks, without moving the others (all options but --name are idle)");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runMap(*words, job); }; });
}

}  // namespace facespace::cli
