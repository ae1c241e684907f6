#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/analysis/ranks.h"

namespace facespace {

/// How much of y's variance monotone functions of x explain, for one x and many y, as a permutation test asks. A monotone
/// least-squares fit is the slope of the greatest convex minorant of the cumulated y (Barlow et al. 1972); a shuffled y has
/// few corners there, so almost all points are told by a comparison with the minorant of some of them not to be corners.
/// Gives what poolAdjacentViolators gives, several times as fast. For one thread; memory is kept between calls.
class MonotoneFit {
  public:
    explicit MonotoneFit(const RankedValues& x);

    struct Explained {
        double rising, falling;  ///< Σ (fit − mean)² / Σ (y − mean)², 0 … 1
    };
    /// @param y  A finite value for each of x.  @param mean, total  Their mean and Σ (y − mean)² > 0.
    Explained of(const double* y, double mean, double total);

  private:
    template <int Sign>
    double minorant();

    std::vector<std::int64_t> order_;
    std::vector<std::size_t> levelEnd_;  // one past the last place of each distinct x
    std::vector<double> weight_;         // values of x up to and with the k-th distinct one; weight_[0] = 0
    std::vector<double> sum_;            // the same of y − mean
    std::vector<std::size_t> corners_, candidates_;
};

}  // namespace facespace
