#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/compute/map_methods.h"
#include "core/workflow/job_log.h"
#include "core/workflow/maps.h"

namespace facespace {
namespace {

Result<NetworkRecord> networkOf(const Project& project, const MapRecord& map) {
    const auto networks = project.networks();
    if (!networks) return forward(networks);
    for (const NetworkRecord& network : *networks)
        if (network.id == map.network) return network;
    return fail(ErrorCode::kNotFound, say("The network of the map “{}” is not in the project.", map.name));
}

Result<PlaceReport> place(Project& project, MapRecord map, const PlaceOptions& options, const JobContext& job) {
    const auto network = networkOf(project, map);
    if (!network) return forward(network);
    const auto present = presentFeatures(project, *network);
    if (!present) return forward(present);
    std::vector<int> known, added;  // rows of `present`
    for (std::size_t r = 0; r < present->rows.size(); ++r)
        (map.coordinates.row(present->rows[r]).allFinite() ? known : added).push_back(static_cast<int>(r));
    if (known.empty()) return fail(ErrorCode::kInvalid, say("No image of the map “{}” has a feature any more.", map.name));
    if (!added.empty()) {
        Embedding knownMap(static_cast<Eigen::Index>(known.size()), map.coordinates.cols());
        for (std::size_t i = 0; i < known.size(); ++i)
            knownMap.row(static_cast<Eigen::Index>(i)) =
                map.coordinates.row(present->rows[static_cast<std::size_t>(known[i])]);
        const auto placer = placerFor(map, present->features(known, Eigen::all), std::move(knownMap),
                                      {.neighbours = options.neighbours}, job);
        if (!placer) return forward(placer);
        const auto placed = (*placer)(present->features(added, Eigen::all), job);
        if (!placed) return forward(placed);
        for (std::size_t i = 0; i < added.size(); ++i)
            map.coordinates.row(present->rows[static_cast<std::size_t>(added[i])]) =
                placed->row(static_cast<Eigen::Index>(i));
    }
    auto parameters = nlohmann::json::parse(map.parametersJson, nullptr, false);
    if (!parameters.is_object()) parameters = nlohmann::json::object();
    parameters["placed"] = parameters.value("placed", 0) + static_cast<int>(added.size());
    map.parametersJson = parameters.dump();
    if (!options.name.empty()) map.name = options.name;
    map.createdUtc.clear();
    const auto id = project.putMap(map);
    if (!id) return forward(id);
    map.id = *id;
    return PlaceReport{std::move(map), static_cast<std::int64_t>(added.size())};
}

}  // namespace

Result<PlaceReport> placeImages(Project& project, const PlaceOptions& options, const JobContext& job) {
    if (options.neighbours < 1) return fail(ErrorCode::kInvalid, say("A new image is placed by at least one neighbour."));
    auto map = mapNamed(project, options.map);
    if (!map) return forward(map);
    return logged<PlaceReport>(
        project, "map", nlohmann::json{{"name", map->name}, {"place", true}}.dump(),
        [&] { return place(project, std::move(*map), options, job); },
        [](const PlaceReport& r) {
            return sayCount("1 new image on the map “{1}”.", "{0} new images on the map “{1}”.", r.placed, r.placed,
                            r.map.name);
        });
}

}  // namespace facespace
