#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
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
    int permutations = 199;                           ///< For the test of the marginals; 0: none.
    std::uint64_t seed = 1;
};

/// One identity with enough images of both views; a row of the matrices below.
struct ViewIdentity {
    std::string identity;
    std::vector<std::int64_t> frontal, profile;  ///< Rows of the features.
};

/// How much the rows of a matrix differ, and its columns.
struct MarginalVariances {
    double rows = 0, columns = 0;
};

struct ViewDependence {
    std::vector<ViewIdentity> identities;  ///< I of them, in order of first appearance.
    /// I × D. Welch's t of frontal against profile, its Welch–Satterthwaite degrees of freedom, the two-sided p-value, the
    /// p-value adjusted over the features, and Hedges' g (frontal minus profile, pooled deviation, exact small-sample
    /// factor). NaN where a feature does not vary in either view.
    Eigen::MatrixXd t, df, p, adjusted, hedgesG;
    Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic> significant;  ///< adjusted ≤ alpha
    Eigen::VectorXd ofIdentity;  ///< I; fraction of features that are significant.
    Eigen::VectorXd ofFeature;   ///< D; fraction of identities in which the feature is significant.

    /// The test of "view dependence belongs to identities rather than features": how much identities and features differ
    /// (MarginalVariances of `significant`, features that never vary left out), and how often the difference of the two is
    /// as large when frontal and profile are shuffled within every identity.
    double varianceOverIdentities = 0, varianceOverFeatures = 0;
    MarginalVariances plain;  ///< Variances (n − 1) of the two marginals as they are, chance included.
    std::optional<double> pValue;  ///< (1 + as large) / (1 + permutations); none without permutations or with one identity.
    Spread nullDifference;         ///< Of varianceOverIdentities − varianceOverFeatures under the null.
    std::vector<double> nullDifferences;  ///< One per permutation.
    std::vector<std::string> notes;
};

/// @param x         N × D; rows that are not finite have no feature
/// @param yawDeg    N; NaN: unknown
/// @param identity  N
/// Deterministic for any number of threads. Errors: kInvalid (no yaw, no identity with enough images of both views; says
/// what to import), kCancelled.
Result<ViewDependence> viewDependence(const FeatureMatrix& x, const std::vector<double>& yawDeg,
                                      const std::vector<std::string>& identity, const ViewDependenceOptions& options,
                                      const JobContext& job);

/// Variances of the two marginals of an I × D matrix of zeros and ones, less what its cells would give them if neither the
/// row nor the column mattered: the components of variance of a two-way layout without repetition, by the method of moments
/// (Searle, Casella and McCulloch 1992, ch. 4). A marginal over few cells varies by chance alone: with 8 identities and 512
/// features that part is 64 times as large over features as over identities, so plain variances cannot be compared.
/// Unbiased, therefore sometimes slightly below zero; NaN with fewer than two rows or columns.
/// @param ofRow     I; share of ones in each row
/// @param ofColumn  D; share of ones in each column
MarginalVariances marginalVariances(const Eigen::VectorXd& ofRow, const Eigen::VectorXd& ofColumn);

/// Row order that sorts by a marginal, largest first; equal values keep their order.
std::vector<Eigen::Index> sortedByMarginal(const Eigen::VectorXd& marginal);

}  // namespace facespace
