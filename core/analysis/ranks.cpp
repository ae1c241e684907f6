#include "core/analysis/ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/numbers.h"

namespace facespace {

RankedValues::RankedValues(const std::vector<double>& values) : order_(values.size()), level_(values.size()) {
    std::iota(order_.begin(), order_.end(), std::int64_t{0});
    const auto at = [&](std::int64_t i) { return values[static_cast<std::size_t>(i)]; };
    std::sort(order_.begin(), order_.end(),
              [&](std::int64_t a, std::int64_t b) { return at(a) < at(b) || (at(a) == at(b) && a < b); });
    for (std::size_t k = 0; k < order_.size(); ++k) {
        if (k > 0 && at(order_[k]) != at(order_[k - 1])) ++distinct_;
        level_[static_cast<std::size_t>(order_[k])] = distinct_;
    }
    if (!order_.empty()) ++distinct_;
}

void RankedValues::ranks(const std::vector<std::int32_t>& weight, std::vector<double>& ranks) const {
    ranks.resize(order_.size());
    double before = 0;
    for (std::size_t begin = 0; begin < order_.size();) {
        std::size_t end = begin;
        double run = 0;
        const std::int32_t level = level_[static_cast<std::size_t>(order_[begin])];
        while (end < order_.size() && level_[static_cast<std::size_t>(order_[end])] == level)
            run += weight[static_cast<std::size_t>(order_[end++])];
        for (std::size_t k = begin; k < end; ++k) ranks[static_cast<std::size_t>(order_[k])] = before + (run + 1) / 2;
        before += run;
        begin = end;
    }
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
    std::int64_t upTo(std::int32_t level) const {  // weights at levels ≤ level
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

}  // namespace facespace
