#include "core/analysis/view_effects.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>
#include <tuple>

#include "core/common/numbers.h"

namespace facespace {
namespace {
constexpr Eigen::Index kResamplesAtOnce = 64;

/// Σ over pairs of features j ≠ k of (z_j · z_k)², per feature weighted by w_j w_k; z are rows with m degrees of freedom.
double squaredProducts(const Eigen::MatrixXd& z) {
    const Eigen::MatrixXd products = z.transpose() * z;
    return products.squaredNorm() - z.rowwise().squaredNorm().squaredNorm();
}

/// Summed covariance of the noise of two squared effects. With r the correlation of two features within a view, c = 1/n₁ +
/// 1/n₂ and δ the true differences it is 2c²r² + 4c r δ_j δ_k from the means and (2/m) r² δ_j² δ_k² from the deviations.
/// Averages over pairs of features are products of units × units matrices, so features are never paired one by one.
/// @param features  that vary; residuals and differences of the others are zero
double sharedNoiseOf(const Eigen::MatrixXd& residuals, const Eigen::ArrayXd& d, const Eigen::ArrayXd& squared, double c,
                     double m, double features) {
    if (features < 2) return 0;
    const double pairs = features * (features - 1);
    // Σ r d d': expected r (δδ' + c r).
    const double withEffects = ((residuals.transpose() * d.matrix()).squaredNorm() / m - d.square().sum()) / pairs;
    // A sample's r² is too large by about (1 − r²)² / m.
    const auto unbiased = [&](double meanSquare) { return (m * meanSquare - 1) / (m - 1); };
    const double square = unbiased(squaredProducts(residuals) / (m * m) / pairs);
    const Eigen::ArrayXd size = squared.max(0);
    const double weights = (size.sum() * size.sum() - size.square().sum()) / pairs;
    double weighted = 0;
    if (weights > 0) {
        const Eigen::MatrixXd scaled = size.sqrt().matrix().asDiagonal() * residuals;
        weighted = weights * unbiased(squaredProducts(scaled) / (m * m) / pairs / weights);
    }
    return pairs * (4 * c * withEffects - 2 * c * c * square + 2 / m * weighted);
}
}  // namespace

SquaredEffects squaredEffects(const Samples& units, Eigen::Index n1) {
    const Eigen::Index n2 = units.cols() - n1;
    const double a = static_cast<double>(n1), b = static_cast<double>(n2), m = a + b - 2;
    const auto first = units.leftCols(n1), second = units.rightCols(n2);
    const Eigen::ArrayXd mean1 = first.rowwise().mean(), mean2 = second.rowwise().mean();
    Eigen::MatrixXd residuals(units.rows(), units.cols());
    residuals.leftCols(n1) = (first.colwise() - mean1).matrix();
    residuals.rightCols(n2) = (second.colwise() - mean2).matrix();
    const Eigen::ArrayXd within1 = residuals.leftCols(n1).rowwise().squaredNorm().array(),
                         within2 = residuals.rightCols(n2).rowwise().squaredNorm().array();
    const Eigen::ArrayXd variance = (within1 + within2) / m;
    const auto varies = variance > 0;
    const Eigen::ArrayXd scale = varies.select(variance, 1.0);
    const Eigen::ArrayXd d = varies.select((mean1 - mean2) / scale.sqrt(), 0.0);
    const Eigen::ArrayXd noise = (within1 / ((a - 1) * a) + within2 / ((b - 1) * b)) / scale;
    SquaredEffects effects;
    effects.ofFeature = varies.select((m - 2) / m * d.square() - noise, 0.0);
    residuals = scale.sqrt().inverse().matrix().asDiagonal() * residuals;
    effects.sharedNoise =
        sharedNoiseOf(residuals, d, effects.ofFeature, 1 / a + 1 / b, m, static_cast<double>(varies.count()));
    return effects;
}

namespace {
/// Counts of a draw with replacement.
Eigen::VectorXd drawn(Eigen::Index n, boost::random::mt19937_64& random) {
    boost::random::uniform_int_distribution<Eigen::Index> pick(0, n - 1);
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(n);
    for (Eigen::Index i = 0; i < n; ++i) counts(pick(random)) += 1;
    return counts;
}

/// Variance (n − 1) of values that stand for `counts` copies each.
double variance(const Eigen::VectorXd& values, const Eigen::VectorXd& counts) {
    const double n = counts.sum(), mean = values.dot(counts) / n;
    return ((values.array() - mean).square() * counts.array()).sum() / (n - 1);
}

double shareOf(double identities, double features) {
    const double first = std::max(identities, 0.0), both = first + std::max(features, 0.0);
    return both > 0 ? first / both : kNoValue;
}

Estimate withBounds(double value, const std::vector<double>& resampled) {
    return {value, quantile(resampled, 0.025), quantile(resampled, 0.975)};
}
}  // namespace

EffectComponents effectComponents(const Eigen::MatrixXd& cells, const Eigen::VectorXd& sharedNoise, int resamples,
                                  std::uint64_t seed) {
    const auto rows = static_cast<double>(cells.rows()), columns = static_cast<double>(cells.cols());
    EffectComponents result;
    if (rows < 2 || columns < 2) {
        result.mean = result.identities = result.features = result.difference =
            result.share = {kNoValue, kNoValue, kNoValue};
        if (cells.size() > 0) result.mean.value = cells.mean();
        return result;
    }
    const Eigen::VectorXd ofRow = cells.rowwise().mean(), ofColumn = cells.colwise().mean().transpose();
    const double mean = cells.mean();
    const double residual = ((cells.array() - mean).square().sum() - columns * (ofRow.array() - mean).square().sum() -
                             rows * (ofColumn.array() - mean).square().sum()) /
                            ((rows - 1) * (columns - 1));
    const auto one = [](Eigen::Index n) -> Eigen::VectorXd { return Eigen::VectorXd::Ones(n); };
    const double identities = variance(ofRow, one(cells.rows())) - residual / columns - sharedNoise.mean();
    const double features = variance(ofColumn, one(cells.cols())) - residual / rows;
    std::vector<double> means, ofIdentities, ofFeatures, shares;
    for (Eigen::Index begin = 0; begin < resamples; begin += kResamplesAtOnce) {
        const Eigen::Index count = std::min<Eigen::Index>(kResamplesAtOnce, resamples - begin);
        Eigen::MatrixXd w(cells.rows(), count), u(cells.cols(), count);
        for (Eigen::Index b = 0; b < count; ++b) {
            boost::random::mt19937_64 random(streamSeed(seed, static_cast<std::uint64_t>(begin + b)));
            w.col(b) = drawn(cells.rows(), random);
            u.col(b) = drawn(cells.cols(), random);
        }
        const Eigen::MatrixXd rowMeans = cells * u / columns, columnMeans = cells.transpose() * w / rows;
        for (Eigen::Index b = 0; b < count; ++b) {
            means.push_back(rowMeans.col(b).dot(w.col(b)) / rows);
            // A draw's variance is (n − 1)/n of that drawn from, and repeated cells average their noise less.
            ofIdentities.push_back(variance(rowMeans.col(b), w.col(b)) * rows / (rows - 1) -
                                   residual * u.col(b).squaredNorm() / (columns * columns) -
                                   sharedNoise.dot(w.col(b)) / rows);
            ofFeatures.push_back(variance(columnMeans.col(b), u.col(b)) * columns / (columns - 1) -
                                 residual * w.col(b).squaredNorm() / (rows * rows));
            result.differences.push_back(ofIdentities.back() - ofFeatures.back());
            // Where neither varies, neither has the larger part.
            const double share = shareOf(ofIdentities.back(), ofFeatures.back());
            shares.push_back(std::isnan(share) ? 0.5 : share);
        }
    }
    result.mean = withBounds(mean, means);
    result.identities = withBounds(identities, ofIdentities);
    result.features = withBounds(features, ofFeatures);
    result.difference = withBounds(identities - features, result.differences);
    result.share = withBounds(shareOf(identities, features), shares);
    return result;
}

ShuffledViews::ShuffledViews(const Samples& units, Eigen::Index n1)
    : centred_(units.colwise() - units.rowwise().mean().eval()),
      squares_(centred_.square().rowwise().sum()),
      few_(std::min(n1, units.cols() - n1)) {}

double ShuffledViews::sum(std::uint64_t seed) const {
    boost::random::mt19937_64 random(seed);
    const auto n = static_cast<std::size_t>(centred_.cols());
    std::vector<Eigen::Index> order(n);
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(centred_.rows()), squares = sum;
    for (std::size_t i = 0; i < static_cast<std::size_t>(few_); ++i) {  // the first few_ of a Fisher–Yates shuffle
        std::swap(order[i], order[boost::random::uniform_int_distribution<std::size_t>(i, n - 1)(random)]);
        sum += centred_.col(order[i]);
        squares += centred_.col(order[i]).square();
    }
    const double a = static_cast<double>(few_), b = static_cast<double>(centred_.cols()) - a, m = a + b - 2;
    const Eigen::ArrayXd within1 = (squares - sum.square() / a).max(0),
                         within2 = (squares_ - squares - sum.square() / b).max(0);
    const Eigen::ArrayXd variance = (within1 + within2) / m;
    const Eigen::ArrayXd effect =
        (m - 2) / m * (sum * (1 / a + 1 / b)).square() - (within1 / ((a - 1) * a) + within2 / ((b - 1) * b));
    return (variance > 0).select(effect / variance, 0.0).sum();
}

}  // namespace facespace
