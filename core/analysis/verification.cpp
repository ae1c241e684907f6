#include "core/analysis/verification.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>

#include "core/analysis/jackknife.h"
#include "core/analysis/verification_intervals.h"
#include "core/analysis/verification_parts.h"
#include "core/common/number_text.h"
#include "core/common/text.h"

namespace facespace {
namespace {
using namespace verification;
constexpr std::uint64_t kMostGenuineKept = 50'000'000;
constexpr std::uint64_t kFlushAfter = 1ULL << 31U;

/// What one thread has counted. 32-bit counts are half the memory traffic; they are flushed long before they can overflow.
struct Tally {
    std::vector<std::uint32_t> impostor;
    std::vector<std::uint64_t> flushed;
    std::uint64_t sinceFlush = 0;
    WorstPairs worst;
    LeaveOutCounts leaveOut;
    bool intervals;

    Tally(std::size_t worstPairs, LeaveOutCounts empty)
        : impostor(ScoreScale::kLevels, 0),
          flushed(ScoreScale::kLevels, 0),
          worst(worstPairs),
          leaveOut(std::move(empty)),
          intervals(leaveOut.turns() > 0) {}
    void flush() {
        for (std::size_t l = 0; l < impostor.size(); ++l) flushed[l] += impostor[l];
        std::fill(impostor.begin(), impostor.end(), 0);
        sinceFlush = 0;
    }
    void add(const PairStream& stream, const PairStream::Line& line, std::vector<GenuineScore>& genuine) {
        std::int32_t bar = worst.bar();
        if ((sinceFlush += line.count) > kFlushAfter) flush();
        const std::int32_t own = stream.group(line.p);
        for (std::size_t k = 0; k < line.count; ++k) {
            const std::int32_t level = line.levels[k];
            const std::size_t q = line.firstQ + k;
            if (!line.allImpostor && stream.group(q) == stream.group(line.p)) {
                genuine.push_back({static_cast<std::int32_t>(line.p), static_cast<std::int32_t>(q), level});
                if (intervals) leaveOut.addGenuine(own, level);
                continue;
            }
            ++impostor[static_cast<std::size_t>(level)];
            if (intervals) leaveOut.addImpostor(own, stream.group(q), level);
            if (level >= bar) {
                worst.add({level, static_cast<std::int32_t>(line.p), static_cast<std::int32_t>(q)});
                bar = worst.bar();
            }
        }
    }
};

/// Between which levels most scores lie: those of random pairs, and a quarter of their range on both sides. Tells the bins'
/// width only; scores beyond fall in the end bins.
std::pair<std::int32_t, std::int32_t> usualLevels(const PairStream& stream, std::uint64_t seed) {
    constexpr int kTried = 4000;
    boost::random::mt19937_64 random(seed);
    boost::random::uniform_int_distribution<std::size_t> pick(0, stream.images() - 1);
    std::int32_t low = ScoreScale::kLevels - 1, high = 0;
    const auto see = [&](std::size_t p, std::size_t q) {
        const std::int32_t level = stream.scale().level(stream.score(p, q));
        low = std::min(low, level);
        high = std::max(high, level);
    };
    for (int i = 0; i < kTried; ++i) {
        const std::size_t p = pick(random);
        see(p, pick(random));
        if (p + 1 < stream.images()) see(p, p + 1);  // mostly of one identity
    }
    const std::int32_t room = (high - low) / 4 + 1;
    return {std::max(0, low - room), std::min(ScoreScale::kLevels - 1, high + room)};
}

ScoredPair pairOf(const PairStream& stream, std::int32_t p, std::int32_t q) {
    const auto a = static_cast<std::size_t>(p), b = static_cast<std::size_t>(q);
    const auto score = static_cast<float>(stream.score(a, b));
    return {std::min(stream.row(a), stream.row(b)), std::max(stream.row(a), stream.row(b)), score};
}

void addWorst(const PairStream& stream, const std::vector<GenuineScore>& genuine, WorstPairs impostors, std::size_t limit,
              Verification& v) {
    WorstPairs worst(limit);
    for (const GenuineScore& g : genuine)
        if (-g.level >= worst.bar()) worst.add({-g.level, g.p, g.q});
    for (const auto& e : worst.sorted()) v.worstGenuine.push_back(pairOf(stream, e.p, e.q));
    for (const auto& e : impostors.sorted()) v.worstImpostor.push_back(pairOf(stream, e.p, e.q));
}

void noteZeroRows(const PairStream& stream, Verification& v) {
    const std::int64_t zero = stream.zeroRows();
    if (zero == 0) return;
    v.notes.push_back(v.templates ? sayCount("1 template has an all-zero feature, which has no angle, and is left out.",
                                             "{} templates have all-zero features, which have no angle, and are left out.",
                                             zero, groupedNumber(zero))
                                  : sayCount("1 image has an all-zero feature, which has no angle, and is left out.",
                                             "{} images have all-zero features, which have no angle, and are left out.",
                                             zero, groupedNumber(zero)));
}
}  // namespace

Result<Verification> verifyAllPairs(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                    const VerificationOptions& o, const JobContext& job) {
    const PairStream stream(x, identity, o.metric);
    const auto limit = static_cast<std::size_t>(std::max(0, o.worstPairs));
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {o.leaveOut, o.seed});
    const auto [lowest, highest] = stream.images() > 1 ? usualLevels(stream, o.seed) : std::pair{0, ScoreScale::kLevels - 1};
    LeaveOutCounts leaveOut(turns.of, turns.count, lowest, highest);
    tbb::enumerable_thread_specific<Tally> tallies([&] { return Tally(limit, leaveOut); });
    std::vector<std::vector<GenuineScore>> byBlock(stream.blocks());
    const auto done =
        stream.run([&](const PairStream::Line& line) { tallies.local().add(stream, line, byBlock[line.block]); }, job,
                   say("comparing pairs"));
    if (!done) return forward(done);

