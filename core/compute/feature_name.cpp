#include "core/compute/feature_name.h"

#include <fmt/format.h>
#include <algorithm>

namespace facespace {

NameUse useOfName(const std::string& name, const std::vector<NetworkRecord>& there, const NetworkDescriptor& network,
                  const CropSettings& settings) {
    const auto same = std::ranges::find(there, name, &NetworkRecord::name);
    if (same == there.end()) return NameUse::kFree;
    // The weights' hash is looked at when they run; here a descriptor stands for its weights.
    const bool continues = same->descriptorJson == network.json && same->settingsJson == toJson(settings, network);
    return continues ? NameUse::kContinues : NameUse::kTaken;
}

std::string proposedName(const std::string& wanted, const std::vector<NetworkRecord>& there,
                         const NetworkDescriptor& network, const CropSettings& settings) {
    std::string name = wanted;
    for (int n = 2; useOfName(name, there, network, settings) == NameUse::kTaken; ++n)
        name = fmt::format("{} {}", wanted, n);
    return name;
}

}  // namespace facespace
