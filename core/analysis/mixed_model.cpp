#include "core/analysis/mixed_model.h"

#include <nlopt.h>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <Eigen/SparseCholesky>
#include <memory>
#include <numbers>

#include "core/analysis/mixed_parts.h"

namespace facespace {
namespace mixed {

Sparse designOf(const MixedModel& model) {
    std::vector<Eigen::Triplet<double>> cells;
    Eigen::Index first = 0;
    for (const RandomTerm& term : model.random) {
        const Eigen::Index q = term.columns.cols();
        for (Eigen::Index i = 0; i < term.columns.rows(); ++i)
            for (Eigen::Index c = 0; c < q; ++c)
                cells.emplace_back(i, first + term.level[static_cast<std::size_t>(i)] * q + c, term.columns(i, c));
        first += term.levels * q;
    }
    Sparse z(model.y.size(), first);
    z.setFromTriplets(cells.begin(), cells.end());
    return z;
}

Sparse lambdaOf(const MixedModel& model, const std::vector<Eigen::MatrixXd>& factors) {
    std::vector<Eigen::Triplet<double>> cells;
    Eigen::Index first = 0;
    for (std::size_t t = 0; t < factors.size(); ++t) {
        const Eigen::Index q = factors[t].cols();
        for (std::int32_t level = 0; level < model.random[t].levels; ++level, first += q)
            for (Eigen::Index c = 0; c < q; ++c)
                for (Eigen::Index r = c; r < q; ++r) cells.emplace_back(first + r, first + c, factors[t](r, c));
    }
    Sparse lambda(first, first);
    lambda.setFromTriplets(cells.begin(), cells.end());
    return lambda;
}

}  // namespace mixed

namespace {

using mixed::Sparse;

/// The search ends when parameters, of the order of 1, change by less than the first, or the criterion by less than the
/// second: changes that matter are of the order of 1. lme4 stops at 1e-8 of both.
constexpr double kParameterTolerance = 1e-8, kCriterionTolerance = 1e-9;
constexpr int kMostEvaluations = 5000;
/// A diagonal of Λ below this is none (lme4's isSingular has 1e-4).
constexpr double kSingular = 1e-4;

/// The profiled criterion as a function of the Λₖ; all that does not depend on them is computed once. y is centred and
/// scaled for that, so that no digits are lost.
class Criterion {
  public:
    Criterion(const MixedModel& model, bool restricted)
        : model_(model), restricted_(restricted), z_(mixed::designOf(model)), zz_(z_.transpose() * z_) {
        mean_ = model.y.mean();
        scale_ = std::sqrt((model.y.array() - mean_).square().mean());
        if (!(scale_ > 0)) scale_ = 1;
        y_ = (model.y.array() - mean_) / scale_;
        zx_ = z_.transpose() * model.x;
        zy_ = z_.transpose() * y_;
        xx_ = model.x.transpose() * model.x;
        xy_ = model.x.transpose() * y_;
        yy_ = y_.squaredNorm();
        identity_.resize(z_.cols(), z_.cols());
        identity_.setIdentity();
        for (const RandomTerm& term : model.random) parameters_ += term.columns.cols() * (term.columns.cols() + 1) / 2;
    }
    std::size_t parameters() const { return static_cast<std::size_t>(parameters_); }
    /// The lower triangles of the factors, column by column.
    std::vector<Eigen::MatrixXd> factorsOf(const double* theta) const {
        std::vector<Eigen::MatrixXd> factors;
        for (const RandomTerm& term : model_.random) {
            Eigen::MatrixXd factor = Eigen::MatrixXd::Zero(term.columns.cols(), term.columns.cols());
            for (Eigen::Index c = 0; c < factor.cols(); ++c)
                for (Eigen::Index r = c; r < factor.rows(); ++r) factor(r, c) = *theta++;
            factors.push_back(std::move(factor));
        }
        return factors;
    }
    double at(const double* theta);
    /// Of the last theta asked for.
    MixedFit fit(const double* theta);

  private:
    const MixedModel& model_;
    bool restricted_;
    Sparse z_, zz_, identity_;
    Eigen::VectorXd y_, zy_, xy_;
    Eigen::MatrixXd zx_, xx_;
    double yy_ = 0, mean_ = 0, scale_ = 1;
    Eigen::Index parameters_ = 0;
    // Of the last evaluation.
    Eigen::SimplicialLLT<Sparse> cholesky_;
    bool analysed_ = false;
    Sparse lambda_;
    Eigen::VectorXd ofY_, beta_;
    Eigen::MatrixXd ofX_;
    Eigen::LLT<Eigen::MatrixXd> rx_;
    double squares_ = 0;

