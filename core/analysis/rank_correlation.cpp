#include <fmt/format.h>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <limits>
#include <tuple>

#include "core/analysis/ranks.h"
#include "core/analysis/statistics.h"
#include "core/analysis/statistics_parts.h"
#include "core/analysis/welch.h"

namespace facespace {
namespace {
using namespace statistics;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Pearson's r with integer weights.
double weightedPearson(const std::vector<double>& x, const std::vector<double>& y, const std::vector<std::int32_t>& weight) {
    double w = 0, mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        w += weight[i];
        mx += weight[i] * x[i];
        my += weight[i] * y[i];
    }
    mx /= w;
    my /= w;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - mx, dy = y[i] - my;
        xx += weight[i] * dx * dx;
        yy += weight[i] * dy * dy;
        xy += weight[i] * dx * dy;
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx) / std::sqrt(yy) : kNaN;
}

double correlationP(double r, double df) {
    if (std::isnan(r) || df < 1) return kNaN;
    return studentP(r * std::sqrt(df / ((1 - r) * (1 + r))), df);
}

/// Ties of one variable: Σ t(t−1)(t−2) and Σ t(t−1)(2t+5).
struct TieSums {
    double cubic = 0, spread = 0;
};
TieSums tieSums(const RankedValues& values) {
    std::vector<double> runs(static_cast<std::size_t>(values.distinct()), 0);
    for (const std::int32_t level : values.levels()) runs[static_cast<std::size_t>(level)] += 1;
    TieSums sums;
    for (const double t : runs) {
        sums.cubic += t * (t - 1) * (t - 2);
        sums.spread += t * (t - 1) * (2 * t + 5);
    }
    return sums;
}

/// Kendall (1970), section 5.4.
double kendallP(const KendallCounts& c, const RankedValues& x, const RankedValues& y) {
    const double n = static_cast<double>(x.size()), m = n * (n - 1);
    const TieSums tx = tieSums(x), ty = tieSums(y);
    const double variance =
        (m * (2 * n + 5) - tx.spread - ty.spread) / 18 + 2 * c.tiedX * c.tiedY / m + tx.cubic * ty.cubic / (9 * m * (n - 2));
    return std::erfc(std::abs(c.numerator()) / std::sqrt(variance) / std::sqrt(2.0));
}

/// Partial correlation of the first two variables given the rest, from weighted ranks.
double partial(const std::vector<RankedValues>& ranked, const std::vector<std::int32_t>& weight) {
    const auto k = static_cast<Eigen::Index>(ranked.size());
    const auto n = static_cast<Eigen::Index>(weight.size());
    Eigen::MatrixXd ranks(n, k);
    std::vector<double> column;
    for (Eigen::Index v = 0; v < k; ++v) {
        ranked[static_cast<std::size_t>(v)].ranks(weight, column);
        ranks.col(v) = Eigen::Map<const Eigen::VectorXd>(column.data(), n);
    }
    Eigen::VectorXd w(n);
    for (Eigen::Index i = 0; i < n; ++i) w(i) = weight[static_cast<std::size_t>(i)];
    const Eigen::RowVectorXd mean = w.transpose() * ranks / w.sum();
    ranks.rowwise() -= mean;
    Eigen::MatrixXd covariance(k, k);
    for (Eigen::Index a = 0; a < k; ++a) {
        const Eigen::VectorXd weighted = ranks.col(a).cwiseProduct(w);
        for (Eigen::Index b = 0; b <= a; ++b) covariance(a, b) = covariance(b, a) = weighted.dot(ranks.col(b));
    }
    const Eigen::VectorXd scale = covariance.diagonal().cwiseSqrt();
    if (!(scale.minCoeff() > 0)) return kNaN;
    covariance = scale.cwiseInverse().asDiagonal() * covariance * scale.cwiseInverse().asDiagonal();
    // Schur complement: the covariance of the two residuals.
    const Eigen::MatrixXd controls = covariance.bottomRightCorner(k - 2, k - 2),
                          cross = covariance.bottomLeftCorner(k - 2, 2);
    Eigen::Matrix2d residual = covariance.topLeftCorner(2, 2);
    if (k > 2) residual -= cross.transpose() * controls.ldlt().solve(cross);
    const double xx = residual(0, 0), yy = residual(1, 1);
    return xx > 1e-12 && yy > 1e-12 ? residual(0, 1) / std::sqrt(xx) / std::sqrt(yy) : kNaN;
}
}  // namespace

