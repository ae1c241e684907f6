#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "core/analysis/edc.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {
constexpr int kBins = 1 << 16;
constexpr double kLargestFmr = 0.1;  // thresholds above this FMR are not looked for

/// Quality step of every image: how many of the rising thresholds it reaches. -1: no quality.
std::vector<std::int16_t> stepsOf(const PairStream& stream, const std::vector<double>& quality,
                                  const std::vector<double>& thresholds) {
    std::vector<std::int16_t> steps(stream.images());
    for (std::size_t p = 0; p < steps.size(); ++p) {
        const double q = quality[static_cast<std::size_t>(stream.row(p))];
        steps[p] =
            std::isfinite(q)
                ? static_cast<std::int16_t>(std::upper_bound(thresholds.begin(), thresholds.end(), q) - thresholds.begin())
                : static_cast<std::int16_t>(-1);
    }
    return steps;
}

/// Impostor pairs by the number of thresholds they reach and by score bin; bin 0 is everything below the tail.
struct TailCounts {
    std::int32_t first = 0;  // level where the tail begins
    std::vector<std::vector<std::uint32_t>> counts;
    std::size_t bin(std::int32_t level) const {
        if (level < first) return 0;
        return 1 + static_cast<std::size_t>((static_cast<std::int64_t>(level) - first) * (kBins - 1) /
                                            (ScoreScale::kLevels - first));
    }
    std::int32_t level(std::size_t bin) const {  // lowest level of a bin
        return first + static_cast<std::int32_t>(
                           (static_cast<std::int64_t>(bin - 1) * (ScoreScale::kLevels - first) + kBins - 2) / (kBins - 1));
    }
};

Result<std::vector<std::vector<std::uint64_t>>> countTails(const PairStream& stream, const std::vector<std::int16_t>& steps,
                                                           int count, const TailCounts& empty, const JobContext& job) {
    using Counts = std::vector<std::vector<std::uint32_t>>;
    tbb::enumerable_thread_specific<Counts> tallies(
        [&] { return Counts(static_cast<std::size_t>(count) + 1, std::vector<std::uint32_t>(kBins, 0)); });
    const auto done = stream.run(
        [&](const PairStream::Line& line) {
            if (steps[line.p] < 0) return;
            Counts& mine = tallies.local();
            for (std::size_t k = 0; k < line.count; ++k) {
                const std::size_t q = line.firstQ + k;
                const std::int16_t step = std::min(steps[line.p], steps[q]);
                if (step < 0 || (!line.allImpostor && stream.group(q) == stream.group(line.p))) continue;
                ++mine[static_cast<std::size_t>(step)][empty.bin(line.levels[k])];
            }
        },
        job, say("recomputing thresholds"));
    if (!done) return forward(done);
    std::vector<std::vector<std::uint64_t>> sums(static_cast<std::size_t>(count) + 1, std::vector<std::uint64_t>(kBins, 0));
    for (const Counts& tally : tallies)
        for (std::size_t s = 0; s < sums.size(); ++s)
            for (std::size_t b = 0; b < sums[s].size(); ++b) sums[s][b] += tally[s][b];
    // Pairs that reach a threshold reach all lower ones.
    for (std::size_t s = sums.size() - 1; s-- > 0;)
        for (std::size_t b = 0; b < sums[s].size(); ++b) sums[s][b] += sums[s + 1][b];
    return sums;
}

/// Lowest bin such that pairs from there on are at most the target's share; 0 if it lies below the tail.
std::size_t thresholdBin(const std::vector<std::uint64_t>& counts, double target) {
    const auto total = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
    std::uint64_t above = 0;
    for (std::size_t b = counts.size(); b-- > 1;) {
        above += counts[b];
        if (static_cast<double>(above) > target * total) return b + 1;
    }
    return 0;
}
}  // namespace

Result<std::vector<EdcCurve>> edcRecomputed(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                            const Verification& v, const QualityColumn& quality, const EdcOptions& o,
                                            const JobContext& job, int steps) {
    if (static_cast<Eigen::Index>(quality.values.size()) != x.rows())
        throw std::logic_error("edc: one quality per feature row");
    if (!(o.discardLimit > 0 && o.discardLimit < 1) || steps < 2 || steps > 200)
        return fail(ErrorCode::kInvalid, say("Choose a discard limit above 0 and below 1, and 2 to 200 steps."));
    const PairStream stream(x, identity, v.metric);
    std::vector<std::pair<double, std::int32_t>> genuine;  // quality, level
    for (const ScoredPair& p : v.genuine) {
        const double a = quality.values[static_cast<std::size_t>(p.a)], b = quality.values[static_cast<std::size_t>(p.b)];
        if (std::isfinite(a) && std::isfinite(b))
            genuine.emplace_back(std::min(a, b), stream.scale().level(static_cast<double>(p.score)));
    }
    if (genuine.empty())
        return fail(ErrorCode::kInvalid,
                    say("No genuine pair has {} on both images; compute or import it first.", quality.name));
    std::sort(genuine.begin(), genuine.end());
    std::vector<double> thresholds;  // qualities from which pairs stay, rising
    for (int s = 0; s < steps; ++s) {
        const auto k = static_cast<std::size_t>(o.discardLimit * s / (steps - 1) * static_cast<double>(genuine.size()));
        const double q = genuine[std::min(k, genuine.size() - 1)].first;
        if (thresholds.empty() || q > thresholds.back()) thresholds.push_back(q);
    }
    TailCounts tail;
    tail.first = v.counts.thresholdFor(kLargestFmr);
    const auto sums =
        countTails(stream, stepsOf(stream, quality.values, thresholds), static_cast<int>(thresholds.size()), tail, job);
    if (!sums) return forward(sums);
    std::vector<EdcCurve> curves;
    for (const double target : o.fmrTargets) {
        EdcCurve curve;
        curve.quality = quality.name;
        curve.fmrTarget = target;
        curve.pairs = static_cast<std::int64_t>(genuine.size());
        curve.withoutQuality = static_cast<std::int64_t>(v.genuine.size() - genuine.size());
        for (std::size_t s = 0; s < thresholds.size(); ++s) {
            const std::size_t bin = thresholdBin((*sums)[s + 1], target);
            if (bin == 0) break;  // would need a threshold below the tail
            const auto begin =
                std::lower_bound(genuine.begin(), genuine.end(), std::pair<double, std::int32_t>{thresholds[s], INT32_MIN});
            const std::int32_t level = bin >= kBins ? ScoreScale::kLevels : tail.level(bin);
            const auto left = static_cast<double>(genuine.end() - begin);
            const auto rejected =
                static_cast<double>(std::count_if(begin, genuine.end(), [&](const auto& g) { return g.second < level; }));
            if (curve.points.empty()) curve.threshold = stream.scale().value(level);
            curve.points.push_back(
                {static_cast<double>(begin - genuine.begin()) / static_cast<double>(genuine.size()), rejected / left});
        }
        curve.startFnmr = curve.points.empty() ? kNoValue : curve.points.front().fnmr;
        curve.pAucStepwise = pAucStepwise(curve.points, o.discardLimit);
        curve.pAucLinear = pAucLinear(curve.points, o.discardLimit);
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace facespace
