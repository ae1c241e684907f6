#include "core/analysis/group_rates_counts.h"

#include <tbb/enumerable_thread_specific.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <functional>

namespace facespace::groups {
namespace {

std::int64_t pairsOf(std::int64_t n) { return n * (n - 1) / 2; }

template <class T>
void addTo(std::vector<T>& sum, const std::vector<T>& part) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part[i];
}
template <class T>
void addTo(std::vector<std::vector<T>>& sum, const std::vector<std::vector<T>>& part) {
    for (std::size_t i = 0; i < sum.size(); ++i) addTo(sum[i], part[i]);
}

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

/// Images of each identity (first) or turn by group.
using ImageCounts = std::vector<std::vector<std::int64_t>>;

Errors emptyErrors(const Layout& l) {
    Errors e;
    for (int k = 0; k < 3; ++k) {
        e.impostor[k].assign(l.cells(), 0);
        e.genuine[k].assign(l.cells(), 0);
    }
    e.impostorOfTurn.assign(l.turns, std::vector<std::int64_t>(l.cells(), 0));
    e.genuineOfTurn = e.impostorOfTurn;
    return e;
}

void addError(std::vector<std::vector<std::int64_t>>& ofTurn, const Layout& l, std::size_t p, std::size_t q,
              std::size_t cell) {
    if (l.turns == 0) return;
    ++ofTurn[at(l.turnAt[p])][cell];
    if (l.turnAt[p] != l.turnAt[q]) ++ofTurn[at(l.turnAt[q])][cell];
}

void addPair(Errors& e, const Layout& l, const Levels& levels, std::size_t p, std::size_t q, std::int32_t level,
             bool genuine) {
    const std::size_t cell = cellOf(l.groupAt[p], l.groupAt[q]);
    const std::int32_t limits[] = {levels.low, levels.at, levels.high};
    for (int k = 0; k < 3; ++k)
        if (genuine ? level < limits[k] : level >= limits[k]) ++(genuine ? e.genuine : e.impostor)[k][cell];
    if (!(genuine ? level < levels.at : level >= levels.at)) return;
    addError(genuine ? e.genuineOfTurn : e.impostorOfTurn, l, p, q, cell);
    if (!genuine && l.turns > 0 && l.turnAt[p] != l.turnAt[q])
        ++e.impostorOfTurns[turnsKey(l, at(l.turnAt[p]), at(l.turnAt[q]), cell)];
}

void merge(Errors& sum, const Errors& part) {
    for (int k = 0; k < 3; ++k) {
        addTo(sum.impostor[k], part.impostor[k]);
        addTo(sum.genuine[k], part.genuine[k]);
    }
    addTo(sum.impostorOfTurn, part.impostorOfTurn);
    addTo(sum.genuineOfTurn, part.genuineOfTurn);
    for (const auto& [key, count] : part.impostorOfTurns) sum.impostorOfTurns[key] += count;
}

Scores emptyScores(const Layout& l) {
    Scores s;
    s.impostorLevels.assign(static_cast<std::size_t>(ScoreScale::kLevels), 0);
    s.genuine.assign(l.groups, std::vector<std::uint64_t>(kBins, 0));
    s.impostor = s.genuine;
    s.genuineOfTurn.assign(l.turns * l.groups, {});
    s.impostorOfTurn = s.genuineOfTurn;
    return s;
}

constexpr std::uint64_t kFlushAfter = 1ULL << 31U;

/// What one thread has counted. 32-bit counts of levels are half the memory traffic; they are flushed long before they can
/// overflow.
struct Tally {
    Scores scores;
    std::vector<std::uint32_t> levels;
    std::uint64_t sinceFlush = 0;
    std::deque<LevelledPair> genuine, impostors;

