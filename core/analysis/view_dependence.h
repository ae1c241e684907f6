#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/units.h"
#include "core/analysis/view_effects.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

/// Experiment 2: are identities coded in a view-dependent way?
namespace facespace {

enum class Correction { kBonferroni, kBenjaminiHochberg };

struct ViewDependenceOptions {
    double frontalDeg = 20;  ///< |yaw| up to this is frontal.
    double profileDeg = 45;  ///< |yaw| from this is profile.
    int minimum = 5;         ///< Images of each view that an identity must have; at least 2.
    double alpha = 0.05;
    Correction correction = Correction::kBonferroni;  ///< Over the features of one identity.
    int permutations = 199;                           ///< Shuffles of the views, for any view dependence at all; 0: none.
    int bootstrap = 1000;                             ///< Resamples of identities and features; 0: no intervals.
    std::uint64_t seed = 1;
};

/// One identity with enough of both views; a row of the matrices below.
struct ViewIdentity {
    std::string identity;
    std::vector<std::int64_t> frontal, profile;  ///< Rows of the features.
    int frontalUnits = 0, profileUnits = 0;      ///< Observations that these are: videos and stills.
};

/// To what view dependence belongs, by the interval of the difference of the two components.
enum class ViewOwner {
    kCannotTell,
    kIdentities,  ///< Identities differ more than features do.
    kFeatures,
};

struct ViewDependence {
    std::vector<ViewIdentity> identities;  ///< I of them, in order of first appearance.
    /// I × D, on the means of units. Welch's t of frontal against profile, its Welch–Satterthwaite degrees of freedom, the
    /// two-sided p-value, the p-value adjusted over the features that vary, Hedges' g (frontal minus profile, pooled
    /// deviation, exact small-sample factor), and the unbiased squared effect (SquaredEffects). NaN where a feature does not
    /// vary in either view.
    Eigen::MatrixXd t, df, p, adjusted, hedgesG, squaredEffect;
    Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic> significant;  ///< adjusted ≤ alpha
    /// The paper's counts: which share of an identity's features (I), and of the identities in a feature (D), is
    /// significant, of those that vary; NaN if none does. They follow the number of images: they describe, and test nothing.
    Eigen::VectorXd ofIdentity, ofFeature;
    std::int64_t constantFeatures = 0;  ///< In no identity do they vary; they are left out of everything.

    /// The squared effects' mean and their components of variance over identities and over features.
    EffectComponents effects;
    /// Of no view dependence at all: how often shuffling the units' views within identities gives a mean squared effect as
    /// large; (1 + as large) / (1 + permutations).
    std::optional<double> pValue;
    int permutations = 0;  ///< That the p-value rests on.
    ViewOwner owner = ViewOwner::kCannotTell;
    std::vector<Text> notes;
};

/// @param x         N × D; rows that are not finite have no feature
/// @param yawDeg    N; NaN: unknown
/// @param units     N; a video with frames of both views counts for the one with more frames (profile if equally many)
/// Deterministic for any number of threads. Errors: kInvalid (no yaw, no identity with enough images of both views; says
/// what to import), kCancelled.
Result<ViewDependence> viewDependence(const FeatureMatrix& x, const std::vector<double>& yawDeg, const Units& units,
                                      const ViewDependenceOptions& options, const JobContext& job);

/// Row order that sorts by a marginal, largest first; equal values keep their order, NaN stand last.
std::vector<Eigen::Index> sortedByMarginal(const Eigen::VectorXd& marginal);

}  // namespace facespace
