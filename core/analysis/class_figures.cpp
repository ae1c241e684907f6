#include "core/analysis/class_figures.h"

#include "core/analysis/ranks.h"
#include "core/common/numbers.h"

namespace facespace {

WeightedAuc::WeightedAuc(const std::vector<double>& scores, const std::vector<int>& isPositive)
    : order_(risingOrder(scores)), last_(scores.size()), positive_(scores.size()) {
    const auto at = [&](std::int64_t i) { return scores[static_cast<std::size_t>(i)]; };
    for (std::size_t i = 0; i < order_.size(); ++i) {
        last_[i] = i + 1 == order_.size() || at(order_[i]) != at(order_[i + 1]);
        positive_[i] = isPositive[static_cast<std::size_t>(order_[i])];
    }
}

template <class Weight>
double WeightedAuc::sum(const Weight& weight) const {
    double below = 0, positives = 0, won = 0, tiedNegative = 0, tiedPositive = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        (positive_[i] != 0 ? tiedPositive : tiedNegative) += weight(order_[i]);
        if (!last_[i]) continue;
        won += tiedPositive * (below + 0.5 * tiedNegative);
        below += tiedNegative;
        positives += tiedPositive;
        tiedNegative = tiedPositive = 0;
    }
    return below > 0 && positives > 0 ? won / (below * positives) : kNoValue;
}

double WeightedAuc::value(const std::vector<std::int32_t>& weightOf) const {
    return sum([&](std::int64_t i) { return static_cast<double>(weightOf[static_cast<std::size_t>(i)]); });
}
double WeightedAuc::value() const {
    return sum([](std::int64_t) { return 1.0; });
}

double Confusion::accuracy() const {
    const double right = count[0][0] + count[1][1];
    return right / (right + count[0][1] + count[1][0]);
}
double Confusion::balancedAccuracy() const {
    const double zero = count[0][0] + count[0][1], one = count[1][0] + count[1][1];
    if (!(zero > 0 && one > 0)) return kNoValue;
    return 0.5 * (count[0][0] / zero + count[1][1] / one);
}

}  // namespace facespace
