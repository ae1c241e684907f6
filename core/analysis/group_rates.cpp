#include "core/analysis/group_rates.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/group_rates_counts.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using namespace groups;

constexpr double kBeside = 1.5;  ///< Slopes are taken from the target over this to the target times this.
constexpr std::int64_t kFewIdentities = 10;

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

double dPrime(const Moments& genuine, const Moments& impostor) {
    return std::abs(genuine.mean() - impostor.mean()) / std::sqrt((genuine.variance() + impostor.variance()) / 2);
}

std::vector<GroupScores> scoresOf(const Layout& l, const PairTotals& totals, const Scores& scores) {
    std::vector<GroupScores> all;
    for (std::size_t g = 0; g < l.groups; ++g) {
        Moments genuine, impostor;
        const auto momentsOf = [](const std::vector<std::uint64_t>& bins) {
            Moments m;
            for (std::uint64_t b = 0; b < bins.size(); ++b) m.add({bins[b], bins[b] * b, bins[b] * b * b});
            return m;
        };
        genuine = momentsOf(scores.genuine[g]), impostor = momentsOf(scores.impostor[g]);
        std::vector<double> leftOut;
        for (std::size_t turn = 0; turn < l.turns; ++turn)
            leftOut.push_back(dPrime(genuine.without(scores.genuineOfTurn[turn * l.groups + g]),
                                     impostor.without(scores.impostorOfTurn[turn * l.groups + g])));
        const auto scoreAt = [&](double bin) {
            return l.stream.scale().value(0) + l.stream.scale().step() * static_cast<double>(1 << kBinShift) * (bin + 0.5);
        };
        StandardError error = jackknifeError(leftOut);
        error.df = std::min(error.df, totals.turnsOfGroup[g] - 1);
        all.push_back({error.interval(dPrime(genuine, impostor)), scoreAt(genuine.mean()), scoreAt(impostor.mean()),
                       scores.genuine[g], scores.impostor[g]});
    }
    return all;
}

/// The lowest level that at most a share of the impostors reach.
std::int32_t levelFor(const std::vector<std::uint64_t>& levels, double fmr) {
    std::uint64_t all = 0, above = 0;
    for (const std::uint64_t n : levels) all += n;
    auto level = static_cast<std::int32_t>(levels.size());
    while (level > 0 && static_cast<double>(above + levels[at(level - 1)]) <= fmr * static_cast<double>(all))
        above += levels[at(--level)];
    return level;
}

/// Groups with two identities and a genuine pair keep their place in a new order; others get −1, and a note.
struct KeptGroups {
    std::vector<std::int32_t> number;
    std::vector<std::string> names;
};
KeptGroups keptGroups(const PairStream& stream, const std::vector<std::int32_t>& group,
                      const std::vector<std::string>& names, std::vector<Text>& notes) {
    Layout l{stream, {}, {}, names.size(), 0};
    for (std::size_t p = 0; p < stream.images(); ++p) l.groupAt.push_back(group[static_cast<std::size_t>(stream.row(p))]);
    const PairTotals totals = totalsOf(l);
    KeptGroups kept;
    for (std::size_t g = 0; g < names.size(); ++g) {
        const std::size_t own = cellOf(static_cast<std::int32_t>(g), static_cast<std::int32_t>(g));
        const bool enough = totals.genuine[own] > 0 && totals.impostor[own] > 0;
        kept.number.push_back(enough ? static_cast<std::int32_t>(kept.names.size()) : -1);
        if (enough) kept.names.push_back(names[g]);
        if (!enough)
            notes.push_back(
                say("Group “{}” is left out: it has no pair of images of one person, or none of two.", names[g]));
        else if (totals.identities[g] < kFewIdentities)
            notes.push_back(say("Group “{}” has {} people with features; what is said of it may be theirs alone.", names[g],
                                totals.identities[g]));
    }
    return kept;
}

FeatureMatrix onlyGroups(const FeatureMatrix& x, const std::vector<std::int32_t>& group) {
    FeatureMatrix some = x;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (group[static_cast<std::size_t>(i)] < 0) some.row(i).setConstant(kNoValueFloat);
    return some;
}

}  // namespace

Result<GroupRates> groupRates(const FeatureMatrix& x, const std::vector<std::string>& identity,
                              const std::vector<std::int32_t>& group, const std::vector<std::string>& names,
                              const GroupRateOptions& o, const JobContext& job) {
    GroupRates found;
    found.metric = o.metric;
    std::vector<std::int32_t> number = group;
    {
        const PairStream all(onlyGroups(x, group), identity, o.metric);
        const KeptGroups kept = keptGroups(all, group, names, found.notes);
        for (std::int32_t& g : number) g = g < 0 ? -1 : kept.number[at(g)];
        found.names = kept.names;
    }
    if (found.names.size() < 2)
        return fail(ErrorCode::kInvalid,
                    say("Groups are compared where two of them have pairs of images of one person and of two; here {} has.",
                        found.names.size()));
    const PairStream stream(onlyGroups(x, number), identity, o.metric);
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {o.leaveOut, o.seed});
    Layout l{stream, {}, {}, found.names.size(), turns.count};
    for (std::size_t p = 0; p < stream.images(); ++p) {
        l.groupAt.push_back(number[static_cast<std::size_t>(stream.row(p))]);
        l.turnAt.push_back(turns.count > 0 ? static_cast<std::int32_t>(turns.of[at(stream.group(p))]) : 0);
    }
    const PairTotals totals = totalsOf(l);
    // Thresholds are known only when all pairs are counted: those that may be errors are kept, so as not to compare again.
    const double largest = o.fmrTargets.empty() ? 0 : *std::ranges::max_element(o.fmrTargets);
    NearPairs near{keptFrom(l, std::min(1.0, largest * kBeside), o.seed), {}, {}};
    const auto scores = countScores(l, near, job);
    if (!scores) return forward(scores);
    found.scores = scoresOf(l, totals, *scores);
    found.scoreLow = stream.scale().value(0);
    found.scoreHigh = found.scoreLow + stream.scale().step() * static_cast<double>(kBins << kBinShift);
    std::vector<Levels> levels;
    for (const double target : o.fmrTargets)
        levels.push_back({levelFor(scores->impostorLevels, std::min(1.0, target * kBeside)),
                          levelFor(scores->impostorLevels, target), levelFor(scores->impostorLevels, target / kBeside)});
    const auto errors = countErrors(l, levels, near, job);
    if (!errors) return forward(errors);
    for (std::size_t t = 0; t < levels.size(); ++t)
        found.points.push_back(pointOf(l, totals, levels[t], (*errors)[t], o.fmrTargets[t]));
    return found;
}

}  // namespace facespace
