#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"

/// Is what a network knows of a face in single units, in few, or in all of them? (Parde et al. 2021.) A unit is a column of
/// the features.
namespace facespace {

/// Classes of images: a person's sex, still or video, ranges of yaw …
struct CodedAttribute {
    Text name;  ///< What somebody named is a finished text.
    std::vector<std::string> classes;
    std::vector<std::int32_t> classOf;  ///< N, −1: not known.
};

struct PopulationOptions {
    int repeats = 10;     ///< Random subsets of each number of units.
    int pairs = 100'000;  ///< Pairs of images that the AUC is of, a fifth of one identity and of different videos.
    int folds = 5;        ///< Identity-disjoint, of what is read out of subsets.
    int leaveOut = 200;   ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

/// By the effective number of units that carry it: below 2, below an eighth of all, or more; open where the effect may be 0,
/// where it may be less than kLeastCode of the variance of those units (next to nothing has no code, however sure it is), or
/// of fewer identities than kCodeIdentities, as the noise of effects is then taken for units.
inline constexpr std::int64_t kCodeIdentities = 40;
inline constexpr double kLeastCode = 0.01;
enum class CodeKind { kCannotTell, kOneUnit, kSparse, kDistributed };
const char* termFor(CodeKind kind);

/// One attribute, or identity, in the units.
struct UnitCode {
    Text attribute;
    /// Per unit: share of the variance over images that is between classes. Sampling makes it larger than it is, so that an
    /// interval around it would not hold the truth; that is for the effect.
    std::vector<double> etaSquared;
    /// Per unit η² without what sampling adds: products of an identity with itself are left out of the variance between
    /// classes, for identity those of a video with itself. May be below 0. Its interval is that of the difference of two
    /// classes' means, or of identity on Fisher's scale of correlations within classes; more classes have none.
    std::vector<Estimate> effect;
    Estimate total;             ///< Σ of variance between classes over Σ of variance.
    double effectiveUnits = 0;  ///< (Σ e)² / Σ e² of effects (participation ratio): 1 if one unit carries all of it.
    CodeKind kind = CodeKind::kCannotTell;
    std::int64_t images = 0, identities = 0;
};

/// What subsets of so many units tell.
struct SubsetPoint {
    int units = 0;
    Spread auc;                    ///< Of identity, by cosine.
    std::vector<Spread> accuracy;  ///< Per attribute: balanced accuracy of ridge regression on identities not fitted to.
    Spread yawError;               ///< Mean absolute error of yaw, degrees; no values without yaw.
};

/// The direction in which an attribute's two classes, or yaw, lie apart.
struct CodedDirection {
    Text attribute;
    double effectiveUnits = 0, effectiveComponents = 0;  ///< 1 / Σ cos⁴ with unit axes, with principal components.
    int unit = 0, component = 0;                         ///< The nearest of them, from 0,
    double unitCosine = 0, componentCosine = 0;          ///< and its |cos|.
};

struct PopulationCode {
    int units = 0;
    std::vector<Text> attributes;      ///< Names, in the order of SubsetPoint::accuracy.
    std::vector<UnitCode> codes;       ///< Identity first, then attributes.
    std::vector<SubsetPoint> subsets;  ///< Of 1, 2, 4 … and all units.
    std::vector<CodedDirection> directions;
    std::vector<std::pair<int, double>> removed;  ///< Components left out, the first first, and the AUC without them.
    std::vector<Text> notes;
};

/// Rows that are not finite take no part. @param yaw  degrees, N; NaN: not known
/// Deterministic for any number of threads. Errors: kInvalid (fewer than four identities, none with images of two videos;
/// says what to do), kCancelled.
Result<PopulationCode> populationCode(const FeatureMatrix& x, const Units& units,
                                      const std::vector<CodedAttribute>& attributes, const std::vector<double>& yaw,
                                      const PopulationOptions& options, const JobContext& job);

}  // namespace facespace
