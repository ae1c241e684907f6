#pragma once
#include <cstdint>
#include <vector>

namespace facespace {

/// Area under the ROC curve with ties counted half, for scores sorted once and weights that change (the bootstrap).
class WeightedAuc {
  public:
    /// @param isPositive 0 or 1 per score.
    WeightedAuc(const std::vector<double>& scores, const std::vector<int>& isPositive);
    /// With weights per score; NaN if a class has no weight.
    double value(const std::vector<std::int32_t>& weightOf) const;
    double value() const;

  private:
    template <class Weight>
    double sum(const Weight& weight) const;
    std::vector<std::int64_t> order_;  // by score
    std::vector<bool> last_;           // of its run of equal scores
    std::vector<int> positive_;        // in that order
};

/// Counts of two-class decisions: [true class][predicted class].
struct Confusion {
    double count[2][2] = {{0, 0}, {0, 0}};
    double accuracy() const;
    double balancedAccuracy() const;  ///< NaN if a class is absent.
};

}  // namespace facespace
