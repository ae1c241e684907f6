#include "core/extraction/layers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace facespace {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMostNumbers = 1 << 20;  // As a project keeps them.

/// Of one image; 0 if that cannot be kept.
std::int64_t numbersOf(const NetworkLayer& layer, const NetworkDescriptor& network) {
    std::int64_t numbers = network.flip == FlipRule::kConcatenate ? 2 : 1;
    for (const std::int64_t side : layer.shape) {
        if (side < 1 || side > kMostNumbers) return 0;
        numbers *= side;
        if (numbers > kMostNumbers) return 0;
    }
    return numbers;
}

/// What the descriptor's file would be for this layer; what is no JSON stays as it is.
std::string jsonFor(const NetworkDescriptor& part) {
    Json json = Json::parse(part.json, nullptr, false);
    if (!json.is_object()) return part.json;
    Json output{{"dim", part.networkDimension()}, {"l2_normalised", false}, {"inner_layer", part.innerLayer}};
    if (part.flip != FlipRule::kNone) output["flip"] = toString(part.flip);
    json["name"] = part.name;
    json["output"] = std::move(output);
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

NetworkDescriptor partOf(const NetworkDescriptor& network, const std::string& layer, int dimension,
                         const std::string& name) {
    NetworkDescriptor part = network;
    part.name = (name.empty() ? network.name : name) + " " + layer;
    part.dimension = dimension;
    part.featureOutput.clear();
    part.normOutput.clear();
    part.innerLayer = layer;
    part.normalised = false;
    part.json = jsonFor(part);
    return part;
}

/// Where a layer's values are made: a module's with the last one inside it, and after that.
std::pair<std::ptrdiff_t, std::ptrdiff_t> depthOf(const std::string& layer, const std::vector<NetworkLayer>& known) {
    const auto own = std::ranges::find(known, layer, &NetworkLayer::name) - known.begin();
    std::ptrdiff_t last = own;
    for (std::ptrdiff_t i = own; i < std::ssize(known); ++i)
        if (known[static_cast<std::size_t>(i)].name.starts_with(layer + ".")) last = i;
    return {last, -own};
}

}  // namespace

Result<LayerSet> layerSet(const NetworkDescriptor& network, std::vector<std::string> layers, const std::string& name,
                          const NetworkHostOptions& host, const JobContext& job) {
    if (layers.empty()) return fail(ErrorCode::kInvalid, say("Name at least one layer."));
    const auto known = networkLayers(network, host, job);
    if (!known) return forward(known);
    std::ranges::stable_sort(layers, {}, [&](const std::string& layer) { return depthOf(layer, *known); });
    LayerSet set{network, {}};
    std::int64_t total = 0;
    for (const std::string& layer : layers) {
        const auto found = std::ranges::find(*known, layer, &NetworkLayer::name);
        if (found == known->end())
            return fail(ErrorCode::kNotFound, say("The network “{}” has no layer “{}”; “network {} --layers” lists them.",
                                                  network.name, layer, network.descriptorFile.string()));
        if (std::ranges::find(set.parts, layer, &NetworkDescriptor::innerLayer) != set.parts.end())
            return fail(ErrorCode::kInvalid, say("The layer “{}” is named twice.", layer));
        const std::int64_t numbers = numbersOf(*found, network);
        total += numbers;
        if (numbers == 0 || total > kMostNumbers)
            return fail(ErrorCode::kInvalid, say("With the layer “{}” the features have more than {} numbers; take fewer "
                                                 "layers at once.",
                                                 layer, kMostNumbers));
        set.parts.push_back(partOf(network, layer, static_cast<int>(numbers), name));
    }
    if (set.parts.size() == 1) {
        set.network = set.parts.front();
        return set;
    }
    set.network.featureOutput.clear();
    set.network.normOutput.clear();
    set.network.innerLayer.clear();
    set.network.normalised = false;
    set.network.layersTogether = layers;
    set.network.dimension = static_cast<int>(total);
    return set;
}

NetworkDescriptor asExtracted(NetworkDescriptor descriptor, const NetworkRecord& record) {
    const Json settings = Json::parse(record.settingsJson, nullptr, false);
    const Json output = settings.is_object() ? settings.value("output", Json::object()) : Json::object();
    const Json layer = output.is_object() ? output.value("inner_layer", Json()) : Json();
    if (!layer.is_string() || record.dimension < 1) return descriptor;
    const auto name = layer.get<std::string>();
    return name == descriptor.innerLayer ? descriptor : partOf(descriptor, name, record.dimension, {});
}

}  // namespace facespace
