#pragma once
#include <string>
#include <vector>

#include "core/analysis/mixed_model.h"
#include "core/compute/analysis_input.h"

/// A number of the images against others, with what images of a person and of a video have in common as random effects.
namespace facespace {

struct MixedAnalysisOptions {
    /// "distance" (from the origin), a measure that qualityColumns() has ("abs_yaw"), or any column of numbers.
    std::string outcome = "distance";
    std::vector<std::string> predictors{};  ///< The same. Empty: up to six of qualityColumns() that most images have.
    bool slopes = true;                     ///< Each person has a slope of the first predictor.
    int leaveOut = 500;                     ///< Identities, or random groups of them, left out in turn; 0: no intervals.
    std::uint64_t seed = 1;
};

struct MixedEffect {
    std::string key;
    Text title;
    std::string unit;
    double sd = 0;          ///< Of the predictor over the images.
    Estimate perSd;         ///< Standard deviations of the outcome for one of the predictor, the others held fixed.
    Estimate perUnit;       ///< Of the outcome, for one unit of the predictor.
    double modelError = 0;  ///< Standard error of perUnit if the model were true, as lme4 has it.
    double pValue = 1;      ///< Two-sided; NaN without intervals.
};
struct MixedReport {
    std::string network;
    std::string outcome;
    Text outcomeTitle;
    std::string outcomeUnit;
    double outcomeSd = 0;
    std::vector<MixedEffect> effects;
    std::int64_t images = 0, videos = 0, identities = 0;  ///< Videos: units of observation.
    /// Variances, over the outcome's: of what the predictors say, of people, of their slopes (averaged over the images), of
    /// videos, and of what is left. NaN: not in the model.
    double ofPredictors = 0, ofPeople = 0, ofSlopes = 0, ofVideos = 0, ofRest = 0;
    double slopeSd = 0;  ///< Of the first predictor's slope over people, as perSd; NaN: not in the model.
    std::vector<Text> notes;
};

/// Errors: kNotFound (no such column, lists what there is), kInvalid (one length for all features; too few images or people;
/// no predictor), those of gather() and fitMixed().
Result<MixedReport> computeMixed(const Snapshot& snapshot, const AnalysisScope& scope, const MixedAnalysisOptions& options,
                                 const JobContext& job);

}  // namespace facespace
