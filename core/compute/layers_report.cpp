#include "core/compute/layers_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "core/common/numbers.h"
#include "core/compute/image_factors.h"
#include "core/compute/labels.h"
#include "core/compute/quality_columns.h"

namespace facespace {
namespace {

constexpr std::size_t kMeasures = 3;

/// Empty if the features are the network's own.
std::string layerOf(const NetworkRecord& record) {
    const auto settings = nlohmann::json::parse(record.settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("output") || !settings["output"].is_object()) return {};
    const auto layer = settings["output"].value("inner_layer", nlohmann::json());
    return layer.is_string() ? layer.get<std::string>() : std::string();
}

Result<std::vector<const FeatureSet*>> setsOf(const Snapshot& snapshot, const std::string& network,
                                              const std::vector<std::string>& names) {
    std::vector<const FeatureSet*> sets;
    for (const std::string& name : names) {
        const FeatureSet* set = name.empty() ? nullptr : snapshot.featureSet(name);
        if (set == nullptr) return fail(ErrorCode::kNotFound, say("There are no features “{}”.", name));
        sets.push_back(set);
    }
    if (names.empty()) sets = layersOf(snapshot, network);
    if (sets.size() < 2)
        return fail(
            ErrorCode::kInvalid,
            say("There are no features of two layers of one network. “facespace-cli extract PROJECT --network NETWORK "
                "--layers LAYER LAYER …” keeps them; “facespace-cli network NETWORK --layers” lists what there is. "
                "Features imported under other names are named here, from the input on."));
    return sets;
}

bool hasValues(const std::vector<double>& values) {
    return std::ranges::any_of(values, [](double v) { return std::isfinite(v); });
}

ProbedAttribute numbersOf(const std::string& name, std::vector<double> values, Text title) {
    return {name, std::move(values), {}, {}, std::move(title)};
}
ProbedAttribute classesOf(ImageFactor f) { return {f.name, {}, std::move(f.levels), std::move(f.levelOf), f.name}; }

/// Yaw, pitch, a measure of quality, or another column: its numbers, or its few values as classes.
Result<ProbedAttribute> attributeOf(const Snapshot& snapshot, const DataTable& table, const std::string& name) {
    if (name == "yaw" || name == "pitch" || name == "abs_yaw") {
        const auto labels = computeLabels(snapshot.images, name);
        if (!labels) return forward(labels);
        return numbersOf(name, labels->values, name == "yaw" ? say("yaw") : name == "pitch" ? say("pitch") : say("|yaw|"));
    }
    for (const QualityMeasureColumn& column : qualityColumns(snapshot))
        if (column.key == name) return numbersOf(name, column.values, column.title);
    if (const Column* column = table.find(name); column != nullptr && column->kind == Column::Kind::kNumber) {
        auto factor = imageFactor(snapshot, table, name, 2);
        const bool few = factor && factor->levels.size() == 2 &&
                         std::ranges::none_of(factor->levels, [](const std::string& l) { return l.starts_with("≤"); });
        return few ? Result<ProbedAttribute>(classesOf(std::move(*factor)))
                   : numbersOf(name, column->numbers, column->title);
    }
    auto factor = imageFactor(snapshot, table, name, 2);
    if (!factor) return forward(factor);
    return classesOf(std::move(*factor));
}

std::vector<std::string> usualAttributes(const Snapshot& snapshot, const DataTable& table) {
    std::vector<std::string> names;
    for (const char* pose : {"yaw", "pitch"})
        if (const auto labels = computeLabels(snapshot.images, pose); labels && hasValues(labels->values))
            names.emplace_back(pose);
    if (table.find("media") != nullptr && imageFactor(snapshot, table, "media", 2)) names.emplace_back("media");
    if (const std::string classes = usualClasses(snapshot, table); !classes.empty()) names.push_back(classes);
    std::size_t measures = 0;
    for (const QualityMeasureColumn& column : qualityColumns(snapshot)) {
        const bool pose = column.key.starts_with("abs_");
        if (!pose && column.better != 0 && std::ranges::find(names, column.key) == names.end() && measures++ < kMeasures)
            names.push_back(column.key);
    }
    return names;
}

/// What names have in common at their beginning, up to a space.
std::string common(const std::vector<std::string>& names) {
    std::string begin = names.front();
    for (const std::string& name : names) {
        const auto differ = std::ranges::mismatch(begin, name).in1;
        begin.erase(differ, begin.end());
    }
    if (begin.empty()) return names.back();
    const std::size_t space = begin.rfind(' ');
    return space == std::string::npos ? begin : begin.substr(0, space);
}

}  // namespace

std::vector<const FeatureSet*> layersOf(const Snapshot& snapshot, const std::string& network) {
    std::map<std::string, std::vector<const FeatureSet*>> inner, own;
    std::string wanted;
    for (const auto& set : snapshot.featureSets) {
        if (set->network.sha256.empty() || set->count == 0) continue;
        if (set->network.name == network) wanted = set->network.sha256;
        (layerOf(set->network).empty() ? own : inner)[set->network.sha256].push_back(set.get());
    }
    const auto most = std::ranges::max_element(inner, {}, [](const auto& entry) { return entry.second.size(); });
    if (inner.empty()) return {};
    if (!inner.contains(wanted)) wanted = most->first;
    std::vector<const FeatureSet*> sets = inner[wanted];
    if (const auto found = own.find(wanted); found != own.end()) sets.push_back(found->second.front());
    return sets;
}

Result<LayersReport> computeLayers(const Snapshot& snapshot, const AnalysisScope& scope, const LayersAnalysisOptions& o,
                                   const JobContext& job) {
    const auto sets = setsOf(snapshot, scope.network, o.layers);
    if (!sets) return forward(sets);
    LayersReport report;
    std::vector<AnalysisInput> inputs;
    std::vector<const FeatureMatrix*> matrices;
    for (const FeatureSet* set : *sets) {
        auto in = gather(snapshot, {set->network.name, scope.rows, scope.unit});
        if (!in) return forward(in);
        inputs.push_back(std::move(*in));
        report.names.push_back(set->network.name);
    }
    for (const AnalysisInput& in : inputs) matrices.push_back(&in.features());
    report.network = common(report.names);
    for (std::size_t l = 0; l < sets->size(); ++l) {
        const std::string layer = layerOf((*sets)[l]->network);
        report.layers.push_back(layer.empty() ? report.names[l] : layer);
    }
    const DataTable table = buildDataTable(snapshot);
    std::vector<ProbedAttribute> attributes;
    for (const std::string& name : o.attributes.empty() ? usualAttributes(snapshot, table) : o.attributes) {
        auto attribute = attributeOf(snapshot, table, name);
        if (!attribute) return forward(attribute);
        attributes.push_back(std::move(*attribute));
    }
    auto probes = layerProbes(matrices, inputs.front().units, attributes, o.probes, job);
    if (!probes) return forward(probes);
    report.probes = std::move(*probes);
    return report;
}

}  // namespace facespace
