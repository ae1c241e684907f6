#include "core/analysis/lda.h"

#include <cmath>

#include "core/common/numbers.h"

namespace facespace {
namespace {

/// Class sums relative to the features' origin, one column per target.
struct Classes {
    Eigen::MatrixXd mean0, mean1;
    Eigen::RowVectorXd n0, n1;
};
Classes classesOf(const RidgeBlocks& blocks, const RidgeBlocks::Moments& m) {
    Classes c;
    const double n = static_cast<double>(m.rows);
    const Eigen::MatrixXd sum1 = m.xy + m.sx * blocks.targetOrigin();
    c.n1 = (m.sy + n * blocks.targetOrigin()).array().round();
    c.n0 = n - c.n1.array();
    c.mean1 = sum1 * c.n1.cwiseInverse().asDiagonal();
    c.mean0 = (m.sx.replicate(1, sum1.cols()) - sum1) * c.n0.cwiseInverse().asDiagonal();
    return c;
}

void setIntercept(const RidgeBlocks& blocks, const Classes& c, RidgeBlocks::Fit& fit) {
    const Eigen::RowVectorXd half = 0.5 * ((c.mean0 + c.mean1).array() * fit.weights.array()).colwise().sum();
    fit.intercept = -half.array() + (c.n1.array() / c.n0.array()).log();
    fit.intercept -= blocks.origin() * fit.weights;
}
}  // namespace

std::vector<RidgeBlocks::Fit> ldaFits(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training,
                                      const std::vector<double>& shrinkage, const std::vector<Eigen::Index>& features) {
    const auto m = blocks.sum(training);
    const Classes c = classesOf(blocks, m);
    const Eigen::Index d = blocks.features();
    std::vector<RidgeBlocks::Fit> fits(
        shrinkage.size(), {Eigen::MatrixXd::Constant(d, 1, kNoValue), Eigen::RowVectorXd::Constant(1, kNoValue)});
    if (!(c.n0(0) > 0 && c.n1(0) > 0)) return fits;
    Eigen::MatrixXd within = features.empty() ? m.gram : lowerPart(m.gram, features);
    const Eigen::VectorXd mean0 = features.empty() ? c.mean0.col(0) : Eigen::VectorXd(c.mean0.col(0)(features));
    const Eigen::VectorXd mean1 = features.empty() ? c.mean1.col(0) : Eigen::VectorXd(c.mean1.col(0)(features));
    within.selfadjointView<Eigen::Lower>().rankUpdate(mean0, -c.n0(0));
    within.selfadjointView<Eigen::Lower>().rankUpdate(mean1, -c.n1(0));
    within /= static_cast<double>(m.rows);
    const double level = within.trace() / static_cast<double>(within.rows());
    for (std::size_t g = 0; g < shrinkage.size(); ++g) {
        Eigen::MatrixXd covariance = (1 - shrinkage[g]) * within;
        covariance.diagonal().array() += shrinkage[g] * level;
        Eigen::MatrixXd weights = mean1 - mean0;
        if (!blas::solvePositive(covariance, weights)) continue;
        if (features.empty()) {
            fits[g].weights = weights;
        } else {
            fits[g].weights.setZero();
            fits[g].weights(features, 0) = weights;
        }
        setIntercept(blocks, c, fits[g]);
    }
    return fits;
}

RidgeBlocks::Fit ldaPermuted(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training, double shrinkage) {
    const auto m = blocks.sum(training);
    const Classes c = classesOf(blocks, m);
    const double n = static_cast<double>(m.rows);
    Eigen::MatrixXd total = m.gram;
    total.selfadjointView<Eigen::Lower>().rankUpdate(m.sx, -1 / n);
    total /= n;
    const double level = total.trace() / static_cast<double>(total.rows());
    total *= 1 - shrinkage;
    total.diagonal().array() += shrinkage * level;
    const Eigen::MatrixXd difference = c.mean1 - c.mean0;
    RidgeBlocks::Fit fit{difference, {}};
    if (!blas::solvePositive(total, fit.weights)) fit.weights.setConstant(kNoValue);
    // S = T − (n₀n₁/n²) d dᵀ, so (Sherman & Morrison) Σ⁻¹d = A⁻¹d / (1 − c dᵀA⁻¹d).
    const Eigen::ArrayXXd share = (1 - shrinkage) * c.n0.array() * c.n1.array() / (n * n);
    const Eigen::ArrayXXd quadratic = (difference.array() * fit.weights.array()).colwise().sum();
    const Eigen::RowVectorXd factor = (1 - share * quadratic).inverse().matrix();
    fit.weights = fit.weights * factor.asDiagonal();
    setIntercept(blocks, c, fit);
    return fit;
}

}  // namespace facespace
