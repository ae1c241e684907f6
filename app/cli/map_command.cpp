#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct MapWords {
    std::filesystem::path project;
    MapOptions options;
};

Result<void> runMap(const MapWords& words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    const auto map = mapInto(*project, words.options, job);
    if (!map) return forward(map);
    const auto parameters = nlohmann::json::parse(map->parametersJson);
    fmt::print("map “{}”: {} × {}", map->name, map->coordinates.rows(), map->coordinates.cols());
    if (parameters.contains("kl"))
        fmt::print(", KL divergence {:.4f} after {} iterations", parameters["kl"].get<double>(),
                   parameters["iterations"].get<int>());
    fmt::print("\n");
    if (parameters.contains("note")) printNote(parameters["note"].get<std::string>());
    return {};
}

}  // namespace

void addMap(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("map", "Lay the feature space out in two or three dimensions");
    auto words = std::make_shared<MapWords>();
    auto& o = words->options;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("--method", o.method, "Linear or neighbour-preserving")
        ->check(CLI::IsMember({"pca", "tsne"}))
        ->capture_default_str();
    command->add_option("--network", o.network, "Whose features (needed if the project has several)");
    command->add_option("--dims", o.dims, "Dimensions")->check(CLI::IsMember({2, 3}))->capture_default_str();
    command->add_option("--perplexity", o.perplexity, "t-SNE: effective number of neighbours")->capture_default_str();
    command->add_option("--learning-rate", o.learningRate, "t-SNE: 0 is N / early exaggeration")->capture_default_str();
    command->add_option("--exaggeration", o.earlyExaggeration, "t-SNE: early exaggeration")->capture_default_str();
    command->add_option("--iterations", o.iterations, "t-SNE: iterations; 0 is the default schedule")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--seed", o.seed, "Seed; the same seed gives the same map")->capture_default_str();
    command->add_option("--name", o.name, "Name of the map (default: method, dimensions and network)");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runMap(*words, job); }; });
}

}  // namespace facespace::cli
