#include <algorithm>
#include <cmath>

#include "core/analysis/group_rates_counts.h"
#include "core/analysis/group_spread.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using namespace groups;

constexpr std::int64_t kResolved = 10;  ///< False matches that a rate needs.

/// A rate: its value, and by turn how it moves, with the threshold found again.
struct Moved {
    double value = 0;
    std::vector<double> by;
    int df = 0;
    const TurnProducts* products = nullptr;
    Eigen::VectorXd weight, pairWeight;  ///< By cell, of what pairs of turns add to it, to first order.
    StandardError error() const {
        StandardError e = withoutPairs(jackknifeError(by), products->squares(weight, pairWeight));
        e.df = std::min(e.df, df);
        return e;
    }
    Moved& operator*=(double factor) {
        for (double& d : by) d *= factor;
        weight *= factor, pairWeight *= factor;
        return *this;
    }
    /// All but the value.
    void add(const Moved& other, double factor) {
        for (std::size_t t = 0; t < by.size(); ++t) by[t] += factor * other.by[t];
        weight += factor * other.weight, pairWeight += factor * other.pairWeight;
        df = std::min(df, other.df);
    }
};

Estimate shareInterval(const Moved& rate) {
    if (!(rate.value > 0 && rate.value < 1)) return {rate.value, kNoValue, kNoValue};
    StandardError error = rate.error();
    error.value /= rate.value * (1 - rate.value);
    const Estimate e = error.interval(std::log(rate.value / (1 - rate.value)));
    return {rate.value, 1 / (1 + std::exp(-e.low)), 1 / (1 + std::exp(-e.high))};
}
/// The logarithm, to first order.
Moved logOf(const Moved& rate) {
    Moved log = rate;
    log *= 1 / rate.value;
    log.value = std::log(rate.value);
    return log;
}
Estimate ratioInterval(const Moved& log) {
    const Estimate e = log.error().interval(log.value);
    return {std::exp(log.value), std::exp(e.low), std::exp(e.high)};
}
Moved less(const Moved& a, const Moved& b) {
    Moved d = a;
    d.value -= b.value;
    d.add(b, -1);
    return d;
}

/// The rates at one threshold.
class AtThreshold {
  public:
    AtThreshold(const PairTotals& totals, const Errors& errors, const TurnProducts& products, std::size_t turns)
        : t_(totals), e_(errors), products_(products), turns_(turns) {
        std::int64_t pairs = 0, wrong[3] = {0, 0, 0};
        for (std::size_t c = 0; c < t_.impostor.size(); ++c) {
            pairs += t_.impostor[c];
            for (int k = 0; k < 3; ++k) wrong[k] += e_.impostor[k][c];
        }
        all_.value = share(wrong[1], pairs);
        pairs_ = static_cast<double>(pairs);
        logSpan_ = std::log(static_cast<double>(wrong[0]) / static_cast<double>(wrong[2]));
        for (std::size_t turn = 0; turn < turns_; ++turn) {
            std::int64_t gonePairs = 0, goneWrong = 0;
            for (std::size_t c = 0; c < t_.impostor.size(); ++c)
                gonePairs += t_.impostorOfTurn[turn][c], goneWrong += e_.impostorOfTurn[turn][c];
            all_.by.push_back(share(wrong[1] - goneWrong, pairs - gonePairs) - all_.value);
        }
    }
    double allFmr() const { return all_.value; }

    Moved fmr(std::size_t cell, int df) const {
        Moved rate = moved(e_.impostor, t_.impostor, e_.impostorOfTurn, t_.impostorOfTurn, cell, df);
        const auto at = static_cast<Eigen::Index>(cell);
        rate.weight(at) += 1 / static_cast<double>(t_.impostor[cell]);
        rate.pairWeight(at) -= rate.value / static_cast<double>(t_.impostor[cell]);
        return rate;
    }
    Moved fnmr(std::size_t cell, int df) const {
        return moved(e_.genuine, t_.genuine, e_.genuineOfTurn, t_.genuineOfTurn, cell, df);
    }

  private:
    using Counts = std::vector<std::int64_t>;
    static double share(std::int64_t part, std::int64_t whole) {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : kNoValue;
    }
    /// With the threshold where the FMR of all is the target again: what it moves by in log FMR, times the slope.
    Moved moved(const Counts (&wrong)[3], const Counts& pairs, const std::vector<Counts>& wrongOfTurn,
                const std::vector<Counts>& pairsOfTurn, std::size_t cell, int df) const {
        const double span = share(wrong[0][cell] - wrong[2][cell], pairs[cell]);
        const double slope = std::isfinite(logSpan_) && logSpan_ > 0 ? span / logSpan_ : 0;
        const auto cells = std::ssize(t_.impostor);
        Moved rate{share(wrong[1][cell], pairs[cell]),
                   {},
                   df,
                   &products_,
                   Eigen::VectorXd::Constant(cells, -slope / all_.value / pairs_),
                   Eigen::VectorXd::Constant(cells, slope / pairs_)};
        for (std::size_t turn = 0; turn < turns_; ++turn) {
            const double left = share(wrong[1][cell] - wrongOfTurn[turn][cell], pairs[cell] - pairsOfTurn[turn][cell]);
            rate.by.push_back(left - rate.value - slope * all_.by[turn] / all_.value);
        }
        return rate;
    }
    const PairTotals& t_;
    const Errors& e_;
    const TurnProducts& products_;
    std::size_t turns_;
    Moved all_;  ///< Its value and how it moves.
    double logSpan_ = 0, pairs_ = 0;
};

