#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <ranges>
#include <unordered_map>

#include "core/analysis/jackknife.h"
#include "core/analysis/verification_intervals.h"
#include "core/analysis/verification_parts.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/text.h"

namespace facespace {
namespace {
using namespace verification;

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

void addWorst(const PairStream& stream, const std::vector<Scored>& scored, std::size_t limit, Verification& v) {
    for (const bool genuine : {true, false}) {
        WorstPairs worst(limit);
        for (const Scored& s : scored)
            if (s.pair.genuine == genuine)
                worst.add({genuine ? -s.level : s.level, static_cast<std::int32_t>(s.p), static_cast<std::int32_t>(s.q)});
        auto& list = genuine ? v.worstGenuine : v.worstImpostor;
        for (const auto& e : worst.sorted()) {
            const auto p = static_cast<std::size_t>(e.p), q = static_cast<std::size_t>(e.q);
            list.push_back({std::min(stream.row(p), stream.row(q)), std::max(stream.row(p), stream.row(q)),
                            static_cast<float>(stream.score(p, q))});
        }
    }
}
}  // namespace

Result<Verification> verifyPairs(const FeatureMatrix& x, const std::vector<std::string>& identity, const PairList& list,
                                 const VerificationOptions& o, const JobContext& job) {
    const PairStream stream(x, identity, o.metric);
    std::unordered_map<std::int64_t, std::size_t> position;
    for (std::size_t p = 0; p < stream.images(); ++p) position.emplace(stream.row(p), p);
    Verification v;
    v.metric = o.metric;
    v.templates = o.templates;
    v.images = static_cast<std::int64_t>(stream.images());
    v.identities = stream.identities();
    v.pairsMark = markOf(stream);
    std::vector<Scored> scored;
    std::vector<std::uint64_t> genuine(ScoreScale::kLevels, 0), impostor(ScoreScale::kLevels, 0);
    std::int64_t without = 0, relabelled = 0;
    for (const PairList::Pair& pair : list.pairs) {
        if (job.cancelled()) return cancelled();
        const auto p = position.find(pair.a), q = position.find(pair.b);
        if (p == position.end() || q == position.end()) {
            ++without;
            continue;
        }
        const std::int32_t level = stream.scale().level(stream.score(p->second, q->second));
        ++(pair.genuine ? genuine : impostor)[static_cast<std::size_t>(level)];
        relabelled += pair.genuine != (stream.group(p->second) == stream.group(q->second)) ? 1 : 0;
        scored.push_back({pair, p->second, q->second, level});
        v.pairsMark = marked(marked(v.pairsMark, pair.a), pair.b);
    }
    noteLeftOut(list.missing, without, v);
    if (relabelled > 0)
        v.notes.push_back(sayCount(
            "1 pair is called genuine or impostor against the identities of this project; the protocol is followed.",
            "{} pairs are called genuine or impostor against the identities of this project; the protocol is followed.",
            relabelled, groupedNumber(relabelled)));
    v.counts = ScoreCounts(stream.scale(), std::move(genuine), std::move(impostor));
    v.genuinePairs = static_cast<std::int64_t>(v.counts.genuinePairs());
    v.impostorPairs = static_cast<std::int64_t>(v.counts.impostorPairs());
    if (v.genuinePairs == 0 || v.impostorPairs == 0)
        return fail(ErrorCode::kInvalid,
                    say("The protocol leaves {} genuine and {} impostor pairs with features; both kinds are needed: "
                        "extract features of the images it names.",
                        groupedNumber(v.genuinePairs), groupedNumber(v.impostorPairs)));
    addFigures(v, o);
    addWorst(stream, scored, static_cast<std::size_t>(std::max(0, o.worstPairs)), v);
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {o.leaveOut, o.seed});
    const auto [lowest, highest] =
        std::ranges::minmax(scored | std::views::transform([](const Scored& s) { return s.level; }));
    LeaveOutCounts counts(turns.of, turns.count, lowest, highest);
    for (const Scored& s : scored) {
        if (turns.count > 0 && s.pair.genuine) counts.addGenuine(stream.group(s.p), s.level);
        if (turns.count > 0 && !s.pair.genuine) counts.addImpostor(stream.group(s.p), stream.group(s.q), s.level);
        if (!s.pair.genuine) continue;
        v.genuine.push_back(
            {std::min(s.pair.a, s.pair.b), std::max(s.pair.a, s.pair.b), static_cast<float>(stream.scale().value(s.level))});
    }
    addIntervals(v, counts, stream, turns, x.rows());
    if (list.folds > 1) {
        std::vector<double> accuracy;
        for (int fold = 0; fold < list.folds; ++fold) accuracy.push_back(foldAccuracy(scored, fold));
        v.foldAccuracy = spreadOf(accuracy);
        v.foldStandardError = v.foldAccuracy.sd / std::sqrt(static_cast<double>(v.foldAccuracy.count));
    }
    return v;
}

}  // namespace facespace
