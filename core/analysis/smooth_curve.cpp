#include "core/analysis/smooth_curve.h"

#include <algorithm>
#include <array>
#include <boost/random/chi_squared_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

namespace facespace {
namespace {
constexpr int kK = SmoothCurve::kCoefficients;
constexpr int kStep = 5, kFirst = 5, kLast = 95;  // percent; a cubic says little of its very ends
using Gram = Eigen::Matrix<double, kK, kK>;
using Vector = Eigen::Matrix<double, kK, 1>;

/// Cubic, three equal pieces of 0 … 1, end knots four times.
constexpr std::array<double, kK + 4> kKnots{0, 0, 0, 0, 1.0 / 3, 2.0 / 3, 1, 1, 1, 1};

struct Sums {
    Gram gram = Gram::Zero();
    Vector cross = Vector::Zero();
};

bool solve(const Sums& sums, Vector& coefficients) {
    const Eigen::LDLT<Gram> decomposition(sums.gram);
    const Vector pivots = decomposition.vectorD();
    if (!(pivots.minCoeff() > 1e-9 * pivots.maxCoeff())) return false;
    coefficients = decomposition.solve(sums.cross);
    return coefficients.allFinite();
}
}  // namespace

Eigen::VectorXd SmoothCurve::basis(double percentile) {
    const double p = std::clamp(percentile, 0.0, 1.0);
    // Cox–de Boor recursion; the last piece takes its right end.
    std::array<double, kK + 3> b{};
    const std::size_t piece = p >= kKnots[5] ? 5 : p >= kKnots[4] ? 4 : 3;
    b[piece] = 1;
    for (std::size_t degree = 1; degree <= 3; ++degree)
        for (std::size_t i = 0; i + degree < kK + 3; ++i) {
            const double left = kKnots[i + degree] - kKnots[i], right = kKnots[i + degree + 1] - kKnots[i + 1];
            b[i] = (left > 0 ? (p - kKnots[i]) / left * b[i] : 0) +
                   (right > 0 ? (kKnots[i + degree + 1] - p) / right * b[i + 1] : 0);
        }
    return Eigen::Map<const Eigen::VectorXd>(b.data(), kK);
}

SmoothCurve::SmoothCurve(const std::vector<double>& percentile, const std::vector<double>& y, const IdentityGroups& clusters,
                         const JackknifeOptions& options) {
    const auto [turnOf, turns] = leaveOutTurns(clusters.count, options);
    if (turns == 0) return;
    std::vector<Sums> of(turns);
    Sums all;
    double mean = 0;
    for (const double v : y) mean += v / static_cast<double>(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
        const Vector b = basis(percentile[i]);
        Sums& sums = of[turnOf[static_cast<std::size_t>(clusters.groupOf[i])]];
        sums.gram += b * b.transpose();
        sums.cross += b * (y[i] - mean);
    }
    for (const Sums& s : of) all.gram += s.gram, all.cross += s.cross;
    Vector fitted;
    if (!solve(all, fitted)) return;
    std::vector<Vector> without(turns);
    Vector middle = Vector::Zero();
    for (std::size_t t = 0; t < turns; ++t) {
        if (!solve({all.gram - of[t].gram, all.cross - of[t].cross}, without[t])) return;
        middle += without[t] / static_cast<double>(turns);
    }
    covariance_ = Eigen::MatrixXd::Zero(kK, kK);
    for (const Vector& w : without) covariance_ += (w - middle) * (w - middle).transpose();
    covariance_ *= static_cast<double>(turns - 1) / static_cast<double>(turns);
    double left = 0, total = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double error = y[i] - mean - basis(percentile[i]).dot(fitted);
        left += error * error;
        total += (y[i] - mean) * (y[i] - mean);
    }
    r2_ = total > 0 ? 1 - left / total : 0;
    coefficients_ = (fitted.array() + mean).matrix();  // the basis sums to one
    df_ = static_cast<int>(turns) - 1;
    known_ = true;
    addChanges();
}

double SmoothCurve::at(double percentile) const { return basis(percentile).dot(coefficients_); }

Estimate SmoothCurve::estimate(double percentile) const {
    const Eigen::VectorXd b = basis(percentile);
    return StandardError{std::sqrt(std::max(0.0, b.dot(covariance_ * b))), df_}.interval(b.dot(coefficients_));
}

void SmoothCurve::addChanges() {
    for (int u = kFirst; u <= kLast; u += kStep)
        for (int v = u + kStep; v <= kLast; v += kStep) {
            const double from = u / 100.0, to = v / 100.0;
            const Eigen::VectorXd contrast = basis(to) - basis(from);
            changes_.push_back(
                {from, to, contrast.dot(coefficients_), std::sqrt(std::max(0.0, contrast.dot(covariance_ * contrast)))});
        }
}

SmoothCurve::Band SmoothCurve::band(int draws, std::uint64_t seed) const {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> decomposition(covariance_);
    const Eigen::MatrixXd root =
        decomposition.eigenvectors() * decomposition.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
    Eigen::MatrixXd contrasts(static_cast<Eigen::Index>(changes_.size()), kK);
    double observed = 0;
    for (std::size_t c = 0; c < changes_.size(); ++c) {
        const double error = changes_[c].error;
        contrasts.row(static_cast<Eigen::Index>(c)) =
            error > 0 ? Eigen::RowVectorXd((basis(changes_[c].to) - basis(changes_[c].from)).transpose() / error)
                      : Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(kK));
        if (error > 0) observed = std::max(observed, std::abs(changes_[c].value) / error);
    }
    const Eigen::MatrixXd standard = contrasts * root;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    // Hotelling's T²: the covariance is estimated too, and changes span all but one of the dimensions.
    const double dimensions = kK - 1, left = std::max(1.0, df_ + 1 - dimensions);
    const double wider = std::sqrt(df_ / left);
    boost::random::chi_squared_distribution<double> chiSquared(left);
    std::vector<double> largest;
    std::int64_t asLarge = 0;
    for (int d = 0; d < draws; ++d) {
        Eigen::VectorXd z(kK);
        for (double& v : z) v = normal(random);
        largest.push_back(wider * (standard * z).cwiseAbs().maxCoeff() / std::sqrt(chiSquared(random) / left));
        asLarge += largest.back() >= observed ? 1 : 0;
    }
    return {quantile(largest, 0.95), static_cast<double>(1 + asLarge) / static_cast<double>(1 + draws)};
}

}  // namespace facespace
