#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <ranges>

#include "core/analysis/jackknife.h"
#include "core/analysis/script_accuracy.h"
#include "core/analysis/verification_intervals.h"
#include "core/analysis/verification_parts.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/common/text.h"

namespace facespace {
namespace {
using namespace verification;

constexpr std::size_t kMostForScripts = 2'000'000;

struct Scored {
    PairList::Pair pair;
    std::size_t p, q;
    std::int32_t level;
};

/// Accuracy of one fold at the threshold that is best on the others; ties go to the lowest threshold.
double foldAccuracy(const std::vector<Scored>& scored, int fold) {
    std::vector<std::pair<std::int32_t, bool>> training;
    std::int64_t right = 0;
    for (const Scored& s : scored)
        if (s.pair.fold != fold) {
            training.emplace_back(s.level, s.pair.genuine);
            right += s.pair.genuine ? 1 : 0;  // accepting everything
        }
    std::sort(training.begin(), training.end());
    std::int64_t best = right;
    std::int32_t threshold = 0;
    for (std::size_t i = 0; i < training.size(); ++i) {
        right += training[i].second ? -1 : 1;  // now rejecting up to this score
        const bool last = i + 1 == training.size() || training[i + 1].first != training[i].first;
        if (last && right > best) {
            best = right;
            threshold = training[i].first + 1;
        }
    }
    std::int64_t correct = 0, count = 0;
    for (const Scored& s : scored)
        if (s.pair.fold == fold) {
            correct += (s.level >= threshold) == s.pair.genuine ? 1 : 0;
            ++count;
        }
    return count > 0 ? static_cast<double>(correct) / static_cast<double>(count) : kNoValue;
}

/// The grid of scores that another system gave.
ScoreScale scaleOf(const std::vector<double>& scores) {
    const auto [low, high] = std::ranges::minmax(scores);
    return low < high ? ScoreScale{low, high} : ScoreScale{low - 1, high + 1};
}

/// Pairs of the protocol that cannot be compared.
void noteLeftOut(std::int64_t missing, std::int64_t without, Verification& v) {
    if (missing > 0)
        v.notes.push_back(v.templates ? sayCount("1 pair of the protocol names a template that is not in this project.",
                                                 "{} pairs of the protocol name templates that are not in this project.",
                                                 missing, groupedNumber(missing))
                                      : sayCount("1 pair of the protocol names an image that is not in this project.",
                                                 "{} pairs of the protocol name images that are not in this project.",
                                                 missing, groupedNumber(missing)));
    if (without > 0)
        v.notes.push_back(
            v.templates
                ? sayCount("1 pair has a template without a feature and is left out.",
                           "{} pairs have a template without a feature and are left out.", without, groupedNumber(without))
                : sayCount("1 pair has an image without a feature and is left out.",
                           "{} pairs have an image without a feature and are left out.", without, groupedNumber(without)));
}

/// Pairs whose label says something else than the identities.
void noteRelabelled(std::int64_t relabelled, std::size_t pairs, Verification& v) {
    if (relabelled == 0) return;
    v.notes.push_back(
        sayCount("1 pair is called genuine or impostor against the identities of this project; the protocol is followed.",
                 "{} pairs are called genuine or impostor against the identities of this project; the protocol is followed.",
                 relabelled, groupedNumber(relabelled)));
    if (2 * static_cast<std::size_t>(relabelled) > pairs)
        v.notes.push_back(say("That is most of them: perhaps the list means different people by 1, or is of other images."));
}

void addWorst(const PairStream& stream, const ScoreScale& scale, const std::vector<Scored>& scored, std::size_t limit,
              Verification& v) {
    for (const bool genuine : {true, false}) {
        WorstPairs worst(limit);
        for (const Scored& s : scored)
            if (s.pair.genuine == genuine)
                worst.add({genuine ? -s.level : s.level, static_cast<std::int32_t>(s.p), static_cast<std::int32_t>(s.q)});
        auto& list = genuine ? v.worstGenuine : v.worstImpostor;
        for (const auto& e : worst.sorted()) {
            const auto p = static_cast<std::size_t>(e.p), q = static_cast<std::size_t>(e.q);
            const double score = v.givenScores ? scale.value(genuine ? -e.badness : e.badness) : stream.score(p, q);
            list.push_back(
                {std::min(stream.row(p), stream.row(q)), std::max(stream.row(p), stream.row(q)), static_cast<float>(score)});
        }
    }
}

/// Where the rows are in the stream; those that are not: -1.
std::vector<std::ptrdiff_t> positionsOf(const PairStream& stream, Eigen::Index rows) {
    std::vector<std::ptrdiff_t> positions(static_cast<std::size_t>(rows), -1);
    for (std::size_t p = 0; p < stream.images(); ++p)
        positions[static_cast<std::size_t>(stream.row(p))] = static_cast<std::ptrdiff_t>(p);
    return positions;
}

/// The pairs that have features, in the list's order, with their scores; counts and notes go to `v`.
Result<std::vector<Scored>> comparePairs(const PairStream& stream, Eigen::Index rows, const PairList& list, Verification& v,
                                         const JobContext& job) {
    const std::vector<std::ptrdiff_t> position = positionsOf(stream, rows);
    const ScoreScale scale = v.givenScores ? scaleOf(list.scores) : stream.scale();
    std::vector<Scored> scored;
    scored.reserve(list.pairs.size());
    std::vector<std::size_t> at;  // Of each in the list.
    at.reserve(list.pairs.size());
    v.pairsMark = markOf(stream);
    std::int64_t without = 0, relabelled = 0;
    for (std::size_t i = 0; i < list.pairs.size(); ++i) {
        const PairList::Pair& pair = list.pairs[i];
        const auto p = position[static_cast<std::size_t>(pair.a)], q = position[static_cast<std::size_t>(pair.b)];
        if (p < 0 || q < 0) {
            ++without;
            continue;
        }
        scored.push_back({pair, static_cast<std::size_t>(p), static_cast<std::size_t>(q), 0});
        at.push_back(i);
        relabelled += pair.genuine != (stream.group(scored.back().p) == stream.group(scored.back().q)) ? 1 : 0;
        v.pairsMark = marked(marked(v.pairsMark, pair.a), pair.b);
    }
    constexpr std::size_t kChunk = 4096;
    parallelChunks(scored.size(), kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i)
            scored[i].level = scale.level(v.givenScores ? list.scores[at[i]] : stream.score(scored[i].p, scored[i].q));
    });
    if (job.cancelled()) return cancelled();
    noteLeftOut(list.missing, without, v);
    noteRelabelled(relabelled, scored.size(), v);
    std::vector<std::uint64_t> genuine(ScoreScale::kLevels, 0), impostor(ScoreScale::kLevels, 0);
    for (const Scored& s : scored) ++(s.pair.genuine ? genuine : impostor)[static_cast<std::size_t>(s.level)];
    v.counts = ScoreCounts(scale, genuine, impostor);
    v.genuinePairs = static_cast<std::int64_t>(v.counts.genuinePairs());
    v.impostorPairs = static_cast<std::int64_t>(v.counts.impostorPairs());
    return scored;
}