    double freedom() const { return static_cast<double>(restricted_ ? y_.size() - model_.x.cols() : y_.size()); }
};

double Criterion::at(const double* theta) {
    lambda_ = mixed::lambdaOf(model_, factorsOf(theta));
    const Sparse inner = Sparse(lambda_.transpose() * zz_ * lambda_) + identity_;
    if (!analysed_) cholesky_.analyzePattern(inner);
    analysed_ = true;
    cholesky_.factorize(inner);
    // L⁻¹PΛ'Z'(X, y): equations 32 and 33.
    const auto& lower = cholesky_.matrixL();
    ofX_ = lower.solve(cholesky_.permutationP() * (lambda_.transpose() * zx_));
    ofY_ = lower.solve(cholesky_.permutationP() * (lambda_.transpose() * zy_));
    rx_.compute(xx_ - ofX_.transpose() * ofX_);
    if (cholesky_.info() != Eigen::Success || rx_.info() != Eigen::Success) return HUGE_VAL;
    const Eigen::VectorXd right = xy_ - ofX_.transpose() * ofY_;
    beta_ = rx_.solve(right);
    squares_ = yy_ - ofY_.squaredNorm() - beta_.dot(right);
    double logs = 0;
    const Sparse factor = lower;
    for (Eigen::Index i = 0; i < factor.cols(); ++i) logs += 2 * std::log(factor.coeff(i, i));
    if (restricted_) logs += 2 * rx_.matrixLLT().diagonal().array().log().sum();
    return logs + freedom() * (1 + std::log(2 * std::numbers::pi * std::max(squares_, 1e-300) / freedom()));
}

MixedFit Criterion::fit(const double* theta) {
    MixedFit fit;
    fit.criterion = at(theta) + 2 * freedom() * std::log(scale_);
    fit.factors = factorsOf(theta);
    fit.sigma = scale_ * std::sqrt(squares_ / freedom());
    fit.beta = scale_ * beta_;
    fit.beta(0) += mean_;
    fit.covariance = fit.sigma * fit.sigma * rx_.solve(Eigen::MatrixXd::Identity(beta_.size(), beta_.size()));
    const Eigen::VectorXd u = cholesky_.permutationPinv() * cholesky_.matrixU().solve(ofY_ - ofX_ * beta_);
    const Eigen::VectorXd b = scale_ * (lambda_ * u);
    Eigen::Index first = 0;
    for (std::size_t t = 0; t < fit.factors.size(); ++t) {
        const Eigen::MatrixXd& factor = fit.factors[t];
        fit.covariances.push_back(fit.sigma * fit.sigma * factor * factor.transpose());
        fit.singular = fit.singular || factor.diagonal().minCoeff() < kSingular;
        const Eigen::Index q = factor.cols(), levels = model_.random[t].levels;
        fit.effects.emplace_back(b.segment(first, levels * q).reshaped<Eigen::RowMajor>(levels, q));
        first += levels * q;
    }
    return fit;
}

struct Search {
    Criterion criterion;
    const JobContext& job;
    nlopt_opt optimiser = nullptr;
    std::int64_t evaluations = 0;
};

double evaluated(unsigned, const double* theta, double*, void* data) {
    auto& search = *static_cast<Search*>(data);
    if (search.job.cancelled()) nlopt_force_stop(search.optimiser);
    ++search.evaluations;
    return search.criterion.at(theta);
}

/// One for the diagonals, zero below them, as lme4 begins.
void setStart(const MixedModel& model, std::vector<double>& theta, std::vector<double>& least) {
    for (const RandomTerm& term : model.random)
        for (Eigen::Index c = 0; c < term.columns.cols(); ++c)
            for (Eigen::Index r = c; r < term.columns.cols(); ++r) {
                theta.push_back(r == c ? 1 : 0);
                least.push_back(r == c ? 0 : -HUGE_VAL);
            }
}

Result<void> checked(const MixedModel& model) {
    for (const RandomTerm& term : model.random)
        if (term.levels * term.columns.cols() >= model.y.size())
            return fail(ErrorCode::kInvalid,
                        say("“{}” would have {} random effects for {} values; it takes fewer than values.", term.name,
                            term.levels * term.columns.cols(), model.y.size()));
    if (model.x.rows() <= model.x.cols() || Eigen::ColPivHouseholderQR<Eigen::MatrixXd>(model.x).rank() < model.x.cols())
        return fail(ErrorCode::kInvalid,
                    say("What it is explained by does not vary, or one of it follows from the others; leave one out."));
    return {};
}

}  // namespace

Result<MixedFit> fitMixed(const MixedModel& model, const MixedOptions& options, const JobContext& job) {
    if (const auto fine = checked(model); !fine) return forward(fine);
    Search search{Criterion(model, options.restricted), job};
    std::vector<double> theta, least;
    setStart(model, theta, least);
    if (theta.empty()) return search.criterion.fit(theta.data());
    const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> optimiser(
        nlopt_create(NLOPT_LN_BOBYQA, static_cast<unsigned>(theta.size())), &nlopt_destroy);
    search.optimiser = optimiser.get();
    nlopt_set_min_objective(optimiser.get(), evaluated, &search);
    nlopt_set_lower_bounds(optimiser.get(), least.data());
    nlopt_set_initial_step1(optimiser.get(), 0.5);
    nlopt_set_xtol_abs1(optimiser.get(), kParameterTolerance);
    nlopt_set_ftol_abs(optimiser.get(), kCriterionTolerance);
    nlopt_set_maxeval(optimiser.get(), kMostEvaluations);
    double best = 0;
    // What the search says of how it ended does not matter: where rounding ends it, the best point is as good as any.
    nlopt_optimize(optimiser.get(), theta.data(), &best);
    if (job.cancelled()) return cancelled();
    MixedFit fit = search.criterion.fit(theta.data());
    fit.evaluations = search.evaluations;
    return fit;
}

}  // namespace facespace
