#include "core/workflow/follow_up.h"

#include <algorithm>

#include "core/projection/map_method.h"

namespace facespace {

FollowUp planFollowUp(const NetworkRecord& network, std::span<const MapRecord> maps,
                      std::span<const PredictionRecord> predictions, bool again) {
    FollowUp steps;
    for (const MapMethod* method : firstMapMethods()) {
        const bool there = std::ranges::any_of(
            maps, [&](const MapRecord& map) { return map.network == network.id && map.method == method->name; });
        if (there && !again) continue;
        MapOptions& options = steps.maps.emplace_back();
        options.network = network.name;
        options.method = method->name;
    }
    if (again || std::ranges::find(predictions, network.id, &PredictionRecord::network) == predictions.end())
        steps.predictions.emplace().network = network.name;
    return steps;
}

}  // namespace facespace
