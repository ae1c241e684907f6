#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/predictor.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/records.h"
#include "core/project/snapshot.h"

namespace facespace {

/// Writes every fitted predictor as FOLDER/NETWORK.TARGET.predictor.json; returns the files. Beside a network's
/// descriptor such a file is found by `storePredictions` when a project has no labels of its own.
Result<std::vector<std::filesystem::path>> savePredictors(const std::vector<PredictionRecord>& predictions,
                                                          const std::filesystem::path& folder);

/// A predictor saved beside the network's descriptor, under the features' name or the descriptor's own; empty if none.
std::filesystem::path predictorBeside(const NetworkRecord& network, const std::string& target);

/// The predictor by which the project has its value for this image: of an image with a label one that saw no image of its
/// person, so that the unchanged face gives that very value. Found among the predictor and its folds by giving the value
/// back to half a unit; the predictor itself, with givesBack false, where none does (projects made before folds were
/// kept, features that changed since).
struct RowPredictor {
    LinearPredictor predictor;
    bool givesBack = false;
};
RowPredictor predictorOfRow(const LinearPredictor& predictor, const PredictionRecord& stored, const FeatureSet& set,
                            std::size_t row);

/// A predictor of a number ("yaw", "pitch") for features that are not in the project: the one that the project holds, else
/// the one that `storePredictions` would fit or find, which is not stored. None where nothing can be fitted.
/// Errors: kFormat (damaged), kCancelled.
Result<std::optional<LinearPredictor>> predictorFor(const Snapshot& snapshot, const FeatureSet& set,
                                                    const std::string& target, const JobContext& job);

}  // namespace facespace
