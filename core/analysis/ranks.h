#pragma once
#include <cstdint>
#include <vector>

namespace facespace {

/// Places of values by rising value, and of equal ones in their order.
std::vector<std::int64_t> risingOrder(const std::vector<double>& values);

/// Values sorted once, ranked again and again with weights (how often a bootstrap drew each): average ranks for ties, as if
/// each value stood there weight times.
class RankedValues {
  public:
    explicit RankedValues(const std::vector<double>& values);
    std::size_t size() const { return order_.size(); }
    /// Position among the distinct values, 0 … distinct()-1.
    const std::vector<std::int32_t>& levels() const { return level_; }
    std::int32_t distinct() const { return distinct_; }
    const std::vector<std::int64_t>& order() const { return order_; }
    /// 1-based weighted average ranks; `ranks` gets one per value.
    void ranks(const std::vector<std::int32_t>& weight, std::vector<double>& ranks) const;
    /// The same, one per distinct value: that of value i is ranks[levels()[i]].
    void levelRanks(const std::vector<std::int32_t>& weight, std::vector<double>& ranks) const;

  private:
    std::vector<std::int64_t> order_;
    std::vector<std::int32_t> level_;  // by value
    std::vector<std::int64_t> count_;  // values of each level: where few weights are not 1, only these are counted again
    std::int32_t distinct_ = 0;
};

/// Concordant minus discordant pairs and tied pairs of weighted observations, in O(n log n) (Knight 1966, with a Fenwick
/// tree in place of the merge so that weights need no copies).
struct KendallCounts {
    double pairs = 0;  ///< W (W − 1) / 2
    double tiedX = 0, tiedY = 0, tiedBoth = 0;
    double discordant = 0;
    double numerator() const { return pairs - tiedX - tiedY + tiedBoth - 2 * discordant; }
    double tauB() const;  ///< NaN if a side is constant.
};
KendallCounts kendallCounts(const RankedValues& x, const RankedValues& y, const std::vector<std::int32_t>& weight);

/// The counts of all observations, and of all but some of them without counting the rest again: those of an observation
/// with all others are kept, so that leaving out m of n takes O(m log m). All counts are whole numbers, and exact.
class KendallLeftOut {
  public:
    KendallLeftOut(const RankedValues& x, const RankedValues& y);
    const KendallCounts& all() const { return all_; }
    /// @param out  observations to leave out, each once
    KendallCounts without(const std::vector<std::int64_t>& out) const;

  private:
    const RankedValues &x_, &y_;
    KendallCounts all_;
    std::vector<double> discordant_, tiedX_, tiedY_, tiedBoth_;  // of each observation, with the others
};

}  // namespace facespace
