// Errors of the fixed effects of a mixed model by leaving clusters out.
#include <Eigen/Cholesky>
#include <Eigen/SparseCholesky>

#include "core/analysis/mixed_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using mixed::Sparse;

/// What one cluster adds to X'V⁻¹X and X'V⁻¹y.
struct Part {
    Eigen::MatrixXd left;
    Eigen::VectorXd right;
};

bool levelsAreWithin(const MixedModel& model, const std::vector<std::int32_t>& cluster) {
    for (const RandomTerm& term : model.random) {
        std::vector<std::int32_t> of(static_cast<std::size_t>(term.levels), -1);
        for (std::size_t i = 0; i < cluster.size(); ++i) {
            std::int32_t& known = of[static_cast<std::size_t>(term.level[i])];
            if (known >= 0 && known != cluster[i]) return false;
            known = cluster[i];
        }
    }
    return true;
}

/// V is block diagonal by cluster, so that the sums over all values fall apart into those of the clusters.
std::vector<Part> partsOf(const MixedModel& model, const MixedFit& fit, const std::vector<std::int32_t>& cluster,
                          std::int32_t clusters) {
    const Sparse zl = mixed::designOf(model) * mixed::lambdaOf(model, fit.factors);
    Sparse inner(zl.cols(), zl.cols());
    inner.setIdentity();
    inner += Sparse(zl.transpose() * zl);
    const Eigen::SimplicialLLT<Sparse> cholesky(inner);
    Eigen::MatrixXd both(model.x.rows(), model.x.cols() + 1);
    both << model.x, (model.y.array() - model.y.mean()).matrix();
    // V⁻¹ by Woodbury's identity, but for σ².
    const Eigen::MatrixXd weighted = both - zl * cholesky.solve(zl.transpose() * both);
    const Eigen::Index p = model.x.cols();
    std::vector<Part> parts(static_cast<std::size_t>(clusters), {Eigen::MatrixXd::Zero(p, p), Eigen::VectorXd::Zero(p)});
    for (std::size_t i = 0; i < cluster.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        Part& part = parts[static_cast<std::size_t>(cluster[i])];
        part.left += model.x.row(row).transpose() * weighted.row(row).head(p);
        part.right += model.x.row(row).transpose() * weighted(row, p);
    }
    return parts;
}

}  // namespace

Result<std::vector<StandardError>> clusterErrors(const MixedModel& model, const MixedFit& fit,
                                                 const std::vector<std::int32_t>& cluster, std::int32_t clusters,
                                                 const Eigen::MatrixXd& combinations, const JackknifeOptions& options,
                                                 const JobContext& job) {
    if (!levelsAreWithin(model, cluster))
        return fail(ErrorCode::kInvalid, say("A random effect is in two clusters that are left out in turn."));
    const std::vector<Part> parts = partsOf(model, fit, cluster, clusters);
    const auto statistics = [&](const std::vector<std::int32_t>& weights, double* out) {
        Eigen::MatrixXd left = Eigen::MatrixXd::Zero(model.x.cols(), model.x.cols());
        Eigen::VectorXd right = Eigen::VectorXd::Zero(model.x.cols());
        for (std::size_t c = 0; c < parts.size(); ++c)
            if (weights[c] > 0) left += parts[c].left, right += parts[c].right;
        const Eigen::LDLT<Eigen::MatrixXd> solver(left);
        const bool solved = solver.info() == Eigen::Success && solver.rcond() > 1e-12;
        const Eigen::VectorXd beta = solver.solve(right);
        for (Eigen::Index m = 0; m < combinations.rows(); ++m) out[m] = solved ? combinations.row(m).dot(beta) : kNoValue;
    };
    return clusteredJackknife(clusters, static_cast<std::size_t>(combinations.rows()), statistics, options, job);
}

}  // namespace facespace
