#include "core/analysis/distance_quality.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace facespace {
namespace {
/// Unit-length features differ by float rounding only.
bool allEqual(const std::vector<double>& distance) {
    double low = INFINITY, high = -INFINITY;
    for (const double d : distance)
        if (std::isfinite(d)) {
            low = std::min(low, d);
            high = std::max(high, d);
        }
    return !(high - low > 1e-3 * std::max(1e-30, std::abs(high)));
}

/// Takes the value, or keeps the sentence. False if cancelled.
template <class T, class To>
bool keep(Result<T> result, To& to, DistanceRelation& relation) {
    if (result)
        to = std::move(*result);
    else if (result.error().code == ErrorCode::kCancelled)
        return false;
    else if (relation.missing.empty() || relation.missing.back() != result.error().message)
        relation.missing.push_back(result.error().message);
    return true;
}
}  // namespace

Result<std::vector<DistanceRelation>> relateToDistance(const std::vector<double>& distance,
                                                       const std::vector<QualityColumn>& measures,
                                                       const std::vector<std::string>& identity,
                                                       const DistanceQualityOptions& o, const JobContext& job) {
    if (allEqual(distance))
        return fail(ErrorCode::kInvalid,
                    "All distances are equal, as of networks that return features of unit length, so image quality "
                    "cannot be related to them; use a network that returns raw features.");
    std::vector<DistanceRelation> relations;
    const JobContext quiet{job.cancel, {}};
    for (std::size_t m = 0; m < measures.size(); ++m) {
        job.progress("relating measures to distance", static_cast<std::int64_t>(m),
                     static_cast<std::int64_t>(measures.size()));
        const QualityColumn& measure = measures[m];
        DistanceRelation r;
        r.measure = measure.name;
        bool going = keep(rankCorrelation(distance, measure.values, identity, o.statistics, quiet, "distance", measure.name),
                          r.rank, r);
        if (r.rank && going) {
            std::vector<Control> controls;
            for (const QualityColumn& other : measures)
                if (other.name != measure.name && std::count(o.heldFixed.begin(), o.heldFixed.end(), other.name) > 0)
                    controls.push_back({other.name, other.values});
            if (!controls.empty())
                going = keep(partialRankCorrelation(distance, measure.values, controls, identity, o.statistics, quiet,
                                                    "distance", measure.name),
                             r.partial, r);
            going = going && keep(isotonicTrend(distance, measure.values, identity, o.statistics, quiet), r.trend, r);
            going =
                going && keep(binnedMedians(distance, measure.values, identity, o.bins, o.statistics, quiet), r.medians, r);
        }
        if (!going) return cancelled();
        relations.push_back(std::move(r));
    }
    return relations;
}

std::vector<std::vector<std::int64_t>> rowsAtPercentiles(const std::vector<double>& distance,
                                                         const std::vector<double>& percentiles, int count) {
    std::vector<std::int64_t> order;
    for (std::size_t i = 0; i < distance.size(); ++i)
        if (std::isfinite(distance[i])) order.push_back(static_cast<std::int64_t>(i));
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return distance[static_cast<std::size_t>(a)] < distance[static_cast<std::size_t>(b)];
    });
    const auto n = static_cast<std::int64_t>(order.size());
    const std::int64_t taken = std::clamp<std::int64_t>(count, 0, n);
    std::vector<std::vector<std::int64_t>> rows;
    for (const double percentile : percentiles) {
        const auto middle =
            static_cast<std::int64_t>(std::llround(std::clamp(percentile, 0.0, 100.0) / 100 * static_cast<double>(n - 1)));
        const std::int64_t first = std::clamp<std::int64_t>(middle - taken / 2, 0, n - taken);
        rows.emplace_back(order.begin() + first, order.begin() + first + taken);
    }
    return rows;
}

}  // namespace facespace