double spearmanRho(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < 2) return kNaN;
    const std::vector<std::int32_t> ones(x.size(), 1);
    std::vector<double> rx, ry;
    RankedValues(x).ranks(ones, rx);
    RankedValues(y).ranks(ones, ry);
    return weightedPearson(rx, ry, ones);
}

double kendallTauB(const std::vector<double>& x, const std::vector<double>& y) {
    return kendallCounts(RankedValues(x), RankedValues(y), std::vector<std::int32_t>(x.size(), 1)).tauB();
}

Result<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                        const std::vector<std::string>& identity, const StatisticsOptions& o,
                                        const JobContext& job, const std::string& xName, const std::string& yName) {
    const auto data = complete({&x, &y}, identity, xName, yName);
    if (!data) return forward(data);
    const RankedValues rx(data->values[0]), ry(data->values[1]);
    const auto rho = [&](const std::vector<std::int32_t>& weight) {
        std::vector<double> a, b;
        rx.ranks(weight, a);
        ry.ranks(weight, b);
        return weightedPearson(a, b, weight);
    };
    RankCorrelation r;
    r.images = static_cast<std::int64_t>(data->rows.size());
    r.identities = data->groups.count;
    r.spearman.value = rho(data->ones());
    r.spearmanP = correlationP(r.spearman.value, static_cast<double>(r.images) - 2);
    const KendallCounts counts = kendallCounts(rx, ry, data->ones());
    r.kendall.value = counts.tauB();
    r.kendallP = kendallP(counts, rx, ry);
    const auto spearman = clusteredBootstrap(
        data->groups.count, 1, [&](const auto& weights, double* out) { *out = rho(data->weightOf(weights)); },
        {o.bootstrap, 0.95, o.seed}, job, "rank correlation");
    if (!spearman) return forward(spearman);
    const auto kendall = clusteredBootstrap(
        data->groups.count, 1,
        [&](const auto& weights, double* out) { *out = kendallCounts(rx, ry, data->weightOf(weights)).tauB(); },
        {o.bootstrap == 0 ? 0 : o.kendallBootstrap, 0.95, o.seed}, job, "rank correlation");
    if (!kendall) return forward(kendall);
    std::tie(r.spearman.low, r.spearman.high) = spearman->front();
    std::tie(r.kendall.low, r.kendall.high) = kendall->front();
    return r;
}

Result<PartialCorrelation> partialRankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                                  const std::vector<Control>& controls,
                                                  const std::vector<std::string>& identity, const StatisticsOptions& o,
                                                  const JobContext& job, const std::string& xName,
                                                  const std::string& yName) {
    std::vector<const std::vector<double>*> variables{&x, &y};
    for (const Control& c : controls) variables.push_back(&c.values);
    const auto data = complete(variables, identity, xName, yName);
    if (!data) return forward(data);
    PartialCorrelation r;
    std::vector<RankedValues> ranked;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        if (v >= 2 && constant(data->values[v])) {
            r.notes.push_back(fmt::format("{} does not vary and is not held fixed.", controls[v - 2].name));
            continue;
        }
        if (v >= 2) r.controls.push_back(controls[v - 2].name);
        ranked.emplace_back(data->values[v]);
    }
    r.images = static_cast<std::int64_t>(data->rows.size());
    r.identities = data->groups.count;
    r.rho.value = partial(ranked, data->ones());
    if (std::isnan(r.rho.value))
        return fail(ErrorCode::kInvalid,
                    fmt::format("{} or {} is fully given by what is held fixed, so no partial correlation exists; "
                                "hold fewer quantities fixed.",
                                xName, yName));
    r.pValue = correlationP(r.rho.value, static_cast<double>(r.images) - 2 - static_cast<double>(r.controls.size()));
    const auto bounds = clusteredBootstrap(
        data->groups.count, 1, [&](const auto& weights, double* out) { *out = partial(ranked, data->weightOf(weights)); },
        {o.bootstrap, 0.95, o.seed}, job, "partial correlation");
    if (!bounds) return forward(bounds);
    std::tie(r.rho.low, r.rho.high) = bounds->front();
    return r;
}

}  // namespace facespace
