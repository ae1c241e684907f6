#include "core/analysis/near_origin.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Core>
#include <limits>
#include <numeric>
#include <set>

#include "core/analysis/jackknife.h"
#include "core/analysis/statistics_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {
using namespace statistics;

/// What each cluster adds to the near and to the rest: units, poor ones, values.
enum Part { kNear, kNearPoor, kNearSum, kRest, kRestPoor, kRestSum, kParts };
using Sums = Eigen::Matrix<double, kParts, Eigen::Dynamic>;

struct PerUnit {
    std::vector<double> distance, value, poor;
    IdentityGroups clusters;
};

double logit(double share) { return std::log(share / (1 - share)); }
double ofLogit(double logit) { return 1 / (1 + std::exp(-logit)); }

/// The nearest units first; at equal distances all are near.
std::vector<bool> nearest(const std::vector<double>& distance, double share) {
    std::vector<double> sorted = distance;
    std::sort(sorted.begin(), sorted.end());
    const auto count = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()) - 1e-9));
    const double limit = sorted[std::clamp<std::size_t>(count, 1, sorted.size()) - 1];
    std::vector<bool> near;
    for (const double d : distance) near.push_back(d <= limit);
    return near;
}

Result<NearOrigin> ofShare(const PerUnit& data, const std::optional<PoorValues>& isPoor, double share,
                           const StatisticsOptions& o, const JobContext& job) {
    const std::vector<bool> near = nearest(data.distance, share);
    NearOrigin result;
    result.share = share;
    Sums sums = Sums::Zero(kParts, data.clusters.count);
    std::set<std::int32_t> clusters;
    for (std::size_t u = 0; u < near.size(); ++u) {
        const std::int32_t cluster = data.clusters.groupOf[u];
        sums.col(cluster).segment<3>(near[u] ? kNear : kRest) += Eigen::Vector3d(1, data.poor[u], data.value[u]);
        if (!near[u]) continue;
        ++result.units;
        clusters.insert(cluster);
    }
    result.identities = static_cast<std::int64_t>(clusters.size());
    const auto figures = [](const Eigen::Matrix<double, kParts, 1>& total, double* out) {
        const double poorNear = total(kNearPoor) / total(kNear), poorRest = total(kRestPoor) / total(kRest);
        out[0] = logit(poorNear);
        out[1] = logit(poorRest);
        out[2] = std::log(poorNear / poorRest);
        out[3] = total(kNearSum) / total(kNear) - total(kRestSum) / total(kRest);
    };
    const Eigen::Matrix<double, kParts, 1> all = sums.rowwise().sum();
    double value[4];
    figures(all, value);
    const int leaveOut = o.bootstrap == 0 ? 0 : o.leaveOut;
    const auto errors = clusteredJackknife(
        data.clusters.count, 4,
        [&](const std::vector<std::int32_t>& weights, double* out) {
            Eigen::Matrix<double, kParts, 1> left = all;
            for (std::size_t c = 0; c < weights.size(); ++c)
                if (weights[c] == 0) left -= sums.col(static_cast<Eigen::Index>(c));
            figures(left, out);
        },
        {leaveOut, o.seed}, job);
    if (!errors) return forward(errors);
    const auto interval = [&](std::size_t s, bool ofNear = true) {
        StandardError error = (*errors)[s];
        if (ofNear) error.df = std::min(error.df, static_cast<int>(result.identities) - 1);
        return error.interval(value[s]);
    };
    const auto shareOf = [&](std::size_t s, bool enough) {
        const Estimate e = interval(s, s == 0);
        return enough ? Estimate{ofLogit(e.value), ofLogit(e.low), ofLogit(e.high)}
                      : Estimate{ofLogit(value[s]), kNoValue, kNoValue};
    };
    result.difference = interval(3);
    result.poorNear = result.poorRest = result.ratio = {kNoValue, kNoValue, kNoValue};
    if (!isPoor) return result;
    const double expected = all(kNear) * (all(kNearPoor) + all(kRestPoor)) / (all(kNear) + all(kRest));
    const bool enough = expected >= kFewestPoor;
    result.poorNear = shareOf(0, enough && !isPoor->tenth);
    result.poorRest = shareOf(1, !isPoor->tenth);
    // Of few poor units the jackknife's error is rather too large already: the normal quantile, which calibration bears out.
    StandardError ofRatio = (*errors)[2];
    if (ofRatio.df > 0) ofRatio.df = std::numeric_limits<int>::max();
    const Estimate logarithm = ofRatio.interval(value[2]);
    result.ratio = {std::exp(value[2]), std::exp(logarithm.low), std::exp(logarithm.high)};
    return result;
}

/// Where the limit is a value that more than half of all have (most images have no over-exposed pixel), poor is what is
/// poorer than that.
PoorValues poorestTenth(const std::vector<double>& values, bool above) {
    PoorValues poor{quantile(values, above ? 0.9 : 0.1), above, true};
    std::int64_t known = 0, passing = 0;
    double beyond = kNoValue;
    for (const double v : values) {
        if (!std::isfinite(v)) continue;
        ++known;
        passing += poor(v) ? 1 : 0;
        const bool poorer = above ? v > poor.limit : v < poor.limit;
        if (poorer) beyond = std::isnan(beyond) ? v : above ? std::min(beyond, v) : std::max(beyond, v);
    }
    if (2 * passing > known && std::isfinite(beyond)) return {beyond, above, false};
    return poor;
}
}  // namespace

std::optional<PoorValues> poorValues(const QualityColumn& measure) {
    std::set<double> distinct;
    for (const double v : measure.values) {
        if (std::isfinite(v)) distinct.insert(v);
        if (distinct.size() > 2) break;
    }
    if (measure.better == 0 || distinct.empty()) return std::nullopt;
    const bool above = measure.better < 0;
    if (measure.poorLimit) return PoorValues{*measure.poorLimit, above};
    if (distinct.size() <= 2) return PoorValues{above ? *distinct.rbegin() : *distinct.begin(), above};
    return poorestTenth(measure.values, above);
}

Result<std::vector<NearOrigin>> nearOrigin(const std::vector<double>& distance, const QualityColumn& measure,
                                           const Units& units, const std::vector<double>& shares, const StatisticsOptions& o,
                                           const JobContext& job) {
    const auto data = complete({&distance, &measure.values}, units, "distance", measure.name);
    if (!data) return forward(data);
    const auto poor = poorValues(measure);
    std::vector<double> isPoor;
    for (const double v : data->values[1]) isPoor.push_back(poor && (*poor)(v) ? 1 : 0);
    const PerUnit perUnit{data->groups.unitMeans(data->values[0]), data->groups.unitMeans(data->values[1]),
                          data->groups.unitMeans(isPoor), data->groups.unitClusters()};
    const double sd = spreadOf(perUnit.value).sd;
    std::vector<NearOrigin> results;
    for (const double share : shares) {
        auto one = ofShare(perUnit, poor, share, o, job);
        if (!one) return forward(one);
        one->inSd = sd > 0 ? one->difference.value / sd : kNoValue;
        results.push_back(std::move(*one));
    }
    return results;
}

}  // namespace facespace