void addLeftOut(const PairStream& stream, const std::vector<Scored>& scored, const VerificationOptions& o, Eigen::Index rows,
                Verification& v) {
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {o.leaveOut, o.seed});
    const auto [lowest, highest] =
        std::ranges::minmax(scored | std::views::transform([](const Scored& s) { return s.level; }));
    LeaveOutCounts counts(turns.of, turns.count, lowest, highest);
    if (turns.count > 0)
        for (const Scored& s : scored) {
            // By the label; where it contradicts the identities, the pair hangs on both all the same.
            if (s.pair.genuine)
                counts.addGenuine(stream.group(s.p), s.level);
            else
                counts.addImpostor(stream.group(s.p), stream.group(s.q), s.level);
        }
    addIntervals(v, counts, stream, turns, rows);
}

void addFolds(const std::vector<Scored>& scored, int folds, Verification& v) {
    if (folds < 2) return;
    std::vector<double> accuracy;
    for (int fold = 0; fold < folds; ++fold) accuracy.push_back(foldAccuracy(scored, fold));
    v.foldAccuracy = spreadOf(accuracy);
    v.foldStandardError = v.foldAccuracy.sd / std::sqrt(static_cast<double>(v.foldAccuracy.count));
}

std::optional<Verification::ScriptAccuracy> asScripts(const FeatureMatrix& x, const std::vector<Scored>& scored) {
    std::vector<ScriptPair> pairs;
    pairs.reserve(scored.size());
    for (const Scored& s : scored) {
        const auto a = x.row(s.pair.a).cast<double>(), b = x.row(s.pair.b).cast<double>();
        const double lengths = a.norm() * b.norm();
        pairs.push_back({lengths > 0 ? 2 - 2 * a.dot(b) / lengths : 2.0, s.pair.genuine});
    }
    return scriptAccuracy(pairs);
}
}  // namespace

Result<Verification> verifyPairs(const FeatureMatrix& x, const std::vector<std::string>& identity, const PairList& list,
                                 const VerificationOptions& o, const JobContext& job) {
    const PairStream stream(x, identity, o.metric);
    Verification v;
    v.metric = o.metric;
    v.templates = o.templates;
    v.givenScores = !list.scores.empty();
    v.images = static_cast<std::int64_t>(stream.images());
    v.identities = stream.identities();
    v.notes = list.notes;
    auto compared = comparePairs(stream, x.rows(), list, v, job);
    if (!compared) return forward(compared);
    const std::vector<Scored>& scored = *compared;
    if (v.genuinePairs == 0 || v.impostorPairs == 0)
        return fail(ErrorCode::kInvalid,
                    say("The protocol leaves {} genuine and {} impostor pairs with features; both kinds are needed: "
                        "extract features of the images it names.",
                        groupedNumber(v.genuinePairs), groupedNumber(v.impostorPairs)));
    addFigures(v, o);
    addWorst(stream, v.counts.scale(), scored, static_cast<std::size_t>(std::max(0, o.worstPairs)), v);
    addLeftOut(stream, scored, o, x.rows(), v);
    for (const Scored& s : scored)
        if (s.pair.genuine)
            v.genuine.push_back({std::min(s.pair.a, s.pair.b), std::max(s.pair.a, s.pair.b),
                                 static_cast<float>(v.counts.scale().value(s.level))});
    addFolds(scored, list.folds, v);
    if (!v.templates && !v.givenScores && scored.size() <= kMostForScripts) v.scriptAccuracy = asScripts(x, scored);
    return v;
}

}  // namespace facespace