    explicit Tally(const Layout& l) : scores(emptyScores(l)), levels(static_cast<std::size_t>(ScoreScale::kLevels), 0) {}
    void flush() {
        for (std::size_t i = 0; i < levels.size(); ++i) scores.impostorLevels[i] += levels[i];
        std::fill(levels.begin(), levels.end(), 0);
        sinceFlush = 0;
    }
};

/// Pairs from … to of a line, either all genuine or all not: those within the group. Images stand by identity, so that many
/// in a row are of one turn: what is added to a turn is summed up before.
void addOwnGroup(std::vector<std::uint64_t>& bins, std::vector<Moments>& ofTurn, const Layout& l,
                 const PairStream::Line& line, std::size_t from, std::size_t to) {
    const std::int32_t group = l.groupAt[line.p], own = l.turns == 0 ? 0 : l.turnAt[line.p];
    Moments all;
    for (std::size_t k = from; k < to;) {
        const std::int32_t turn = l.turns == 0 ? 0 : l.turnAt[line.firstQ + k];
        Moments run;
        for (; k < to && (l.turns == 0 || l.turnAt[line.firstQ + k] == turn); ++k) {
            if (l.groupAt[line.firstQ + k] != group) continue;
            const std::size_t bin = at(line.levels[k] >> kBinShift);
            ++bins[bin];
            run.add(bin);
        }
        all.add(run);
        if (turn != own) ofTurn[at(turn) * l.groups + at(group)].add(run);
    }
    if (l.turns > 0) ofTurn[at(own) * l.groups + at(group)].add(all);
}

void keepNear(Tally& tally, std::int32_t from, const PairStream::Line& line, std::size_t genuine) {
    if (from >= ScoreScale::kLevels) return;
    const auto pair = [&](std::size_t k) {
        return LevelledPair{static_cast<std::int32_t>(line.p), static_cast<std::int32_t>(line.firstQ + k), line.levels[k]};
    };
    for (std::size_t k = 0; k < genuine; ++k) tally.genuine.push_back(pair(k));
    for (std::size_t k = genuine; k < line.count; ++k)
        if (line.levels[k] >= from) tally.impostors.push_back(pair(k));
}

void addLine(Tally& tally, const Layout& l, const PairStream::Line& line, std::int32_t nearFrom) {
    // Those of its own identity come first.
    std::size_t genuine = 0;
    if (!line.allImpostor)
        while (genuine < line.count && l.stream.group(line.firstQ + genuine) == l.stream.group(line.p)) ++genuine;
    if ((tally.sinceFlush += line.count) > kFlushAfter) tally.flush();
    for (std::size_t k = genuine; k < line.count; ++k) ++tally.levels[at(line.levels[k])];
    keepNear(tally, nearFrom, line, genuine);
    Scores& s = tally.scores;
    const std::size_t group = at(l.groupAt[line.p]);
    addOwnGroup(s.genuine[group], s.genuineOfTurn, l, line, 0, genuine);
    addOwnGroup(s.impostor[group], s.impostorOfTurn, l, line, genuine, line.count);
}

}  // namespace

std::uint64_t turnsKey(const Layout& l, std::size_t turn, std::size_t other, std::size_t cell) {
    return (std::min(turn, other) * l.turns + std::max(turn, other)) * l.cells() + cell;
}

PairTotals totalsOf(const Layout& l) {
    const ImageCounts zero(l.turns, std::vector<std::int64_t>(l.cells(), 0));
    PairTotals t{std::vector<std::int64_t>(l.cells(), 0),
                 std::vector<std::int64_t>(l.cells(), 0),
                 zero,
                 zero,
                 std::vector<std::int64_t>(l.groups, 0),
                 std::vector<std::int64_t>(l.groups, 0),
                 std::vector<std::int32_t>(l.groups, 0)};
    ImageCounts ofIdentity(at(l.stream.identities()), std::vector<std::int64_t>(l.groups, 0));
    ImageCounts ofTurn(l.turns, std::vector<std::int64_t>(l.groups, 0));
    std::vector<std::int32_t> turnOf(ofIdentity.size(), 0);
    for (std::size_t p = 0; p < l.groupAt.size(); ++p) {
        const std::size_t group = at(l.groupAt[p]), identity = at(l.stream.group(p));
        ++t.images[group];
        t.identities[group] += ofIdentity[identity][group]++ == 0 ? 1 : 0;
        if (l.turns == 0) continue;
        turnOf[identity] = l.turnAt[p];
        t.turnsOfGroup[group] += ofTurn[at(l.turnAt[p])][group]++ == 0 ? 1 : 0;
    }
    for (std::size_t b = 0; b < l.groups; ++b)
        for (std::size_t a = 0; a <= b; ++a) {
            const std::size_t cell = b * (b + 1) / 2 + a;
            const auto pairs = [&](std::int64_t inA, std::int64_t inB) { return a == b ? pairsOf(inA) : inA * inB; };
            for (std::size_t i = 0; i < ofIdentity.size(); ++i) {
                const std::int64_t genuine = pairs(ofIdentity[i][a], ofIdentity[i][b]);
                t.genuine[cell] += genuine;
                if (l.turns > 0) t.genuineOfTurn[at(turnOf[i])][cell] += genuine;
            }
            const std::int64_t all = pairs(t.images[a], t.images[b]);
            t.impostor[cell] = all - t.genuine[cell];
            for (std::size_t turn = 0; turn < l.turns; ++turn)
                t.impostorOfTurn[turn][cell] =
                    all - pairs(t.images[a] - ofTurn[turn][a], t.images[b] - ofTurn[turn][b]) - t.genuineOfTurn[turn][cell];
        }
    return t;
}

