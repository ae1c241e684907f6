#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/analysis/identification_parts.h"
#include "core/common/numbers.h"

namespace facespace::identification {
namespace {

constexpr std::size_t kCurvePoints = 200;
constexpr double kResolvedBy = 10;  ///< Searches that a rate needs beyond it.

/// What two turns add only together: a search of the one that fails by the other alone.
using OfTurns = std::map<std::pair<std::int32_t, std::int32_t>, double>;

/// Interval of a share on the logit scale, the error brought there to first order: a turn that leaves no error at all
/// would be infinitely far away.
Estimate shareInterval(double share, const std::vector<double>& leftOut, const OfTurns& ofTurns) {
    if (!(share > 0 && share < 1)) return {share, kNoValue, kNoValue};
    double ofPairs = 0;
    for (const auto& [turns, part] : ofTurns) ofPairs += part * part;
    StandardError error = withoutPairs(jackknifeError(leftOut), ofPairs);
    error.value /= share * (1 - share);
    const Estimate e = error.interval(std::log(share / (1 - share)));
    return {share, 1 / (1 + std::exp(-e.low)), 1 / (1 + std::exp(-e.high))};
}

/// Counts over searches with each turn left out, and (last) with all.
class TurnCounts {
  public:
    explicit TurnCounts(std::size_t turns) : changed_(turns, 0) {}
    void add(double weight, std::int32_t ownTurn) {
        all_ += weight;
        if (!changed_.empty()) changed_[static_cast<std::size_t>(ownTurn)] -= weight;
    }
    /// What is added if this turn is left out, to searches of another one.
    void change(double weight, std::int32_t turn, std::int32_t ownTurn) {
        if (changed_.empty()) return;
        changed_[static_cast<std::size_t>(turn)] += weight;
        ofTurns_[std::minmax(turn, ownTurn)] += weight;
    }
    const OfTurns& ofTurns() const { return ofTurns_; }
    double all() const { return all_; }
    double without(std::size_t turn) const { return all_ + changed_[turn]; }

  private:
    double all_ = 0;
    std::vector<double> changed_;
    OfTurns ofTurns_;
};

/// A rate of one gallery: events over searches.
struct Rate {
    TurnCounts events, searches;
    explicit Rate(std::size_t turns) : events(turns), searches(turns) {}
    double all() const { return events.all() / searches.all(); }
    double without(std::size_t turn) const { return events.without(turn) / searches.without(turn); }
    void addOfTurns(OfTurns& sum, double factor) const {
        for (const auto& [turns, weight] : events.ofTurns()) sum[turns] += factor * weight / searches.all();
    }
};

/// How many of the identities before the mate each turn takes away: (turn, times), from `beatenBy`.
std::vector<std::pair<std::int32_t, std::int32_t>> beatersByTurn(const Detail& d) {
    std::vector<std::int32_t> turns = d.beatenBy;
    std::ranges::sort(turns);
    std::vector<std::pair<std::int32_t, std::int32_t>> times;
    for (const std::int32_t turn : turns) {
        if (times.empty() || times.back().first != turn) times.emplace_back(turn, 0);
        ++times.back().second;
    }
    return times;
}

/// Searches whose mate is among the first `rank` and scores at least `threshold`.
Rate matched(const std::vector<Detail>& details, std::int32_t rank, double threshold, std::size_t turns) {
    Rate rate(turns);
    for (const Detail& d : details) {
        if (d.search.rank == 0) continue;
        rate.searches.add(1, d.turn);
        if (!(d.search.mateScore >= threshold)) continue;
        if (d.search.rank <= rank) {
            rate.events.add(1, d.turn);
            continue;
        }
        if (turns == 0) continue;
        for (const auto& [turn, times] : beatersByTurn(d))
            if (turn != d.turn && d.search.rank - times <= rank) rate.events.change(1, turn, d.turn);
    }
    return rate;
}

bool withoutMate(const Detail& d, bool ownRemoved) { return d.search.other >= 0 && (ownRemoved || d.search.rank == 0); }

/// Searches without a mate in which a candidate is reported all the same.
Rate reported(const std::vector<Detail>& details, double threshold, bool ownRemoved, std::size_t turns) {
    Rate rate(turns);
    for (const Detail& d : details) {
        if (!withoutMate(d, ownRemoved)) continue;
        rate.searches.add(1, d.turn);
        if (!(d.search.otherScore >= threshold)) continue;
        rate.events.add(1, d.turn);
        if (d.laterScore < threshold && d.otherTurn != d.turn) rate.events.change(-1, d.otherTurn, d.turn);
    }
    return rate;
}

/// Scores of a gallery's searches, falling: the best ones without a mate, and of mates that are first.
struct Scores {
    std::vector<double> reported, first;
    double mated = 0;

