#include "core/analysis/ranks.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"

namespace facespace {

std::vector<std::int64_t> risingOrder(const std::vector<double>& values) {
    // Values beside their places: a comparison then reads no memory elsewhere.
    struct Placed {
        double value;
        std::int64_t place;
    };
    std::vector<Placed> placed;
    placed.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) placed.push_back({values[i], static_cast<std::int64_t>(i)});
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return a.value < b.value || (a.value == b.value && a.place < b.place);
    });
    std::vector<std::int64_t> order;
    order.reserve(values.size());
    for (const Placed& each : placed) order.push_back(each.place);
    return order;
}

RankedValues::RankedValues(const std::vector<double>& values) : order_(risingOrder(values)), level_(values.size()) {
    const auto at = [&](std::int64_t i) { return values[static_cast<std::size_t>(i)]; };
    for (std::size_t k = 0; k < order_.size(); ++k) {
        if (k > 0 && at(order_[k]) != at(order_[k - 1])) ++distinct_;
        level_[static_cast<std::size_t>(order_[k])] = distinct_;
    }
    if (!order_.empty()) ++distinct_;
    count_.assign(static_cast<std::size_t>(distinct_), 0);
    for (const std::int32_t level : level_) ++count_[static_cast<std::size_t>(level)];
}

void RankedValues::levelRanks(const std::vector<std::int32_t>& weight, std::vector<double>& ranks) const {
    std::vector<std::int64_t> count = count_;
    for (std::size_t i = 0; i < level_.size(); ++i)
        if (weight[i] != 1) count[static_cast<std::size_t>(level_[i])] += weight[i] - 1;
    ranks.resize(count.size());
    std::int64_t before = 0;
    for (std::size_t l = 0; l < count.size(); ++l) {
        ranks[l] = static_cast<double>(2 * before + count[l] + 1) / 2;
        before += count[l];
    }
}

void RankedValues::ranks(const std::vector<std::int32_t>& weight, std::vector<double>& ranks) const {
    std::vector<double> ofLevel;
    levelRanks(weight, ofLevel);
    ranks.resize(level_.size());
    for (std::size_t i = 0; i < level_.size(); ++i) ranks[i] = ofLevel[static_cast<std::size_t>(level_[i])];
}

double KendallCounts::tauB() const {
    const double x = pairs - tiedX, y = pairs - tiedY;
    return x > 0 && y > 0 ? numerator() / std::sqrt(x) / std::sqrt(y) : kNoValue;
}

namespace {
double pairsOf(double w) { return w * (w - 1) / 2; }

/// Weighted counts by level with prefix sums.
class Fenwick {
  public:
    explicit Fenwick(std::size_t levels) : sums_(levels + 1, 0) {}
    void add(std::int32_t level, std::int64_t weight) {
        for (std::size_t i = static_cast<std::size_t>(level) + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i] += weight;
    }
    std::int64_t upTo(std::int32_t level) const {  // weights at levels ≤ level; 0 for −1
        std::int64_t sum = 0;
        for (std::size_t i = static_cast<std::size_t>(level) + 1; i > 0; i -= i & (~i + 1)) sum += sums_[i];
        return sum;
    }

  private:
    std::vector<std::int64_t> sums_;
};
}  // namespace

KendallCounts kendallCounts(const RankedValues& x, const RankedValues& y, const std::vector<std::int32_t>& weight) {
    KendallCounts counts;
    std::vector<double> yWeight(static_cast<std::size_t>(y.distinct()), 0);
    Fenwick seen(static_cast<std::size_t>(y.distinct()));
    double total = 0;
    std::vector<std::int64_t> run;
    const auto at = [](const auto& v, std::int64_t i) { return v[static_cast<std::size_t>(i)]; };
    for (std::size_t begin = 0; begin < x.size();) {
        run.clear();
        const std::int32_t level = at(x.levels(), x.order()[begin]);
        while (begin < x.size() && at(x.levels(), x.order()[begin]) == level) run.push_back(x.order()[begin++]);
        std::sort(run.begin(), run.end(),
                  [&](std::int64_t a, std::int64_t b) { return at(y.levels(), a) < at(y.levels(), b); });
        double runWeight = 0, jointWeight = 0;
        for (std::size_t k = 0; k < run.size(); ++k) {
            const double w = at(weight, run[k]);
            const std::int32_t yLevel = at(y.levels(), run[k]);
            counts.discordant += w * (total - static_cast<double>(seen.upTo(yLevel)));
            runWeight += w;
            yWeight[static_cast<std::size_t>(yLevel)] += w;
            jointWeight += w;
            if (k + 1 == run.size() || at(y.levels(), run[k + 1]) != yLevel) {
                counts.tiedBoth += pairsOf(jointWeight);
                jointWeight = 0;
            }
        }
        for (const std::int64_t i : run) seen.add(at(y.levels(), i), at(weight, i));
        counts.tiedX += pairsOf(runWeight);
        total += runWeight;
    }
    for (const double w : yWeight) counts.tiedY += pairsOf(w);
    counts.pairs = pairsOf(total);
    return counts;
}