std::int32_t keptFrom(const Layout& l, double share, std::uint64_t seed) {
    constexpr std::size_t kTried = 100'000;
    constexpr double kRoom = 1.3, kMostKept = 2e7;
    const std::size_t n = l.stream.images();
    const double pairs = static_cast<double>(n) * static_cast<double>(n - 1) / 2, expected = share * kTried;
    const double kept = kRoom * expected + 5 * std::sqrt(expected) + 5;
    double genuine = 0, own = 0;
    for (std::size_t p = 0; p < n; ++p) {
        own = p > 0 && l.stream.group(p) == l.stream.group(p - 1) ? own + 1 : 0;
        genuine += own;
    }
    if (n < 2 || kept >= kTried || genuine + kept / kTried * pairs > kMostKept) return ScoreScale::kLevels;
    boost::random::mt19937_64 random(seed);
    boost::random::uniform_int_distribution<std::size_t> pick(0, n - 1);
    std::vector<std::int32_t> levels;
    for (std::size_t i = 0; i < kTried; ++i) {
        const std::size_t p = pick(random), q = pick(random);
        if (l.stream.group(p) != l.stream.group(q)) levels.push_back(l.stream.scale().level(l.stream.score(p, q)));
    }
    const auto rank = static_cast<std::size_t>(kept);
    if (rank >= levels.size()) return ScoreScale::kLevels;
    std::ranges::nth_element(levels, levels.begin() + static_cast<std::ptrdiff_t>(rank), std::greater<>());
    return levels[rank];
}

Result<Scores> countScores(const Layout& l, NearPairs& near, const JobContext& job) {
    tbb::enumerable_thread_specific<Tally> tallies([&] { return Tally(l); });
    const auto done = l.stream.run([&](const PairStream::Line& line) { addLine(tallies.local(), l, line, near.from); }, job,
                                   say("comparing pairs"));
    if (!done) return forward(done);
    Scores sum = emptyScores(l);
    for (Tally& tally : tallies) {
        tally.flush();
        near.genuine.push_back(std::move(tally.genuine));
        near.impostors.push_back(std::move(tally.impostors));
        const Scores& part = tally.scores;
        addTo(sum.impostorLevels, part.impostorLevels);
        addTo(sum.genuine, part.genuine);
        addTo(sum.impostor, part.impostor);
        for (std::size_t i = 0; i < sum.genuineOfTurn.size(); ++i) {
            sum.genuineOfTurn[i].add(part.genuineOfTurn[i]);
            sum.impostorOfTurn[i].add(part.impostorOfTurn[i]);
        }
    }
    return sum;
}

Result<std::vector<Errors>> countErrors(const Layout& l, const std::vector<Levels>& levels, const NearPairs& near,
                                        const JobContext& job) {
    const std::vector<Errors> empty(levels.size(), emptyErrors(l));
    std::int32_t least = ScoreScale::kLevels;
    for (const Levels& each : levels) least = std::min(least, each.low);
    if (near.from <= least) {
        std::vector<Errors> sum = empty;
        for (const bool genuine : {true, false})
            for (const auto& part : genuine ? near.genuine : near.impostors)
                for (const LevelledPair& pair : part)
                    for (std::size_t t = 0; t < levels.size(); ++t)
                        if (genuine || pair.level >= levels[t].low)
                            addPair(sum[t], l, levels[t], at(pair.p), at(pair.q), pair.level, genuine);
        return sum;
    }
    tbb::enumerable_thread_specific<std::vector<Errors>> tallies([&] { return empty; });
    const auto visit = [&](const PairStream::Line& line) {
        auto& mine = tallies.local();
        for (std::size_t k = 0; k < line.count; ++k) {
            const std::size_t q = line.firstQ + k;
            const bool genuine = !line.allImpostor && l.stream.group(q) == l.stream.group(line.p);
            if (!genuine && line.levels[k] < least) continue;
            for (std::size_t t = 0; t < levels.size(); ++t)
                addPair(mine[t], l, levels[t], line.p, q, line.levels[k], genuine);
        }
    };
    if (const auto done = l.stream.run(visit, job, say("counting errors of groups")); !done) return forward(done);
    std::vector<Errors> sum = empty;
    for (const auto& part : tallies)
        for (std::size_t t = 0; t < sum.size(); ++t) merge(sum[t], part[t]);
    return sum;
}

}  // namespace facespace::groups