    std::vector<std::uint64_t> impostor(ScoreScale::kLevels, 0), genuineCounts(ScoreScale::kLevels, 0);
    WorstPairs worst(limit);
    for (Tally& tally : tallies) {
        tally.flush();
        for (std::size_t l = 0; l < impostor.size(); ++l) impostor[l] += tally.flushed[l];
        worst.merge(tally.worst);
        leaveOut.merge(tally.leaveOut);
    }
    std::vector<GenuineScore> genuine;
    for (auto& part : byBlock) {
        for (const GenuineScore& g : part) ++genuineCounts[static_cast<std::size_t>(g.level)];
        genuine.insert(genuine.end(), part.begin(), part.end());
        std::vector<GenuineScore>().swap(part);  // given back: `= {}` keeps the room
    }
    Verification v;
    v.metric = o.metric;
    v.templates = o.templates;
    v.images = static_cast<std::int64_t>(stream.images());
    v.identities = stream.identities();
    v.pairsMark = markOf(stream);
    v.counts = ScoreCounts(stream.scale(), genuineCounts, impostor);
    v.genuinePairs = static_cast<std::int64_t>(v.counts.genuinePairs());
    v.impostorPairs = static_cast<std::int64_t>(v.counts.impostorPairs());
    noteZeroRows(stream, v);
    if (auto enough = checkCounts(v); !enough) return forward(enough);
    addFigures(v, o);
    addWorst(stream, genuine, worst, limit, v);
    addIntervals(v, leaveOut, stream, turns, x.rows());
    if (v.counts.genuinePairs() > kMostGenuineKept) {
        v.notes.emplace_back(say(
            "There are more than 50 million genuine pairs; error-versus-discard curves need fewer images per identity."));
        return v;
    }
    v.genuine.reserve(genuine.size());
    for (const GenuineScore& g : genuine) {
        const auto a = stream.row(static_cast<std::size_t>(g.p)), b = stream.row(static_cast<std::size_t>(g.q));
        v.genuine.push_back({std::min(a, b), std::max(a, b), static_cast<float>(stream.scale().value(g.level))});
    }
    return v;
}

Result<std::vector<ScoredPair>> pairsInRange(const FeatureMatrix& x, const std::vector<std::string>& identity, Metric metric,
                                             bool genuine, double low, double high, std::size_t limit,
                                             const JobContext& job) {
    const PairStream stream(x, identity, metric);
    const std::int32_t first = stream.scale().level(low), last = stream.scale().level(high);
    tbb::enumerable_thread_specific<WorstPairs> found([&] { return WorstPairs(limit); });
    const auto done = stream.run(
        [&](const PairStream::Line& line) {
            if (genuine && line.allImpostor) return;
            WorstPairs& mine = found.local();
            for (std::size_t k = 0; k < line.count; ++k) {
                const std::int32_t level = line.levels[k];
                const std::int32_t badness = genuine ? -level : level;
                if (level < first || level > last || badness < mine.bar()) continue;
                if ((stream.group(line.firstQ + k) == stream.group(line.p)) == genuine)
                    mine.add({badness, static_cast<std::int32_t>(line.p), static_cast<std::int32_t>(line.firstQ + k)});
            }
        },
        job, say("finding pairs"));
    if (!done) return forward(done);
    WorstPairs all(limit);
    for (const auto& part : found) all.merge(part);
    std::vector<ScoredPair> pairs;
    for (const auto& e : all.sorted()) pairs.push_back(pairOf(stream, e.p, e.q));
    return pairs;
}

}  // namespace facespace
