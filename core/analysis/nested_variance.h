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

/// Is what lies near each other of one class, one identity, one light or one view? Variance components and mean cosines of
/// pairs by what the two images have in common (after Hill et al. 2019).
namespace facespace {

/// Levels of images: classes of people, ranges of yaw, kinds of light …
struct ImageFactor {
    Text name;  ///< What somebody named is a finished text.
    std::vector<std::string> levels;
    std::vector<std::int32_t> levelOf;  ///< N, −1: not known.
};

struct NestedVarianceOptions {
    bool unitLength = true;  ///< Variance of features at unit length, as cosines see them; else of the raw ones.
    int leaveOut = 200;      ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

enum class FactorKind {
    kClass,
    kIdentity,   ///< Within its class.
    kCondition,  ///< Of images.
    kTogether,   ///< What factors do only together: light that changes faces differently …
    kRest,       ///< Between images (or videos) of one person under the same conditions.
};

/// How much of half the mean squared distance of two images that have nothing in common falls away where they have this, and
/// nothing else, in common: its variance component over the sum of all (Koch 1968). In balanced sets it is that of the
/// analysis of variance with all factors random, identities nested in classes, and all their interactions. May be below 0.
struct FactorShare {
    FactorKind kind = FactorKind::kRest;
    Text name;  ///< Of the class or the condition; empty: as its kind.
    Estimate share;
    double component = 0;  ///< In squares of the features' unit.
};

/// The shares of two factors that are neighbours in their order.
struct FactorStep {
    std::size_t larger = 0, smaller = 0;  ///< Positions in NestedVariance::factors.
    Estimate difference;                  ///< Of their shares.
    bool told = false;                    ///< Its interval is above 0.
};

enum class PairRelation { kSameIdentity, kOtherIdentity, kOtherClass };
/// Pairs by what their images have in common. Pairs of one unit of observation take no part.
struct LadderRung {
    PairRelation relation = PairRelation::kSameIdentity;
    std::uint32_t differs = 0;  ///< Bit c: the images differ in condition c.
    Estimate cosine;            ///< Mean.
    std::int64_t pairs = 0;
};

struct NestedVariance {
    std::vector<FactorShare> factors;  ///< Class if there is one, identity, conditions, what they do together, rest.
    std::vector<std::size_t> order;    ///< Of class, identity and conditions, the largest share first.
    std::vector<FactorStep> steps;     ///< Between neighbours in that order.
    std::vector<LadderRung> ladder;    ///< Same identity first, fewest different conditions first.
    std::int64_t images = 0, identities = 0, left = 0;  ///< `left`: images left out, as a label is not known.
    std::vector<Text> notes;
};

/// Rows that are not finite, or of which a label is not known, take no part.
/// @param classes     levels that all images of an identity have in common; no levels: no classes
/// @param conditions  at most kMostConditions
/// Intervals leave identities out (Student's t), less what pairs of identities have of their own, which that counts twice.
/// Deterministic for any number of threads. Errors: kInvalid (fewer than four identities; no pairs that have only one factor
/// in common; a class that differs within an identity; says what to do), kCancelled.
inline constexpr std::size_t kMostConditions = 3;
Result<NestedVariance> nestedVariance(const FeatureMatrix& x, const Units& units, const ImageFactor& classes,
                                      const std::vector<ImageFactor>& conditions, const NestedVarianceOptions& options,
                                      const JobContext& job);

}  // namespace facespace
