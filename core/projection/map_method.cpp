#include "core/projection/map_method.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/common/number_text.h"
#include "core/projection/map_method_list.h"
#include "core/projection/tsne_presets.h"

namespace facespace {
namespace {

/// Owned here; the other list is what everybody reads.
struct Methods {
    std::vector<std::unique_ptr<const MapMethod>> owned;
    std::vector<const MapMethod*> all;
    void add(std::unique_ptr<const MapMethod> method) {
        all.push_back(method.get());
        owned.push_back(std::move(method));
    }
};

Methods& methods() {
    static Methods methods = [] {
        Methods m;
        m.add(tsneMethod());
        m.add(umapMethod());
        m.add(pcaMethod());
        return m;
    }();
    return methods;
}

}  // namespace

Result<void> checkMapSettings(const MapSettings& s) {
    if (s.dims != 2 && s.dims != 3) return fail(ErrorCode::kInvalid, say("A map has 2 or 3 dimensions."));
    if (s.iterations < 0 || s.exaggerationIterations < 0)
        return fail(ErrorCode::kInvalid, say("The number of iterations must be positive, or 0 for the default."));
    for (const double p : s.perplexities)
        if (!(p >= 1)) return fail(ErrorCode::kInvalid, say("The perplexity must be 1 or more."));
    if (!(s.learningRate >= 0))
        return fail(ErrorCode::kInvalid, say("The learning rate must be positive, or 0 for the automatic one."));
    if (s.earlyExaggeration != 0 && !(s.earlyExaggeration >= 1))
        return fail(ErrorCode::kInvalid, say("The early exaggeration must be 1 or more, or 0 for the preset's."));
    if (!tsneSchedule(s.preset)) {
        std::string names;
        for (const TsnePreset& p : tsnePresets()) names += (names.empty() ? "" : ", ") + std::string(p.name);
        return fail(ErrorCode::kInvalid, say("There is no t-SNE preset “{}”; use one of {}.", s.preset, names));
    }
    if (const auto metric = metricNamed(s.metric); !metric) return forward(metric);
    return {};
}

MapPlacer placerAmongNeighbours(FeatureMatrix features, Embedding map, const PlacementOptions& options) {
    return [features = std::move(features), map = std::move(map), options](
               const FeatureMatrix& added, const JobContext& job) { return placeOnMap(features, map, added, options, job); };
}

Result<MapPlacer> MapMethod::placer(FeatureMatrix features, Embedding map, const PlacementOptions& options,
                                    const JobContext&) const {
    return placerAmongNeighbours(std::move(features), std::move(map), options);
}

std::vector<std::string> MapMethod::axisLabels(int) const { return {}; }

Text MapMethod::advice(const MapSettings&, std::int64_t images) const {
    return say("All {} images take part. Distances on the map are not distances from the origin.", groupedNumber(images));
}

std::string MapMethod::standsFor(const MapField&, const MapSettings&, std::int64_t) const { return {}; }

const std::vector<const MapMethod*>& mapMethods() { return methods().all; }

const MapMethod* mapMethod(const std::string& name) {
    const auto found = std::ranges::find(mapMethods(), name, [](const MapMethod* m) { return m->name; });
    return found == mapMethods().end() ? nullptr : *found;
}

Result<const MapMethod*> mapMethodNamed(const std::string& name) {
    if (const MapMethod* method = mapMethod(name)) return method;
    return fail(ErrorCode::kInvalid,
                say("There is no map method “{}”; use one of {}.", name, fmt::join(mapMethodNames(), ", ")));
}

std::vector<std::string> mapMethodNames() {
    std::vector<std::string> names;
    for (const MapMethod* method : mapMethods()) names.push_back(method->name);
    return names;
}

std::vector<const MapMethod*> firstMapMethods() {
    std::vector<const MapMethod*> first = mapMethods();
    std::erase_if(first, [](const MapMethod* m) { return m->firstMap == 0; });
    std::ranges::stable_sort(first, {}, &MapMethod::firstMap);
    return first;
}

void addMapMethod(std::unique_ptr<const MapMethod> method) { methods().add(std::move(method)); }

MapField metricField() {
    MapField field{"--metric", "what features are compared by", &MapSettings::metric};
    field.label = say("&Compare by");
    for (const MetricName& m : metrics()) field.choices.emplace_back(m.name, m.title);
    return field;
}

std::optional<double> numberIn(const nlohmann::json& parameters, const char* key) {
    if (!parameters.is_object() || !parameters.contains(key) || !parameters[key].is_number()) return std::nullopt;
    return parameters[key].get<double>();
}

void addSearch(nlohmann::json& parameters, const NeighbourSearch& search) {
    parameters["neighbourRecall"] = search.recall;
    if (search.clusters == 0) return;
    parameters["neighbourClusters"] = search.clusters;
    parameters["neighbourClustersSearched"] = search.probes;
}

Text searchNote(const nlohmann::json& parameters) {
    const auto recall = numberIn(parameters, "neighbourRecall");
    if (!recall || *recall >= 1) return {};
    return say("Neighbours are approximate: {:.1f} % of them are true ones, measured on a sample.", 100 * *recall);
}

}  // namespace facespace
