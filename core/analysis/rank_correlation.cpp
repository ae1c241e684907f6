#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <functional>

#include "core/analysis/jackknife.h"
#include "core/analysis/ranks.h"
#include "core/analysis/statistics.h"
#include "core/analysis/statistics_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {
using namespace statistics;

/// Spearman's ρ with integer weights: Pearson's r of the ranks.
double weightedSpearman(const RankedValues& rankedX, const RankedValues& rankedY, const std::vector<std::int32_t>& weight) {
    std::vector<double> rx, ry;
    rankedX.levelRanks(weight, rx);
    rankedY.levelRanks(weight, ry);
    std::int64_t total = 0;
    for (const std::int32_t w : weight) total += w;
    // Average ranks 1 … W have this mean.
    const double mean = (static_cast<double>(total) + 1) / 2;
    // Products of halves: up to about 300,000 observations these sums are exact, and four at a time are the same.
    constexpr std::size_t kLanes = 4;
    double xx[kLanes] = {}, yy[kLanes] = {}, xy[kLanes] = {};
    const std::int32_t *levelX = rankedX.levels().data(), *levelY = rankedY.levels().data();
    for (std::size_t i = 0; i < weight.size(); ++i) {
        const double w = weight[i], dx = rx[static_cast<std::size_t>(levelX[i])] - mean,
                     dy = ry[static_cast<std::size_t>(levelY[i])] - mean;
        const std::size_t lane = i % kLanes;
        xx[lane] += w * dx * dx;
        yy[lane] += w * dy * dy;
        xy[lane] += w * dx * dy;
    }
    const auto sum = [](const double* lanes) { return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]); };
    const double ofX = sum(xx), ofY = sum(yy);
    return ofX > 0 && ofY > 0 ? sum(xy) / std::sqrt(ofX) / std::sqrt(ofY) : kNoValue;
}

/// Finite also where all but rounding is correlated.
double fisher(double correlation) { return std::atanh(std::clamp(correlation, -1 + 1e-9, 1 - 1e-9)); }

/// Interval and p-value of a correlation by leaving clusters out; `correlation` gets 0 or 1 for each cluster.
Result<Estimate> withInterval(double value, double& pValue, const Complete& data, int leaveOut, std::uint64_t seed,
                              const JobContext& job,
                              const std::function<double(const std::vector<std::int32_t>&)>& correlation) {
    const auto error = clusteredJackknife(
        data.groups.clusters().count, 1, [&](const auto& weights, double* out) { *out = fisher(correlation(weights)); },
        {leaveOut, seed}, job);
    if (!error) return forward(error);
    pValue = error->front().pValue(fisher(value));
    return correlationInterval(value, error->front());
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
    if (!(scale.minCoeff() > 0)) return kNoValue;
    covariance = scale.cwiseInverse().asDiagonal() * covariance * scale.cwiseInverse().asDiagonal();
    // Schur complement: the covariance of the two residuals.
    const Eigen::MatrixXd controls = covariance.bottomRightCorner(k - 2, k - 2),
                          cross = covariance.bottomLeftCorner(k - 2, 2);
    Eigen::Matrix2d residual = covariance.topLeftCorner(2, 2);
    if (k > 2) residual -= cross.transpose() * controls.ldlt().solve(cross);
    const double xx = residual(0, 0), yy = residual(1, 1);
    return xx > 1e-12 && yy > 1e-12 ? residual(0, 1) / std::sqrt(xx) / std::sqrt(yy) : kNoValue;
}
}  // namespace

double spearmanRho(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < 2) return kNoValue;
    return weightedSpearman(RankedValues(x), RankedValues(y), std::vector<std::int32_t>(x.size(), 1));
}

double kendallTauB(const std::vector<double>& x, const std::vector<double>& y) {
    return kendallCounts(RankedValues(x), RankedValues(y), std::vector<std::int32_t>(x.size(), 1)).tauB();
}

Result<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                                        const StatisticsOptions& o, const JobContext& job, const std::string& xName,
                                        const std::string& yName) {
    const auto data = complete({&x, &y}, units, xName, yName);
    if (!data) return forward(data);
    const RankedValues rx(data->values[0]), ry(data->values[1]);
    const KendallLeftOut counts(rx, ry);
    const auto rowsOf = data->rowsOfClusters();
    const auto tau = [&](const std::vector<std::int32_t>& weights) {
        std::vector<std::int64_t> out;
        for (std::size_t c = 0; c < weights.size(); ++c)
            if (weights[c] == 0) out.insert(out.end(), rowsOf[c].begin(), rowsOf[c].end());
        return counts.without(out).tauB();
    };
    RankCorrelation r;
    r.images = static_cast<std::int64_t>(data->rows.size());
    r.identities = data->groups.identities.count;
    r.spearman.value = weightedSpearman(rx, ry, data->ones());
    r.units = data->groups.units.count;
    r.kendall.value = counts.all().tauB();
    const int leaveOut = o.bootstrap == 0 ? 0 : o.leaveOut, kendallLeaveOut = o.bootstrap == 0 ? 0 : o.kendallLeaveOut;
    const auto spearman =
        withInterval(r.spearman.value, r.spearmanP, *data, leaveOut, o.seed, job,
                     [&](const auto& weights) { return weightedSpearman(rx, ry, data->weightOf(weights)); });
    if (!spearman) return forward(spearman);
    const auto kendall = withInterval(r.kendall.value, r.kendallP, *data, kendallLeaveOut, o.seed, job, tau);
    if (!kendall) return forward(kendall);
    r.spearman = *spearman;
    r.kendall = *kendall;
    return r;
}

Result<PartialCorrelation> partialRankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                                  const std::vector<Control>& controls, const Units& units,
                                                  const StatisticsOptions& o, const JobContext& job,
                                                  const std::string& xName, const std::string& yName) {
    std::vector<const std::vector<double>*> variables{&x, &y};
    for (const Control& c : controls) variables.push_back(&c.values);
    const auto data = complete(variables, units, xName, yName);
    if (!data) return forward(data);
    PartialCorrelation r;
    std::vector<RankedValues> ranked;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        if (v >= 2 && constant(data->values[v])) {
            r.notes.push_back(say("{} does not vary and is not held fixed.", controls[v - 2].name));
            continue;
        }
        if (v >= 2) r.controls.push_back(controls[v - 2].name);
        ranked.emplace_back(data->values[v]);
    }
    r.images = static_cast<std::int64_t>(data->rows.size());
    r.identities = data->groups.identities.count;
    r.units = data->groups.units.count;
    r.rho.value = partial(ranked, data->ones());
    if (std::isnan(r.rho.value))
        return fail(ErrorCode::kInvalid,
                    say("{} or {} is fully given by what is held fixed, so no partial correlation exists; "
                        "hold fewer quantities fixed.",
                        xName, yName));
    const auto rho = withInterval(r.rho.value, r.pValue, *data, o.bootstrap == 0 ? 0 : o.leaveOut, o.seed, job,
                                  [&](const auto& weights) { return partial(ranked, data->weightOf(weights)); });
    if (!rho) return forward(rho);
    r.rho = *rho;
    return r;
}

}  // namespace facespace
