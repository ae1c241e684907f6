#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/compute/map_methods.h"
#include "core/compute/networks.h"
#include "core/workflow/job_log.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

/// The rows of an earlier map for the images that have features now.
Result<Embedding> startOf(const Project& project, const MapOptions& options, const std::vector<int>& rows) {
    const auto map = mapNamed(project, options.startFrom);
    if (!map) return forward(map);
    if (map->method != options.method)
        return fail(ErrorCode::kInvalid,
                    say("“{}” is a map of another method; a map can only be continued by its own.", map->name));
    if (map->coordinates.cols() != options.dims)
        return fail(ErrorCode::kInvalid,
                    say("“{}” has {} dimensions, the new map {}.", map->name, map->coordinates.cols(), options.dims));
    return Embedding(map->coordinates(rows, Eigen::all));
}

}  // namespace

Result<MapRecord> storeMap(Project& project, const MapOptions& options, const JobContext& job, const MapObserver& observer,
                           const MapControl* control) {
    const auto method = mapMethodNamed(options.method);
    if (!method) return forward(method);
    if (const auto ok = checkMapSettings(options); !ok) return forward(ok);
    if (!options.startFrom.empty() && !(*method)->continues)
        return fail(ErrorCode::kInvalid, say("A map by {} cannot be continued.", (*method)->title));
    const auto network = findNetwork(project, options.network);
    if (!network) return forward(network);
    MapRecord record;
    record.network = network->id;
    record.method = options.method;
    record.name =
        !options.name.empty() ? options.name : fmt::format("{} {}-D {}", options.method, options.dims, network->name);
    return logged<MapRecord>(
        project, "map", nlohmann::json{{"name", record.name}, {"network", network->name}}.dump(),
        [&]() -> Result<MapRecord> {
            const auto present = presentFeatures(project, *network);
            if (!present) return forward(present);
            Embedding start;
            if (!options.startFrom.empty()) {
                auto found = startOf(project, options, present->rows);
                if (!found) return forward(found);
                start = std::move(*found);
            }
            auto mapped = runMapMethod(*present, options, start.size() > 0 ? &start : nullptr, {observer, control}, job);
            if (!mapped) return forward(mapped);
            record.coordinates = spreadOverImages(mapped->coordinates, present->rows, present->imageCount);
            record.parametersJson = mapped->parameters.dump();
            const auto id = project.putMap(record);
            if (!id) return forward(id);
            record.id = *id;
            return record;
        },
        [](const MapRecord& r) { return say("Map “{}”.", r.name); });
}

}  // namespace facespace
