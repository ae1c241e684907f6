#include "core/analysis/edc.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/analysis/edc_bands.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {

using edc::EdcFound;
using edc::ScoredPairs;
using edc::SortedPairs;
using edc::sortedPairs;

std::vector<EdcPoint> curveOfSorted(const std::vector<double>& quality, const std::vector<bool>& rejected) {
    std::vector<EdcPoint> points;
    const std::size_t n = quality.size();
    auto left = static_cast<double>(std::count(rejected.begin(), rejected.end(), true));
    for (std::size_t k = 0; k < n; ++k) {
        if (k == 0 || quality[k] != quality[k - 1])
            points.push_back({static_cast<double>(k) / static_cast<double>(n), left / static_cast<double>(n - k)});
        left -= rejected[k] ? 1 : 0;
    }
    return points;
}

std::vector<EdcPoint> thinned(const std::vector<EdcPoint>& points, int most) {
    if (static_cast<int>(points.size()) <= most) return points;
    std::vector<EdcPoint> thin;
    double next = 0;
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (points[k].discarded < next && k + 1 < points.size()) continue;
        thin.push_back(points[k]);
        next = (std::floor(points[k].discarded * most) + 1) / most;
    }
    return thin;
}

bool rejects(float score, double threshold, double step) { return static_cast<double>(score) < threshold - step / 2; }

EdcCurve curveOf(const std::string& name, const OperatingPoint& at, std::vector<EdcPoint> points, std::int64_t pairs,
                 std::int64_t without, const EdcOptions& o) {
    EdcCurve curve;
    curve.quality = name;
    curve.fmrTarget = at.fmrTarget;
    curve.threshold = at.threshold;
    curve.pairs = pairs;
    curve.withoutQuality = without;
    curve.startFnmr = points.empty() ? kNoValue : points.front().fnmr;
    curve.pAucStepwise = pAucStepwise(points, o.discardLimit);
    curve.pAucLinear = pAucLinear(points, o.discardLimit);
    curve.points = thinned(points, o.curvePoints);
    return curve;
}

/// Value of the stepwise curve at a share.
double valueAt(const std::vector<EdcPoint>& points, double discarded) {
    const auto after = std::upper_bound(points.begin(), points.end(), discarded + 1e-12,
                                        [](double d, const EdcPoint& p) { return d < p.discarded; });
    return after == points.begin() ? kNoValue : std::prev(after)->fnmr;
}

/// Rejected pairs go first: the best any quality could do.
std::vector<EdcPoint> oracle(std::int64_t pairs, std::int64_t rejected) {
    std::vector<EdcPoint> points;
    for (std::int64_t k = 0; k <= rejected && k < pairs; ++k)
        points.push_back({static_cast<double>(k) / static_cast<double>(pairs),
                          static_cast<double>(rejected - k) / static_cast<double>(pairs - k)});
    return points;
}

std::vector<bool> rejectedAt(const std::vector<float>& score, const OperatingPoint& at, double step) {
    std::vector<bool> rejected(score.size());
    for (std::size_t k = 0; k < score.size(); ++k) rejected[k] = rejects(score[k], at.threshold, step);
    return rejected;
}

Result<void> check(const Verification& v, const EdcOptions& o) {
    if (!(o.discardLimit > 0 && o.discardLimit < 1))
        return fail(ErrorCode::kInvalid,
                    say("A discard limit of {:g} is not possible; choose above 0 and below 1.", o.discardLimit));
    if (v.genuine.empty())
        return fail(ErrorCode::kInvalid,
                    say("Error-versus-discard curves need genuine pairs, and the verification kept none; import more images "
                        "per identity, or fewer if there are over 50 million genuine pairs."));
    return {};
}

std::vector<OperatingPoint> operatingPoints(const Verification& v, const EdcOptions& o) {
    std::vector<OperatingPoint> points;
    for (const double target : o.fmrTargets) {
        OperatingPoint p;
        p.fmrTarget = target;
        p.threshold = v.counts.scale().value(v.counts.thresholdFor(target));
        points.push_back(p);
    }
    return points;
}

