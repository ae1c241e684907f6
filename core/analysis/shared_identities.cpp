#include "core/analysis/shared_identities.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/analysis/blas.h"
#include "core/analysis/name_means.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {

constexpr std::size_t kIdentitiesAtOnce = 256;
constexpr double kMostPairs = 4e6;  // of which the tail is taken
/// Pairs of different identities that a set must have for a tail, and how many of them lie beyond its upper end.
constexpr std::size_t kFewestPairs = 400;
constexpr double kBeyond = 25, kUpperShare = 1e-3, kLowerIsTimes = 4, kLowerAtMost = 0.5;
constexpr std::int64_t kFewestHalves = 10;
constexpr double kMostlyMissed = 0.5;

/// Of each row of `from` the nearest rows of `to`, and the cosines of a part of the pairs.
struct NearestRows {
    std::vector<Eigen::Index> row;
    std::vector<double> cosine, next;
    std::vector<double> some;
};

/// @param within  both are the same rows: a row is no neighbour of itself, and a pair counts once.
NearestRows nearestRows(const FeatureMatrix& from, const FeatureMatrix& to, bool within, const JobContext& job) {
    const auto n = static_cast<std::size_t>(from.rows()), m = static_cast<std::size_t>(to.rows());
    NearestRows nearest{
        std::vector<Eigen::Index>(n, -1), std::vector<double>(n, kNoValue), std::vector<double>(n, kNoValue), {}};
    if (n == 0 || m == 0) return nearest;
    std::vector<std::vector<double>> parts(chunkCount(n, kIdentitiesAtOnce));
    const auto step = std::max<std::size_t>(
        1, static_cast<std::size_t>(static_cast<double>(n) * static_cast<double>(m) / (within ? 2 : 1) / kMostPairs));
    const int d = static_cast<int>(from.cols());
    parallelChunks(n, kIdentitiesAtOnce, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        FeatureMatrix cosines(static_cast<Eigen::Index>(end - begin), to.rows());
        blas::productTransposed(from.data() + begin * static_cast<std::size_t>(d), to.data(), cosines.data(),
                                static_cast<int>(end - begin), static_cast<int>(m), d);
        for (std::size_t g = begin; g < end; ++g) {
            const float* row = cosines.data() + (g - begin) * m;
            float best = -2, next = -2;
            for (std::size_t h = 0; h < m; ++h) {
                if (within && g == h) continue;
                if (row[h] > best)
                    next = best, best = row[h], nearest.row[g] = static_cast<Eigen::Index>(h);
                else
                    next = std::max(next, row[h]);
                if (within && h > g && (g * m + h) % step == 0) parts[chunk].push_back(static_cast<double>(row[h]));
            }
            if (best > -2) nearest.cosine[g] = static_cast<double>(best);
            if (next > -2) nearest.next[g] = static_cast<double>(next);
        }
    });
    for (auto& part : parts) nearest.some.insert(nearest.some.end(), part.begin(), part.end());
    return nearest;
}

/// The cosine that a share of `share` of the impostors exceeds, by an exponential tail; NaN with too few pairs.
double limitOf(const std::vector<double>& impostors, double share) {
    if (impostors.size() < kFewestPairs) return kNoValue;
    const double upper = std::max(kBeyond / static_cast<double>(impostors.size()), kUpperShare);
    const double lower = std::min(kLowerIsTimes * upper, kLowerAtMost);
    const double at = quantile(impostors, 1 - upper), below = quantile(impostors, 1 - lower);
    return at + (at - below) / std::log(lower / upper) * std::max(0.0, std::log(upper / share));
}

double lowerOf(double a, double b) { return std::isnan(a) ? b : std::isnan(b) ? a : std::min(a, b); }

