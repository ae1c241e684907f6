#include "core/analysis/distance_quality.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"

namespace facespace {
namespace {
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
                                                       const std::vector<QualityColumn>& measures, const Units& units,
                                                       const DistanceQualityOptions& o, const JobContext& job) {
    if (allTheSame(distance))
        return fail(ErrorCode::kInvalid,
                    say("All distances are equal, as of networks that return features of unit length, so image quality "
                        "cannot be related to them; use a network that returns raw features."));
    std::vector<DistanceRelation> relations;
    const JobContext quiet{job.cancel, {}};
    for (std::size_t m = 0; m < measures.size(); ++m) {
        job.progress(say("relating measures to distance"), static_cast<std::int64_t>(m),
                     static_cast<std::int64_t>(measures.size()));
        const QualityColumn& measure = measures[m];
        DistanceRelation r;
        r.measure = measure.name;
        bool going =
            keep(rankCorrelation(distance, measure.values, units, o.statistics, quiet, "distance", measure.name), r.rank, r);
        if (r.rank && going) {
            std::vector<Control> controls;
            for (const QualityColumn& other : measures)
                if (other.name != measure.name && std::ranges::find(o.heldFixed, other.name) != o.heldFixed.end() &&
                    std::ranges::find(measure.sameThing, other.name) == measure.sameThing.end())
                    controls.push_back({other.name, other.values});
            if (!controls.empty())
                going = keep(partialRankCorrelation(distance, measure.values, controls, units, o.statistics, quiet,
                                                    "distance", measure.name),
                             r.partial, r);
            going = going && keep(trendOf(distance, measure.values, units, o.statistics, quiet), r.trend, r);
            going = going && keep(nearOrigin(distance, measure, units, o.nearShares, o.statistics, quiet), r.nearest, r);
            going = going && keep(binnedMedians(distance, measure.values, units, o.bins, o.statistics, quiet), r.medians, r);
        }
        if (!going) return cancelled();
        relations.push_back(std::move(r));
    }
    return relations;
}

}  // namespace facespace
