#include <fmt/format.h>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct MapArguments {
    std::filesystem::path project;
    MapOptions options;
    std::string placeNew;
};

Result<void> placeNew(Project& project, const MapArguments& arguments, const JobContext& job) {
    PlaceOptions options;
    options.map = arguments.placeNew;
    options.name = arguments.options.name;
    const auto report = placeImages(project, options, job);
    if (!report) return forward(report);
    printResult(fmt::format("map “{}”: {} new images placed, the others not moved", report->map.name, report->placed),
                {{"map", report->map.name}, {"placed", report->placed}});
    return {};
}

/// Why a t-SNE map was ended before its last iteration, in words.
std::string whyEnded(const nlohmann::json& parameters) {
    const std::string ended = parameters.value("ended", "");
    if (ended == "still") return ", when it was still";
    if (ended != "converged") return "";
    return fmt::format(", when 50 more brought less than {:g} % of what the map holds",
                       100 * parameters.value("stopWhenConverged", 0.0));
}

Result<void> runMap(const MapArguments& arguments, const JobContext& job) {
    auto opened = openToChange(arguments.project, "map");
    if (!opened) return forward(opened);
    Project* const project = &opened->project;
    if (!arguments.placeNew.empty()) return placeNew(*project, arguments, job);
    const auto map = storeMap(*project, arguments.options, job);
    if (!map) return forward(map);
    const auto parameters = nlohmann::json::parse(map->parametersJson);
    std::string said = fmt::format("map “{}”: {} × {}", map->name, map->coordinates.rows(), map->coordinates.cols());
    if (parameters.contains("kl"))
        said += fmt::format(", KL divergence {:.4f} after {} iterations{}", parameters["kl"].get<double>(),
                            parameters["iterations"].get<int>(), whyEnded(parameters));
    printResult(said, {{"map", map->name},
                       {"method", map->method},
                       {"images", map->coordinates.rows()},
                       {"dims", map->coordinates.cols()},
                       {"parameters", parameters}});
    if (parameters.contains("note")) printNote(parameters["note"].get<std::string>());
    return {};
}

/// A field and the methods that read it.
struct SharedField {
    const MapField* field;
    std::string titles, help;
};

/// Options of several methods are one option, whose help says what it is to each.
std::vector<SharedField> sharedFields() {
    std::vector<SharedField> shared;
    for (const MapMethod* method : mapMethods())
        for (const MapField& field : method->fields) {
            const auto found = std::ranges::find(shared, std::string(field.option),
                                                 [](const SharedField& s) { return std::string(s.field->option); });
            if (found == shared.end()) {
                shared.push_back({&field, method->title, fmt::format("{}: {}", method->title, field.help)});
            } else if (std::string(found->field->help) == field.help) {
                found->titles += ", " + method->title.english();
                found->help = fmt::format("{}: {}", found->titles, field.help);
            } else {
                found->help += fmt::format("; {}: {}", method->title, field.help);
            }
        }
    return shared;
}

void addField(CLI::App& command, const SharedField& shared, MapSettings& settings) {
    const MapField& field = *shared.field;
    auto* option = std::visit([&](auto member) { return command.add_option(field.option, settings.*member, shared.help); },
                              field.member);
    std::vector<std::string> names;
    for (const auto& [name, title] : field.choices) names.push_back(name);
    if (!names.empty()) option->check(CLI::IsMember(names));
    if (std::holds_alternative<std::vector<double> MapSettings::*>(field.member))
        option->delimiter(',');
    else
        option->capture_default_str();
    if (std::holds_alternative<int MapSettings::*>(field.member)) option->check(CLI::NonNegativeNumber);
}

}  // namespace

void addMap(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("map", "Lay the feature space out in two or three dimensions");
    auto arguments = std::make_shared<MapArguments>();
    auto& o = arguments->options;
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("--method", o.method, "Linear (pca) or neighbour-preserving")
        ->check(CLI::IsMember(mapMethodNames()))
        ->capture_default_str();
    command->add_option("--network", o.network, "Whose features (needed if the project has several)");
    command->add_option("--dims", o.dims, "Dimensions")->check(CLI::IsMember({2, 3}))->capture_default_str();
    for (const SharedField& field : sharedFields()) addField(*command, field, o);
    command->add_option("--start-from", o.startFrom,
                        "Continue this map of the same method (t-SNE); images it lacks begin among their neighbours");
    command->add_option("--seed", o.seed, "Seed; the same seed gives the same map")->capture_default_str();
    command->add_option("--name", o.name, "Name of the map (default: method, dimensions and network)");
    command->add_option("--place-new", arguments->placeNew,
                        "Only place images that this map lacks, without moving the others (no option but --name matters)");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runMap(*arguments, job); }; });
}

}  // namespace facespace::cli
