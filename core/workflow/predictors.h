#pragma once
#include <filesystem>
#include <vector>

#include "core/common/result.h"
#include "core/project/records.h"

namespace facespace {

/// Writes every fitted predictor as FOLDER/NETWORK.TARGET.predictor.json; returns the files. Beside a network's
/// descriptor such a file is found by `predictInto` when a project has no labels of its own.
Result<std::vector<std::filesystem::path>> savePredictors(const std::vector<PredictionRecord>& predictions,
                                                          const std::filesystem::path& folder);

}  // namespace facespace
