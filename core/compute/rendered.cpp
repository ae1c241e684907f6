#include "core/compute/rendered.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/common/text.h"

namespace facespace {
namespace {

bool trainedOnRendered(const NetworkRecord& network) {
    const auto descriptor = nlohmann::json::parse(network.descriptorJson, nullptr, false);
    if (!descriptor.is_object() || !descriptor.contains("training_set") || !descriptor["training_set"].is_string())
        return false;
    return saysRendered(descriptor["training_set"].get<std::string>());
}

}  // namespace

// Truths that only whoever rendered a face can know, and that no other set is likely to name so.
bool isRendered(const ImageSet& set) {
    const auto has = [&](const char* column) {
        return std::ranges::find(set.metadataColumns, column) != set.metadataColumns.end();
    };
    return has("light_share") && has("masculinity") && has("beard_style");
}

bool saysRendered(std::string trainingSet) {
    std::ranges::transform(trainingSet, trainingSet.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return trainingSet.find("rendered face") != std::string::npos;
}

std::vector<std::string> renderedCaveats(const Snapshot& snapshot, const std::vector<NetworkRecord>& networks) {
    std::vector<std::string> caveats;
    if (isRendered(snapshot.images))
        caveats.push_back(say(
            "These images are rendered faces, made by a program: they show no person, and what is found on them need not "
            "hold for photographs."));
    for (const NetworkRecord& network : networks)
        if (trainedOnRendered(network))
            caveats.push_back(say(
                "“{}” was trained on rendered faces, not on photographs: what is found of it says how this network codes "
                "faces, not how networks for photographs do.",
                network.name));
    return caveats;
}

}  // namespace facespace
