#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <optional>
#include <vector>

#include "core/analysis/resampling.h"

/// How large the difference between two views is, without the part that noise gives it, and what it belongs to.
namespace facespace {

using Samples = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic>;  ///< features × units

/// Effects of one identity. Squared effects are unbiased: zero on average where the views do not differ, for any number of
/// units, so that identities with many images do not look more view-dependent than those with few.
struct SquaredEffects {
    /// D; (m−2)/m · d² − (s₁²/n₁ + s₂²/n₂)/s², d the difference of means over the pooled deviation s, m = n₁ + n₂ − 2. With
    /// equal deviations the subtracted part is 1/n₁ + 1/n₂; with unequal ones it follows them. 0 where a feature is
    /// constant.
    Eigen::ArrayXd ofFeature;
    /// Covariance of the noise in two of them, summed over ordered pairs of features: features of one image are correlated,
    /// so their noise does not average out over features, and would be taken for a difference between identities.
    double sharedNoise = 0;
};
/// @param n1  the first n1 columns are one view, the rest the other; at least 2 each and 5 in all
SquaredEffects squaredEffects(const Samples& units, Eigen::Index n1);

/// Components of variance of squared effects over identities and over features (two-way layout without repetition, method of
/// moments; Searle, Casella & McCulloch 1992, ch. 4), less the shared noise. Unbiased, so sometimes below zero.
struct EffectComponents {
    Estimate mean;                    ///< Of all squared effects.
    Estimate identities, features;    ///< Components.
    Estimate difference;              ///< Identities less features.
    Estimate share;                   ///< Identities' part of both, those below zero taken as zero; NaN where both are.
    std::vector<double> differences;  ///< One per resample.
};
/// Intervals by the pigeonhole bootstrap (Owen 2007): identities and features are resampled, each with replacement, and what
/// the repetition of a row adds to the components is taken off again.
/// @param cells  identities × features that vary; at least two of each
/// @param sharedNoise  per identity, mean over pairs of features
EffectComponents effectComponents(const Eigen::MatrixXd& cells, const Eigen::VectorXd& sharedNoise, int resamples,
                                  std::uint64_t seed);

/// Squared effects when the units of the two views are shuffled, as they are without view dependence.
class ShuffledViews {
  public:
    ShuffledViews(const Samples& units, Eigen::Index n1);
    /// Sum over the features.
    double sum(std::uint64_t seed) const;

  private:
    Samples centred_;  // so that sums of squares lose no digits
    Eigen::ArrayXd squares_;
    Eigen::Index few_;
};

}  // namespace facespace
