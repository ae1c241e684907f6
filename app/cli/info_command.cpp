#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/project/project.h"

namespace facespace::cli {
namespace {

using nlohmann::json;

struct InfoArguments {
    std::filesystem::path project;
    bool json = false;
};

Result<json> describeImages(const Project& project) {
    const auto set = project.images();
    if (!set) return forward(set);
    std::set<std::string> identities;
    std::int64_t still = 0, video = 0, yaw = 0, pitch = 0, landmarks = 0;
    for (const auto& image : set->images) {
        identities.insert(image.identity);
        still += image.media == Media::kStill;
        video += image.media == Media::kVideo;
        yaw += image.yawDeg.has_value();
        pitch += image.pitchDeg.has_value();
        landmarks += image.landmarks.has_value();
    }
    return json{{"count", set->images.size()},
                {"identities", identities.size()},
                {"folder", set->root.string()},
                {"still", still},
                {"video", video},
                {"yawLabels", yaw},
                {"pitchLabels", pitch},
                {"landmarks", landmarks},
                {"metadataColumns", set->metadataColumns}};
}

Result<json> describeNetworks(const Project& project) {
    const auto networks = project.networks();
    if (!networks) return forward(networks);
    json list = json::array();
    for (const auto& network : *networks) {
        const auto count = project.featureCount(network.id);
        if (!count) return forward(count);
        const auto skipped = project.skipped(network.id);
        if (!skipped) return forward(skipped);
        list.push_back({{"name", network.name},
                        {"dimension", network.dimension},
                        {"sha256", network.sha256},
                        {"unitLength", network.normalised},
                        {"revision", network.revision},
                        {"features", *count},
                        {"skipped", skipped->size()}});
    }
    return list;
}

Result<json> describeResults(const Project& project) {
    const auto networks = project.networks();
    const auto maps = project.maps();
    if (!maps) return forward(maps);
    const auto predictions = project.predictions();
    if (!predictions) return forward(predictions);
    const auto jobs = project.jobs();
    if (!jobs) return forward(jobs);
    const auto nameOf = [&](NetworkId id) {
        for (const auto& n : *networks)
            if (n.id == id) return n.name;
        return std::string();
    };
    json result{{"maps", json::array()}, {"predictions", json::array()}, {"jobs", json::array()}};
    for (const auto& map : *maps)
        result["maps"].push_back({{"name", map.name},
                                  {"method", map.method},
                                  {"dims", map.coordinates.cols()},
                                  {"network", nameOf(map.network)},
                                  {"parameters", json::parse(map.parametersJson, nullptr, false)},
                                  {"created", map.createdUtc}});
    for (const auto& p : *predictions)
        result["predictions"].push_back({{"target", p.target},
                                         {"network", nameOf(p.network)},
                                         {"labels", p.labelSource},
                                         {"parameters", json::parse(p.parametersJson, nullptr, false)}});
    for (const auto& job : *jobs)
        result["jobs"].push_back({{"kind", job.kind},
                                  {"status", job.status},
                                  {"started", job.startedUtc},
                                  {"finished", job.finishedUtc},
                                  {"message", job.message}});
    return result;
}

Result<json> describeMarks(const Project& project) {
    const auto tags = project.tags();
    if (!tags) return forward(tags);
    const auto selections = project.selections();
    if (!selections) return forward(selections);
    json marks{{"tags", json::object()}, {"selections", json::object()}};
    for (const TagRecord& tag : *tags) {
        json& count = marks["tags"][tag.tag];
        count = count.is_null() ? 1 : count.get<std::int64_t>() + 1;
    }
    for (const SelectionRecord& selection : *selections) marks["selections"][selection.name] = selection.images.size();
    return marks;
}

void printText(const json& info) {
    const auto& images = info["images"];
    fmt::print("{} images of {} identities in {}\n", groupedNumber(images["count"].get<std::int64_t>()),
               groupedNumber(images["identities"].get<std::int64_t>()), images["folder"].get<std::string>());
    fmt::print("  {} stills, {} video frames; labels: {} yaw, {} pitch; landmarks: {}\n", images["still"].get<int>(),
               images["video"].get<int>(), images["yawLabels"].get<int>(), images["pitchLabels"].get<int>(),
               images["landmarks"].get<int>());
    for (const auto& n : info["networks"])
        fmt::print("network {}: {}-d, {} features, {} skipped{}\n", n["name"].get<std::string>(), n["dimension"].get<int>(),
                   groupedNumber(n["features"].get<std::int64_t>()), groupedNumber(n["skipped"].get<std::int64_t>()),
                   n["unitLength"].get<bool>() ? ", unit length" : "");
    for (const auto& m : info["maps"])
        fmt::print("map {}: {} {}-D of {}\n", m["name"].get<std::string>(), m["method"].get<std::string>(),
                   m["dims"].get<int>(), m["network"].get<std::string>());
    for (const auto& p : info["predictions"])
        fmt::print("prediction {} from {} (labels: {})\n", p["target"].get<std::string>(), p["network"].get<std::string>(),
                   p["labels"].get<std::string>());
    for (const auto& [name, count] : info["tags"].items()) fmt::print("tag {}: {}\n", name, count.get<std::int64_t>());
    for (const auto& [name, count] : info["selections"].items())
        fmt::print("selection {}: {}\n", name, count.get<std::int64_t>());
    for (const auto& j : info["jobs"])
        fmt::print("job {} {}: {} {}\n", j["started"].get<std::string>(), j["kind"].get<std::string>(),
                   j["status"].get<std::string>(), j["message"].get<std::string>());
}

Result<void> runInfo(const InfoArguments& arguments) {
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto images = describeImages(*project);
    if (!images) return forward(images);
    const auto networks = describeNetworks(*project);
    if (!networks) return forward(networks);
    auto info = describeResults(*project);
    if (!info) return forward(info);
    const auto marks = describeMarks(*project);
    if (!marks) return forward(marks);
    info->update(*marks);
    (*info)["images"] = *images;
    (*info)["networks"] = *networks;
    (*info)["file"] = arguments.project.string();
    if (arguments.json || telling().jsonResults)
        fmt::print("{}\n", info->dump(2, ' ', false, json::error_handler_t::replace));
    else
        printText(*info);
    return {};
}

}  // namespace

void addInfo(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("info", "Tell what a project holds");
    auto arguments = std::make_shared<InfoArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_flag("--json", arguments->json, "As JSON");
    command->callback([arguments, &action] { action = [arguments](const JobContext&) { return runInfo(*arguments); }; });
}

}  // namespace facespace::cli