void setLimits(SharedIdentities& found, const NearestRows& inFirst, const NearestRows& inSecond,
               const std::vector<double>& halves, const SharedIdentityOptions& o) {
    const double pairs = static_cast<double>(found.firstCount) * static_cast<double>(found.secondCount);
    SharedIdentityLimits& l = found.limits;
    l.firstLimit = limitOf(inFirst.some, o.chance / std::max(1.0, pairs));
    l.secondLimit = limitOf(inSecond.some, o.chance / std::max(1.0, pairs));
    l.above = o.above > 0 ? o.above : lowerOf(l.firstLimit, l.secondLimit);
    if (l.above >= 1) l.above = kNoValue;
    l.halved = std::ssize(halves);
    l.halvesMedian = quantile(halves, 0.5);
    const auto isFound = [&](double cosine) { return cosine > l.above; };
    l.halvesFound = halves.empty()
                        ? kNoValue
                        : static_cast<double>(std::ranges::count_if(halves, isFound)) / static_cast<double>(halves.size());
    if (std::isnan(l.above)) {
        found.notes.push_back(
            say("Whether identities are in both sets cannot be told: either set has fewer than about thirty, or different "
                "people are too alike; set a limit (--identities-above)."));
    } else if (l.halved >= kFewestHalves && l.halvesFound < kMostlyMissed) {
        found.notes.push_back(
            say("The limit is high for this network: only {} % of names have random halves with a cosine above {}, so that "
                "most people who are in both sets may be missed.",
                fixedText(100 * l.halvesFound, 0), fixedText(l.above, 2)));
    }
}

void list(SharedIdentities& found, const NameMeans& a, const NameMeans& b, const NearestRows& ofA, const NearestRows& ofB) {
    std::map<std::pair<Eigen::Index, Eigen::Index>, double> pairs;
    for (std::size_t g = 0; g < a.name.size(); ++g)
        if (ofA.cosine[g] > found.limits.above) pairs[{static_cast<Eigen::Index>(g), ofA.row[g]}] = ofA.cosine[g];
    for (std::size_t h = 0; h < b.name.size(); ++h)
        if (ofB.cosine[h] > found.limits.above) pairs.try_emplace({ofB.row[h], static_cast<Eigen::Index>(h)}, ofB.cosine[h]);
    for (const auto& [pair, cosine] : pairs) {
        const auto g = static_cast<std::size_t>(pair.first), h = static_cast<std::size_t>(pair.second);
        const bool nearest = ofA.row[g] == pair.second;
        found.list.push_back({a.name[g], b.name[h], cosine, nearest ? ofA.next[g] : ofA.cosine[g],
                              nearest && ofB.row[h] == pair.first, std::ssize(a.of[g]), std::ssize(b.of[h]),
                              a.typicalFirst(a.of[g]).front(), b.typicalFirst(b.of[h]).front()});
    }
    std::ranges::stable_sort(found.list, {}, [](const SharedIdentity& s) { return std::tuple(!s.mutual, -s.cosine); });
}

}  // namespace

std::int64_t SharedIdentities::mutual() const { return std::ranges::count_if(list, &SharedIdentity::mutual); }

Result<SharedIdentities> findSharedIdentities(const FeatureMatrix& first, const std::vector<std::string>& firstIdentity,
                                              const FeatureMatrix& second, const std::vector<std::string>& secondIdentity,
                                              const SharedIdentityOptions& options, const JobContext& job) {
    constexpr int kSteps = 4;
    const auto step = [&](int done) { job.progress(say("looking for identities in common"), done, kSteps); };
    step(0);
    const NameMeans a = nameMeans(first, firstIdentity), b = nameMeans(second, secondIdentity);
    SharedIdentities found;
    found.firstCount = std::ssize(a.name);
    found.secondCount = std::ssize(b.name);
    step(1);
    const NearestRows inA = nearestRows(a.centre, a.centre, true, job), inB = nearestRows(b.centre, b.centre, true, job);
    step(2);
    const NearestRows ofA = nearestRows(a.centre, b.centre, false, job), ofB = nearestRows(b.centre, a.centre, false, job);
    step(3);
    if (job.cancelled()) return cancelled();
    std::vector<double> halves = randomHalves(a, options.seed);
    const std::vector<double> others = randomHalves(b, options.seed + 1);
    halves.insert(halves.end(), others.begin(), others.end());
    setLimits(found, inA, inB, halves, options);
    if (!std::isnan(found.limits.above)) list(found, a, b, ofA, ofB);
    for (std::size_t g = 0; g < a.name.size(); ++g) found.nearest.push_back({a.name[g], ofA.cosine[g], inA.cosine[g]});
    return found;
}

}  // namespace facespace
