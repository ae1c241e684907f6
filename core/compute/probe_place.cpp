#include "core/compute/probe_place.h"

#include <fmt/format.h>

#include "core/compute/map_methods.h"

namespace facespace {

Result<MapPlacer> probePlacer(const MapRecord& map, const FeatureMatrix& features, int neighbours, const JobContext& job) {
    std::vector<int> rows;
    for (Eigen::Index r = 0; r < std::min(features.rows(), map.coordinates.rows()); ++r)
        if (features.row(r).allFinite() && map.coordinates.row(r).allFinite()) rows.push_back(static_cast<int>(r));
    if (rows.empty()) return fail(ErrorCode::kInvalid, say("No image of the map “{}” has a feature any more.", map.name));
    PlacementOptions options;
    options.neighbours = neighbours;
    options.weighted = true;
    auto placer = placerFor(map, features(rows, Eigen::all), map.coordinates(rows, Eigen::all), options, job);
    if (placer || placer.error().code != ErrorCode::kInvalid) return placer;
    return placerAmongNeighbours(features(rows, Eigen::all), map.coordinates(rows, Eigen::all), options);
}

}  // namespace facespace
