#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <string>
#include <vector>

#include "core/analysis/jackknife.h"
#include "core/analysis/resampling.h"
#include "core/common/job.h"
#include "core/common/result.h"

/// Linear mixed models: y = Xβ + Σ Zₖbₖ + ε. What the images of one person, or the frames of one video, have in common is a
/// random effect of its own, nested or crossed, with or without slopes.
namespace facespace {

/// Effects that vary at random over the levels of one grouping: bₖ ~ N(0, Σₖ) for each level, with any covariance.
struct RandomTerm {
    std::string name;                 ///< "identity".
    std::vector<std::int32_t> level;  ///< N; from 0.
    std::int32_t levels = 0;
    Eigen::MatrixXd columns;  ///< N × q: a column of ones for an intercept, and one for each slope.
};

struct MixedModel {
    Eigen::VectorXd y;  ///< N, finite.
    Eigen::MatrixXd x;  ///< N × p, of full column rank; the first column is ones.
    std::vector<RandomTerm> random;
};

struct MixedFit {
    Eigen::VectorXd beta;                      ///< p.
    Eigen::MatrixXd covariance;                ///< p × p, of β, as if the variances were known.
    double sigma = 0;                          ///< Standard deviation of ε.
    std::vector<Eigen::MatrixXd> covariances;  ///< Σₖ of each term, q × q.
    std::vector<Eigen::MatrixXd> effects;      ///< Predicted bₖ (BLUP), levels × q.
    std::vector<Eigen::MatrixXd> factors;      ///< Σₖ = σ² ΛₖΛₖ', Λₖ lower triangular.
    double criterion = 0;                      ///< −2 log of the restricted likelihood, or of the likelihood.
    bool singular = false;                     ///< Some combination of random effects has no variance.
    std::int64_t evaluations = 0;              ///< Of the criterion.
};

struct MixedOptions {
    bool restricted = true;  ///< REML; else ML.
};

/// The profiled criterion of Bates, Mächler, Bolker & Walker (“Fitting linear mixed-effects models using lme4”, Journal of
/// Statistical Software 67(1), 2015, equations 34 to 42), by sparse Cholesky factors (Eigen), minimised over the Λₖ by
/// Powell's BOBYQA (2009; NLopt), as lme4 does. Deterministic.
/// Errors: kInvalid (as many random effects as values, or X is not of full rank), kCancelled.
Result<MixedFit> fitMixed(const MixedModel& model, const MixedOptions& options, const JobContext& job);

/// Standard errors of combinations of β that hold though the variances are not as the model has them, or pairs share an
/// image: each cluster is left out in turn, with the variances as fitted (the jackknife is CR3 of Bell & McCaffrey 2002
/// then).
/// @param cluster       N, from 0; no level of a random term may be in two clusters
/// @param combinations  m × p
/// @param options       with more clusters than `most`, so many random groups of them are left out
/// Errors: kInvalid (a level in two clusters), kCancelled.
Result<std::vector<StandardError>> clusterErrors(const MixedModel& model, const MixedFit& fit,
                                                 const std::vector<std::int32_t>& cluster, std::int32_t clusters,
                                                 const Eigen::MatrixXd& combinations, const JackknifeOptions& options,
                                                 const JobContext& job);

}  // namespace facespace
