#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/experiment1.h"
#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/analysis_input.h"

/// Experiment 1 on a project: what the features of a network say about the image.
namespace facespace {

struct PredictionAnalysisOptions {
    std::vector<std::string> targets{"yaw", "pitch", "abs_yaw", "pitch_centred", "media"};  ///< See computeLabels().
    double centredPitchDeg = 10;
    Experiment1Options experiment;
};

/// One target: a report of numbers, or of two classes, or a sentence on what is missing and what to import.
struct TargetReport {
    std::string network, target, unit;
    Text labelSource;
    std::vector<std::string> classes;    ///< Names of classes 0 and 1; empty for numbers.
    std::vector<double> labels;          ///< N, in import order; 0 or 1 for classes, NaN where there is none.
    std::vector<std::int32_t> unitOf{};  ///< N, number of the unit of observation from 0.
    std::uint64_t seed = 0;              ///< Of folds, splits and shuffles.
    std::optional<RegressionReport> regression;
    std::optional<ClassificationReport> classification;
    Text missing;
};

/// One report per target; a target that cannot be read says why and the others still run. Deterministic for any number of
/// threads. Errors: kNotFound, kInvalid (network, rows, options), kCancelled.
Result<std::vector<TargetReport>> computePrediction(const Snapshot& snapshot, const AnalysisScope& scope,
                                                    const PredictionAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