namespace {
/// Ranks among some observations only.
RankedValues rankedAmong(const RankedValues& of, const std::vector<std::int64_t>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::int64_t i : rows) values.push_back(of.levels()[static_cast<std::size_t>(i)]);
    return RankedValues(values);
}

/// How many others have the level of each observation.
std::vector<double> othersAtLevel(const RankedValues& of) {
    std::vector<double> count(static_cast<std::size_t>(of.distinct()), 0), others;
    for (const std::int32_t level : of.levels()) count[static_cast<std::size_t>(level)] += 1;
    for (const std::int32_t level : of.levels()) others.push_back(count[static_cast<std::size_t>(level)] - 1);
    return others;
}
}  // namespace

KendallLeftOut::KendallLeftOut(const RankedValues& x, const RankedValues& y)
    : x_(x),
      y_(y),
      all_(kendallCounts(x, y, std::vector<std::int32_t>(x.size(), 1))),
      discordant_(x.size(), 0),
      tiedX_(othersAtLevel(x)),
      tiedY_(othersAtLevel(y)),
      tiedBoth_(x.size(), 0) {
    const auto at = [](const auto& v, std::int64_t i) { return v[static_cast<std::size_t>(i)]; };
    const auto& order = x.order();
    // Before it in x and above it in y; then, from the other end, behind it and below it.
    for (const bool forward : {true, false}) {
        Fenwick seen(static_cast<std::size_t>(y.distinct()));
        std::int64_t total = 0;
        for (std::size_t done = 0; done < order.size();) {
            const auto place = [&](std::size_t k) { return order[forward ? k : order.size() - 1 - k]; };
            std::size_t end = done;
            const std::int32_t level = at(x.levels(), place(done));
            for (; end < order.size() && at(x.levels(), place(end)) == level; ++end) {
                const std::int32_t yLevel = at(y.levels(), place(end));
                discordant_[static_cast<std::size_t>(place(end))] +=
                    static_cast<double>(forward ? total - seen.upTo(yLevel) : seen.upTo(yLevel - 1));
            }
            for (; done < end; ++done, ++total) seen.add(at(y.levels(), place(done)), 1);
        }
    }
    std::vector<double> both(x.size());
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i] = static_cast<double>(x.levels()[i]) * y.distinct() + y.levels()[i];
    tiedBoth_ = othersAtLevel(RankedValues(both));
}

KendallCounts KendallLeftOut::without(const std::vector<std::int64_t>& out) const {
    // Pairs among those left out stand in the sums of both.
    const KendallCounts among =
        kendallCounts(rankedAmong(x_, out), rankedAmong(y_, out), std::vector<std::int32_t>(out.size(), 1));
    KendallCounts left = all_;
    for (const std::int64_t row : out) {
        const auto i = static_cast<std::size_t>(row);
        left.discordant -= discordant_[i];
        left.tiedX -= tiedX_[i];
        left.tiedY -= tiedY_[i];
        left.tiedBoth -= tiedBoth_[i];
    }
    left.discordant += among.discordant;
    left.tiedX += among.tiedX;
    left.tiedY += among.tiedY;
    left.tiedBoth += among.tiedBoth;
    left.pairs = pairsOf(static_cast<double>(x_.size() - out.size()));
    return left;
}

}  // namespace facespace
