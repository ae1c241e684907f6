#pragma once
#include <vector>

#include "core/analysis/edc.h"

namespace facespace::edc {

/// Genuine pairs by rising quality.
struct SortedPairs {
    std::vector<double> quality;
    std::vector<float> score;
    std::vector<std::int32_t> turn;  ///< In which its identity is left out; empty without intervals.
    std::int64_t without = 0;
};

/// Genuine pairs that have a quality, sorted by it once for all thresholds. @param quality  by row
SortedPairs sortedPairs(const Verification& verification, const std::vector<double>& quality);

/// The area of a curve with each turn left out, and last with all; and what the curve begins with.
struct TurnAreas {
    std::vector<double> area, start;
};

/// Bands of error-versus-discard curves of one quality: each identity is left out in turn with all its pairs, and the
/// threshold is found again. Pairs go in up to 200 bins of equal number within the reach of the discard limit; pairs of
/// equal quality stay together. Straight lines join the bins: the jackknife needs a smooth curve.
class Bands {
  public:
    /// `sorted` and `leftOut` must outlive this.
    Bands(const SortedPairs& sorted, const LeftOutPairs& leftOut, double discardLimit);
    /// Fills the bands of the curve's points up to the limit, and the interval of its stepwise area.
    void addTo(EdcCurve& curve) const;
    /// The same areas by turn, of one threshold (that with all identities); empty without turns or pairs.
    TurnAreas areas(double fmrTarget, double threshold) const;

  private:
    struct Curve {
        std::vector<double> discarded, fnmr;  // at the bins' beginnings
    };
    /// @param turn  leftOut.turns(): with all
    Curve without(std::size_t turn, double threshold) const;

    const SortedPairs& pairs_;
    const LeftOutPairs& leftOut_;
    double limit_;
    std::vector<std::size_t> begin_;                // of each bin, and the number of pairs
    std::vector<float> scores_;                     // rising within each bin
    std::vector<std::vector<std::size_t>> ofTurn_;  // pairs
};

}  // namespace facespace::edc
