#include <fmt/format.h>
#include <cmath>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/common/whole_file.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct TrustArguments {
    std::filesystem::path project, csv, json;
    TrustOptions options;
    bool all = false;
    /// Standard output is a file's, or JSON's.
    bool silent() const { return isStandardStream(csv) || isStandardStream(json) || telling().jsonResults; }
};

Result<void> writeText(const std::filesystem::path& file, const std::string& text) {
    return writeWholeFile(file, [&](std::ostream& out) { out << text; });
}

std::string figure(double value) { return std::isfinite(value) ? fmt::format("{:.4f}", value) : std::string("–"); }

void print(const TrustReport& r) {
    fmt::print("map “{}” ({}, {}): {} images, {:.1f} s\n", r.map, r.method, r.metric, r.images, r.seconds);
    fmt::print("{:>6} {:>16} {:>12} {:>14} {:>10}\n", "k", "trustworthiness", "continuity", "preservation", "by chance");
    for (std::size_t c = 0; c < r.neighbours.size(); ++c)
        fmt::print("{:>6} {:>16.4f} {:>12.4f} {:>14.4f} {:>10.4f}\n", r.neighbours[c], r.trustworthiness[c], r.continuity[c],
                   r.preservation[c], r.byChance[c]);
    fmt::print("KL divergence {}, rank correlation of distances {}, of identities' centroids {}\n", figure(r.klDivergence),
               figure(r.distanceCorrelation), figure(r.centroidCorrelation));
    for (const auto& s : r.seeds)
        fmt::print(
            "seed {}: KL {}, trustworthiness {:.4f}, continuity {:.4f}, preservation {:.4f}; {:.1f} % of {} neighbours "
            "as on the map\n",
            s.seed, figure(s.klDivergence), s.trustworthiness, s.continuity, s.preservation, 100 * s.agreement,
            r.columnNeighbours);
}

Result<std::vector<std::string>> mapNames(const Project& project, const TrustArguments& arguments) {
    if (!arguments.all) return std::vector{arguments.options.map};
    const auto maps = project.maps();
    if (!maps) return forward(maps);
    std::vector<std::string> names;
    for (const MapRecord& map : *maps) names.push_back(map.name);
    if (names.empty()) return fail(ErrorCode::kNotFound, "The project has no map yet: compute one first.");
    return names;
}

Result<void> runTrust(const TrustArguments& arguments, const JobContext& job) {
    auto opened = openToChange(arguments.project, "trust");
    if (!opened) return forward(opened);
    Project* const project = &opened->project;
    const auto names = mapNames(*project, arguments);
    if (!names) return forward(names);
    std::vector<TrustReport> reports;
    for (const std::string& name : *names) {
        TrustOptions options = arguments.options;
        options.map = name;
        const auto report = storeTrust(*project, options, job);
        if (!report) return forward(report);
        if (!arguments.silent()) print(*report);
        reports.push_back(*report);
    }
    if (!arguments.csv.empty())
        if (const auto ok = writeText(arguments.csv, trustAsCsv(reports)); !ok) return forward(ok);
    const std::filesystem::path json = arguments.json.empty() && telling().jsonResults ? "-" : arguments.json;
    if (json.empty()) return {};
    std::string all;
    for (const TrustReport& r : reports) all += (all.empty() ? "[" : ",\n") + trustAsJson(r);
    return writeText(json, all + "]\n");
}

}  // namespace

void addTrust(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("trust", "Measure how far a map can be trusted, over all pairs of images");
    auto arguments = std::make_shared<TrustArguments>();
    auto& o = arguments->options;
    command->add_option("project", arguments->project, "The project file")->required();
    auto* map = command->add_option("--map", o.map, "The map's name (needed if the project has several)");
    command->add_flag("--all", arguments->all, "All maps of the project, one after another")->excludes(map);
    command->add_option("--k", o.neighbours, "Numbers of neighbours, with commas (default: 5,10,20,30,50,100)")
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--image-k", o.columnNeighbours,
                     "Neighbours of each image's own preservation, a column of the exported table")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--seeds", o.seeds, "Make the map again with so many other seeds and compare")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--csv", arguments->csv, "Write the figures as a table; - is standard output");
    auto* json =
        command
            ->add_option("--json", arguments->json,
                         "Write the figures, the seeds too, as JSON into this file; without a file to standard output")
            ->expected(0, 1);
    command->callback([arguments, json, &action] {
        if (json->count() > 0 && arguments->json.empty()) arguments->json = "-";
        action = [arguments](const JobContext& job) { return runTrust(*arguments, job); };
    });
}

}  // namespace facespace::cli
