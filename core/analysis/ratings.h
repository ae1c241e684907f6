#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

/// What people say of faces, held against features: how alike two are, and what a face is like.
namespace facespace {

struct RatingOptions {
    int folds = 5;       ///< Identity-disjoint, of the prediction of traits.
    int leaveOut = 100;  ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

/// Two rows and how alike they are; larger is more alike. One value per rater, NaN: did not rate.
struct RatedPair {
    std::int64_t a = 0, b = 0;
    std::vector<double> ratings;
};
struct PairRatings {
    Estimate spearman;  ///< ρ of the cosine of the two features and the mean rating.
    /// Of several raters: mean ρ of each with the mean of the others, and with the mean of all (Nili et al. 2014). What a
    /// model could at least, and at most, reach. NaN with one rater.
    double lowerCeiling = 0, upperCeiling = 0;
    std::int64_t pairs = 0, identities = 0;
};
/// Intervals leave an identity out with all its pairs. Errors: kInvalid (fewer than four pairs with features), kCancelled.
Result<PairRatings> pairRatings(const FeatureMatrix& x, const Units& units, const std::vector<RatedPair>& pairs,
                                const RatingOptions& options, const JobContext& job);

struct TraitPrediction {
    std::string trait;
    /// Pearson's, of the rating and what ridge regression says of faces of identities that it was not fitted to.
    /// What is said is beyond the mean of the people that a fit was made of, so that it is 0 on average where there is
    /// nothing. Without an interval: leaving identities out of what is judged does not show how other fits would predict.
    double r = 0;
    std::int64_t faces = 0;
};
struct TraitPredictions {
    std::vector<TraitPrediction> traits;
    /// Is a face's own profile of ratings found, or that of any face? The share of faces of other identities
    /// that were not fitted to either, whose profile is less like the predicted one (cosine of profiles of z-scores) than
    /// its own is, on average; 0.5 by chance (Parde et al. 2019 ask it of the distance of profiles). NaN with fewer than
    /// three traits.
    double specificity = 0;
    std::int64_t faces = 0, identities = 0;
    std::vector<Text> notes;
};
/// @param names    of traits  @param ratings  N × traits; NaN: not rated
/// Errors: kInvalid (no trait can be predicted: why), kCancelled.
Result<TraitPredictions> traitPredictions(const FeatureMatrix& x, const Units& units, const std::vector<std::string>& names,
                                          const Eigen::MatrixXd& ratings, const RatingOptions& options,
                                          const JobContext& job);

}  // namespace facespace