/// With the variance of the difference of every two.
LogRates ratesOf(const std::vector<Moved>& logs) {
    const auto groups = std::ssize(logs);
    LogRates rates{Eigen::VectorXd(groups), Eigen::MatrixXd::Zero(groups, groups), logs.front().error().df};
    for (Eigen::Index g = 0; g < groups; ++g) {
        rates.values(g) = logs[static_cast<std::size_t>(g)].value;
        for (Eigen::Index h = 0; h < g; ++h) {
            const StandardError error = less(logs[static_cast<std::size_t>(g)], logs[static_cast<std::size_t>(h)]).error();
            rates.differences(g, h) = rates.differences(h, g) = error.value * error.value;
            rates.df = std::min(rates.df, error.df);
        }
    }
    return rates;
}

Estimate ratioOf(const Estimate& log) { return {std::exp(log.value), std::exp(log.low), std::exp(log.high)}; }

/// Ratios to the geometric mean, and how far the groups are apart; none where one has no error.
void addRatios(const std::vector<Moved>& rates, std::vector<GroupRate>& groups, Estimate GroupRate::*ratio,
               GroupSpread& spread) {
    const Estimate none{kNoValue, kNoValue, kNoValue};
    for (GroupRate& g : groups) g.*ratio = none;
    spread = {none, none, -1, -1};
    if (std::ranges::any_of(rates, [](const Moved& r) { return !(r.value > 0); })) return;
    std::vector<Moved> logs;
    for (const Moved& r : rates) logs.push_back(logOf(r));
    Moved mean = logs[0];
    mean *= 0;
    mean.value = 0;
    for (const Moved& log : logs) {
        mean.value += log.value / static_cast<double>(logs.size());
        mean.add(log, 1 / static_cast<double>(logs.size()));
    }
    for (std::size_t g = 0; g < logs.size(); ++g) groups[g].*ratio = ratioInterval(less(logs[g], mean));
    const LogRates together = ratesOf(logs);
    const auto value = [](const Moved& m) { return m.value; };
    spread = {ratioOf(spreadInterval(together, largestOverMean)), ratioOf(spreadInterval(together, largestOverSmallest)),
              static_cast<std::int32_t>(std::ranges::max_element(logs, {}, value) - logs.begin()),
              static_cast<std::int32_t>(std::ranges::min_element(logs, {}, value) - logs.begin())};
}

int dfOf(const PairTotals& totals, std::size_t group) { return totals.turnsOfGroup[group] - 1; }

}  // namespace

GroupsAtThreshold groups::pointOf(const Layout& l, const PairTotals& totals, const Levels& levels, const Errors& errors,
                                  double target) {
    const TurnProducts products = turnProducts(l, errors);
    const AtThreshold rates(totals, errors, products, l.turns);
    GroupsAtThreshold point{target, l.stream.scale().value(levels.at), rates.allFmr(), {}, {}, {}, {}};
    std::vector<Moved> fmr, fnmr;
    for (std::size_t b = 0; b < l.groups; ++b)
        for (std::size_t a = 0; a <= b; ++a) {
            const std::size_t cell = b * (b + 1) / 2 + a;
            if (totals.impostor[cell] == 0) continue;
            const Moved rate = rates.fmr(cell, std::min(dfOf(totals, a), dfOf(totals, b)));
            Moved log = logOf(rate);
            log.value -= std::log(rates.allFmr());
            const Estimate none{rate.value / rates.allFmr(), kNoValue, kNoValue};
            point.across.push_back({static_cast<std::int32_t>(a), static_cast<std::int32_t>(b), totals.impostor[cell],
                                    shareInterval(rate), rate.value > 0 ? ratioInterval(log) : none,
                                    errors.impostor[1][cell] >= kResolved});
            if (a != b) continue;
            fmr.push_back(rate);
            fnmr.push_back(rates.fnmr(cell, dfOf(totals, a)));
            point.groups.push_back({static_cast<std::int32_t>(a),
                                    totals.images[a],
                                    totals.identities[a],
                                    totals.genuine[cell],
                                    totals.impostor[cell],
                                    shareInterval(fmr.back()),
                                    shareInterval(fnmr.back()),
                                    {},
                                    {}});
        }
    addRatios(fmr, point.groups, &GroupRate::fmrToMean, point.fmrSpread);
    addRatios(fnmr, point.groups, &GroupRate::fnmrToMean, point.fnmrSpread);
    return point;
}

}  // namespace facespace