/// The mean of curves for random image qualities, on a grid.
std::vector<EdcCurve> randomCurves(const Verification& v, const ScoredPairs& scored,
                                   const std::vector<OperatingPoint>& targets, const EdcOptions& o) {
    std::size_t images = 0;
    for (const ScoredPair& p : v.genuine)
        images = std::max({images, static_cast<std::size_t>(p.a) + 1, static_cast<std::size_t>(p.b) + 1});
    const auto repeats = static_cast<std::size_t>(std::max(1, o.randomRepeats));
    std::vector<std::vector<std::vector<EdcPoint>>> curves(repeats);
    parallelChunks(repeats, 1, [&](std::size_t r, std::size_t, std::size_t) {
        boost::random::mt19937_64 random(streamSeed(o.seed, r));
        boost::random::uniform_01<double> uniform;
        std::vector<double> quality(images);
        for (double& q : quality) q = uniform(random);
        const SortedPairs sorted = sortedPairs(scored, quality);
        for (const auto& at : targets)
            curves[r].push_back(curveOfSorted(sorted.quality, rejectedAt(sorted.score, at, v.counts.scale().step())));
    });
    std::vector<EdcCurve> result;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        std::vector<EdcPoint> mean;
        for (int k = 0; k < o.curvePoints; ++k) {
            const double share = static_cast<double>(k) / o.curvePoints;
            double sum = 0;
            for (std::size_t r = 0; r < repeats; ++r) sum += valueAt(curves[r][t], share);
            mean.push_back({share, sum / static_cast<double>(repeats)});
        }
        result.push_back(curveOf("random", targets[t], std::move(mean), static_cast<std::int64_t>(v.genuine.size()), 0, o));
    }
    return result;
}
}  // namespace

std::vector<EdcPoint> errorVersusDiscard(const std::vector<double>& pairQuality, const std::vector<bool>& rejected) {
    std::vector<std::size_t> order(pairQuality.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pairQuality[a] < pairQuality[b]; });
    std::vector<double> quality;
    std::vector<bool> sorted;
    for (const std::size_t i : order) {
        quality.push_back(pairQuality[i]);
        sorted.push_back(rejected[i]);
    }
    return curveOfSorted(quality, sorted);
}

double pAucStepwise(const std::vector<EdcPoint>& points, double limit) {
    double area = 0;
    for (std::size_t k = 0; k < points.size() && points[k].discarded < limit; ++k) {
        const double end = k + 1 < points.size() ? std::min(limit, points[k + 1].discarded) : limit;
        area += (end - points[k].discarded) * points[k].fnmr;
    }
    return area;
}

double pAucLinear(const std::vector<EdcPoint>& points, double limit) {
    double area = 0;
    for (std::size_t k = 0; k < points.size() && points[k].discarded < limit; ++k) {
        const EdcPoint& here = points[k];
        if (k + 1 == points.size()) {
            area += (limit - here.discarded) * here.fnmr;
            break;
        }
        const EdcPoint& next = points[k + 1];
        const double width = next.discarded - here.discarded, used = std::min(limit, next.discarded) - here.discarded;
        area += used * (here.fnmr + 0.5 * (next.fnmr - here.fnmr) * used / width);
    }
    return area;
}

Result<EdcFound> edc::curvesAndAreas(const Verification& v, const std::vector<QualityColumn>& qualities, const EdcOptions& o,
                                     const JobContext& job) {
    if (auto good = check(v, o); !good) return forward(good);
    const auto targets = operatingPoints(v, o);
    const double step = v.counts.scale().step();
    const ScoredPairs scored = edc::scoredPairs(v);
    std::vector<std::vector<EdcCurve>> byQuality(qualities.size());
    EdcFound found;
    found.areas.resize(qualities.size());
    parallelChunks(qualities.size(), 1, [&](std::size_t q, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const SortedPairs sorted = sortedPairs(scored, qualities[q].values);
        std::optional<edc::Bands> bands;
        if (!sorted.turn.empty()) bands.emplace(sorted, v.leftOutPairs, o.discardLimit);
        for (const auto& at : targets) {
            EdcCurve curve =
                curveOf(qualities[q].name, at, curveOfSorted(sorted.quality, rejectedAt(sorted.score, at, step)),
                        static_cast<std::int64_t>(sorted.quality.size()), sorted.without, o);
            found.areas[q].push_back(bands ? bands->addTo(curve) : edc::TurnAreas{});
            byQuality[q].push_back(std::move(curve));
        }
        job.progress(say("error versus discard"), static_cast<std::int64_t>(q) + 1,
                     static_cast<std::int64_t>(qualities.size()));
    });
    if (job.cancelled()) return cancelled();
    const auto random = randomCurves(v, scored, targets, o);
    std::vector<EdcCurve>& curves = found.curves;
    const auto pairs = static_cast<std::int64_t>(v.genuine.size());
    for (std::size_t t = 0; t < targets.size(); ++t) {
        for (const auto& of : byQuality) curves.push_back(of[t]);
        curves.push_back(random[t]);
        const auto rejected = std::count_if(v.genuine.begin(), v.genuine.end(), [&](const ScoredPair& p) {
            return rejects(p.score, targets[t].threshold, step);
        });
        curves.push_back(curveOf("oracle", targets[t], oracle(pairs, rejected), pairs, 0, o));
    }
    if (job.cancelled()) return cancelled();
    return found;
}

Result<std::vector<EdcCurve>> edcCurves(const Verification& v, const std::vector<QualityColumn>& qualities,
                                        const EdcOptions& o, const JobContext& job) {
    auto found = edc::curvesAndAreas(v, qualities, o, job);
    if (!found) return forward(found);
    return std::move(found->curves);
}

}  // namespace facespace
