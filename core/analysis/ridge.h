#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/predictor.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

struct RidgeOptions {
    int folds = 5;  ///< 2 … 32; fewer are used where there are fewer identities.
    /// λ values to choose from, all > 0. Empty: ten from 10⁻⁶ to 10³ times the mean diagonal of the centred features' Gram
    /// matrix, which does not look at the labels.
    std::vector<double> penalties;
    std::uint64_t seed = 1;  ///< Which identities share a fold.
};

struct RidgeResult {
    /// N values. Labelled rows: predicted by a fit that saw no image of that identity. Unlabelled rows: from `predictor`.
    /// NaN without a feature.
    std::vector<float> outOfFold;
    /// Fitted on all labelled rows. The caller fills in target, unit, labelSource, networkName and networkSha256.
    LinearPredictor predictor;
    /// By which `outOfFold` was made, one per fold: each fitted without the images of its fold. As `predictor`.
    std::vector<LinearPredictor> foldPredictors;
    double mae = 0, rmse = 0, r2 = 0;   ///< Out of fold, in the label's unit; r2 against the mean of all labels.
    double penalty = 0;                 ///< Of `predictor`.
    std::vector<double> foldPenalties;  ///< The penalty chosen inside each training part.
    FoldsUsed used;
    int folds = 0;
    std::int64_t labelled = 0;    ///< Images with a label and a feature.
    std::int64_t identities = 0;  ///< Among them.
    std::vector<Text> notes;      ///< Sentences on what was done otherwise than asked.
};

/// Ridge regression of a label on the raw features (centred, not scaled; the intercept is not penalised), with every
/// labelled row predicted out of fold. Folds never split an identity; the penalty of each fold is chosen by
/// cross-validation inside its training part (nested), so the figures are honest.
/// @param x         N × D; rows that are not finite have no feature
/// @param labels    N; NaN: no label
/// @param units     N; identities, and which rows are frames of one video
/// Deterministic for any number of threads. Errors: kInvalid (too few labelled images or identities, constant labels or
/// features, bad options; says what to do), kCancelled.
Result<RidgeResult> ridgeCrossValidated(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units,
                                        const RidgeOptions& options, const JobContext& job);

}  // namespace facespace
