#include "core/view/map_data.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/features/radial_map.h"
#include "core/projection/map_method.h"

namespace facespace {
namespace {

const FeatureSet* featuresOf(const Snapshot& snapshot, const MapRecord& map) { return snapshot.featureSet(map.network); }

Result<const MapRecord*> findMap(const Snapshot& snapshot, const MapRequest& request) {
    if (snapshot.maps.empty())
        return fail(ErrorCode::kInvalid,
                    say("“{}” has no map yet; make one first (facespace-cli map).", snapshot.projectFile.string()));
    std::string names;
    for (auto map = snapshot.maps.rbegin(); map != snapshot.maps.rend(); ++map) {
        const FeatureSet* set = featuresOf(snapshot, *map);
        const bool fits = (!request.map || map->id == request.map) && (request.name.empty() || map->name == request.name) &&
                          (request.network.empty() || (set != nullptr && set->network.name == request.network));
        if (fits) return &*map;
        names += (names.empty() ? "“" : ", “") + map->name + "”";
    }
    const std::string wanted = !request.name.empty() ? request.name : request.network;
    return fail(ErrorCode::kNotFound, say("There is no map “{}”; there are {}.", wanted, names));
}

Text scaleNoteOf(const MapRecord& map) {
    const MapMethod* method = mapMethod(map.method);
    return method == nullptr ? Text() : method->note(nlohmann::json::parse(map.parametersJson, nullptr, false));
}

std::vector<std::pair<std::string, std::string>> provenanceOf(const Snapshot& snapshot, const MapRecord& map,
                                                              const MapRequest& request, const Colouring& colouring) {
    std::vector<std::pair<std::string, std::string>> facts{{"Software", "FaceSpace"}};
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) facts.emplace_back(key, value);
    };
    add("Project", snapshot.projectFile.filename().string());
    add("Images", fmt::format("{}", snapshot.imageCount()));
    if (const FeatureSet* set = featuresOf(snapshot, map)) {
        add("Network", set->network.name);
        add("Network SHA-256", weightsForFile(set->network));
    }
    add("Map", map.name);
    add("Method", map.method);
    add("Parameters", map.parametersJson);
    add("Map created", map.createdUtc);
    add("Colour", colouring.key);
    if (request.radial) add("Radius", "distance from the origin");
    add("Filter", request.filter);
    return facts;
}

Result<ColouringOptions> colouringFor(const Snapshot& snapshot, const DataTable& table, const MapRecord& map,
                                      ColouringOptions options) {
    if (options.key == "none") {
        options.key.clear();
        return options;
    }
    const FeatureSet* set = featuresOf(snapshot, map);
    const std::string network = set == nullptr ? std::string() : set->network.name;
    if (options.key.empty()) options.key = "distance";
    if (table.find(options.key) == nullptr) {
        // “distance” stands for that of the map's network.
        const std::string ofNetwork = fmt::format("{}[{}]", options.key, network);
        if (table.find(ofNetwork) == nullptr) {
            std::string keys;
            for (const Column& column : table.columns) {
                if (column.kind != Column::Kind::kText) keys += (keys.empty() ? "" : ", ") + column.key;
            }
            return fail(ErrorCode::kNotFound,
                        say("There is no column “{}” to colour by; there are: {}.", options.key, keys));
        }
        options.key = ofNetwork;
    }
    if (table.find(options.key)->kind == Column::Kind::kText)
        return fail(ErrorCode::kInvalid, say("“{}” is free text: it cannot colour points.", options.key));
    return options;
}

}  // namespace

std::vector<std::string> axisLabelsOf(const MapRecord& map) {
    const MapMethod* method = mapMethod(map.method);
    const Eigen::Index dims = std::min<Eigen::Index>(map.coordinates.cols(), 3);
    return method == nullptr ? std::vector<std::string>() : method->axisLabels(static_cast<int>(dims));
}

Result<MapFigureData> mapFigureData(const Snapshot& snapshot, const DataTable& table, const MapRequest& request) {
    const auto map = findMap(snapshot, request);
    if (!map) return forward(map);
    auto options = colouringFor(snapshot, table, **map, request.colouring);
    if (!options) return forward(options);
    MapFigureData data;
    const FeatureSet* set = featuresOf(snapshot, **map);
    data.radial = request.radial && set != nullptr;
    data.coordinates =
        std::make_shared<const Embedding>(data.radial ? radialMap((*map)->coordinates, set->distance) : (*map)->coordinates);
    options->missing = kPaperMissing;
    data.colouring = colouringOf(table, *options);
    data.title = (*map)->name;
    data.axisLabels = data.radial ? std::vector<std::string>() : axisLabelsOf(**map);
    data.scaleNote =
        data.radial ? inARow({say("Radius: distance from the origin."), say("Angle: that of the map “{}”.", (*map)->name)})
                    : scaleNoteOf(**map);
    data.passes = request.passes;
    for (const ImageRecord& image : snapshot.images.images) data.identities.push_back(image.identity);
    if (!request.selected.empty()) {
        data.selected.assign(snapshot.imageCount(), 0);
        for (const int row : request.selected) {
            if (row >= 0 && static_cast<std::size_t>(row) < data.selected.size())
                data.selected[static_cast<std::size_t>(row)] = 1;
        }
    }
    data.provenance = provenanceOf(snapshot, **map, request, data.colouring);
    return data;
}

}  // namespace facespace