    Scores(const std::vector<Detail>& details, bool ownRemoved) {
        for (const Detail& d : details) {
            mated += d.search.rank > 0 ? 1 : 0;
            if (d.search.rank == 1) first.push_back(d.search.mateScore);
            if (withoutMate(d, ownRemoved)) reported.push_back(d.search.otherScore);
        }
        std::ranges::sort(reported, std::greater<>());
        std::ranges::sort(first, std::greater<>());
    }
    /// The lowest threshold that at most `most` of the searches without a mate reach.
    double threshold(std::size_t most) const {
        if (most >= reported.size()) return -std::numeric_limits<double>::infinity();
        return std::nextafter(reported[most], std::numeric_limits<double>::infinity());
    }
    std::size_t allowed(double fpir) const {
        return static_cast<std::size_t>(std::floor(fpir * static_cast<double>(reported.size()) + 1e-9));
    }
    double fpir(double threshold) const { return reaching(reported, threshold) / static_cast<double>(reported.size()); }
    double tpir(double threshold) const { return reaching(first, threshold) / mated; }
    /// TPIR gained for each FPIR where k are reported: of the chord from half as many to one and a half times as many, at
    /// least three to either side.
    double slope(std::size_t k) const {
        const std::size_t reach = std::max<std::size_t>(3, k / 2);
        const std::size_t low = k > reach ? k - reach : 0, high = std::min(reported.size(), k + reach);
        if (high <= low) return 0;
        return (tpir(threshold(high)) - tpir(threshold(low))) * static_cast<double>(reported.size()) /
               static_cast<double>(high - low);
    }

  private:
    static double reaching(const std::vector<double>& falling, double threshold) {
        return static_cast<double>(std::ranges::upper_bound(falling, threshold, std::greater<>()) - falling.begin());
    }
};

using Galleries = std::vector<std::vector<Detail>>;

OpenSetPoint pointAt(const Galleries& galleries, double target, bool ownRemoved, std::size_t turns) {
    OpenSetPoint point{target, 0, 0, {0, kNoValue, kNoValue}, true};
    const auto count = static_cast<double>(galleries.size());
    std::vector<double> leftOut(turns, 0);
    OfTurns ofTurns;
    for (const auto& details : galleries) {
        const Scores scores(details, ownRemoved);
        const std::size_t k = scores.allowed(target);
        const double threshold = scores.threshold(k), slope = scores.slope(k);
        const Rate tpir = matched(details, 1, threshold, turns), fpir = reported(details, threshold, ownRemoved, turns);
        point.threshold += threshold / count;
        point.fpir += fpir.all() / count;
        point.tpir.value += tpir.all() / count;
        point.resolved = point.resolved && static_cast<double>(scores.reported.size()) * target >= kResolvedBy;
        for (std::size_t t = 0; t < turns; ++t)
            leftOut[t] += (tpir.without(t) - slope * (fpir.without(t) - fpir.all())) / count;
        tpir.addOfTurns(ofTurns, 1 / count);
        fpir.addOfTurns(ofTurns, -slope / count);
    }
    if (turns > 1) point.tpir = shareInterval(point.tpir.value, leftOut, ofTurns);
    return point;
}

std::vector<std::pair<double, double>> curveOf(const Galleries& galleries, bool ownRemoved) {
    std::vector<Scores> each;
    for (const auto& details : galleries) each.emplace_back(details, ownRemoved);
    std::size_t most = 1;
    for (const Scores& scores : each) most = std::max(most, scores.reported.size());
    std::vector<std::pair<double, double>> curve;
    for (std::size_t i = 0; i < kCurvePoints; ++i) {
        const double part = 1 - static_cast<double>(i) / static_cast<double>(kCurvePoints - 1);
        double fpir = 0, tpir = 0;
        for (const Scores& scores : each) {
            const double threshold = scores.threshold(scores.allowed(std::pow(static_cast<double>(most), -part)));
            fpir += scores.fpir(threshold) / static_cast<double>(each.size());
            tpir += scores.tpir(threshold) / static_cast<double>(each.size());
        }
        if (curve.empty() || fpir > curve.back().first) curve.emplace_back(fpir, tpir);
    }
    return curve;
}

}  // namespace

void addRates(Identification& found, const Galleries& galleries, std::size_t turns, const IdentificationOptions& options) {
    const auto count = static_cast<double>(galleries.size());
    const auto widest = static_cast<int>(*std::ranges::max_element(found.identities));
    for (int rank = 1; rank <= std::min(options.ranks, widest); ++rank) {
        double all = 0, chance = 0;
        std::vector<double> leftOut(turns, 0);
        OfTurns ofTurns;
        for (std::size_t g = 0; g < galleries.size(); ++g) {
            const Rate rate = matched(galleries[g], rank, -std::numeric_limits<double>::infinity(), turns);
            all += rate.all() / count;
            chance += std::min(1.0, rank / static_cast<double>(found.identities[g])) / count;
            for (std::size_t t = 0; t < turns; ++t) leftOut[t] += rate.without(t) / count;
            rate.addOfTurns(ofTurns, 1 / count);
        }
        found.cmc.push_back(turns > 1 ? shareInterval(all, leftOut, ofTurns) : Estimate{all, kNoValue, kNoValue});
        found.byChance.push_back(chance);
    }
    if (found.nonMated == 0) return;
    for (const double target : options.fpirTargets)
        found.openSet.push_back(pointAt(galleries, target, found.ownRemoved, turns));
    found.curve = curveOf(galleries, found.ownRemoved);
}

}  // namespace facespace::identification
