#include "core/analysis/near_origin.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Core>
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

Result<NearOrigin> ofShare(const PerUnit& data, bool known, double share, const StatisticsOptions& o,
                           const JobContext& job) {
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
        out[0] = total(kNearPoor) / total(kNear);
        out[1] = total(kRestPoor) / total(kRest);
        out[2] = std::log(out[0] / out[1]);
        out[3] = total(kNearSum) / total(kNear) - total(kRestSum) / total(kRest);
    };
    double value[4];
    figures(sums.rowwise().sum(), value);
    const Eigen::Matrix<double, kParts, 1> all = sums.rowwise().sum();
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
    const auto interval = [&](std::size_t s) {
        StandardError error = (*errors)[s];
        error.df = std::min(error.df, static_cast<int>(result.identities) - 1);
        return error.interval(value[s]);
    };
    result.difference = interval(3);
    result.poorNear = result.poorRest = result.ratio = {kNoValue, kNoValue, kNoValue};
    if (!known) return result;
    result.poorNear = interval(0);
    result.poorRest = interval(1);
    for (Estimate* e : {&result.poorNear, &result.poorRest})
        e->low = std::max(e->low, 0.0), e->high = std::min(e->high, 1.0);
    const Estimate logarithm = interval(2);
    result.ratio = {value[0] / value[1], std::exp(logarithm.low), std::exp(logarithm.high)};
    return result;
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
    return PoorValues{quantile(measure.values, above ? 0.9 : 0.1), above, true};
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
        auto one = ofShare(perUnit, poor.has_value(), share, o, job);
        if (!one) return forward(one);
        one->inSd = sd > 0 ? one->difference.value / sd : kNoValue;
        results.push_back(std::move(*one));
    }
    return results;
}

}  // namespace facespace
