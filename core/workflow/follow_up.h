#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/workflow/workflow.h"

namespace facespace {

/// What follows once a network has extracted features: the first maps (firstMapMethods()), then predictions.
struct FollowUp {
    std::vector<MapOptions> maps;
    std::optional<PredictOptions> predictions;
};

/// @param again  also what the project has already, for the features have changed
FollowUp planFollowUp(const NetworkRecord& network, std::span<const MapRecord> maps,
                      std::span<const PredictionRecord> predictions, bool again = false);

}  // namespace facespace
