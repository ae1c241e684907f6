#pragma once
#include <vector>

#include "core/analysis/edc.h"
#include "core/analysis/edc_pairs.h"

namespace facespace::edc {

/// The area of a curve with each turn left out, and last with all; and what the curve begins with.
struct TurnAreas {
    std::vector<double> area, start;
};

/// What edcCurves() finds, and the areas of its bands: per quality and FMR target. Empty ones without intervals.
struct EdcFound {
    std::vector<EdcCurve> curves;
    std::vector<std::vector<TurnAreas>> areas;
};
/// As edcCurves().
Result<EdcFound> curvesAndAreas(const Verification& verification, const std::vector<QualityColumn>& qualities,
                                const EdcOptions& options, const JobContext& job);

/// Bands of error-versus-discard curves of one quality: each identity is left out in turn with all its pairs, and the
/// threshold is found again. Pairs go in up to 200 bins of equal number within the reach of the discard limit; pairs of
/// equal quality stay together. Straight lines join the bins: the jackknife needs a smooth curve.
class Bands {
  public:
    /// `sorted` and `leftOut` must outlive this.
    Bands(const SortedPairs& sorted, const LeftOutPairs& leftOut, double discardLimit);
    /// Fills the bands of the curve's points up to the limit, and the interval of its stepwise area. Returns the areas by
    /// turn; empty without turns or pairs.
    TurnAreas addTo(EdcCurve& curve) const;

  private:
    struct Curve {
        std::vector<double> discarded, fnmr;  // at the bins' beginnings
    };
    /// Of the pairs of a bin those between which a threshold's place is looked for, whichever turn it is of.
    struct Near {
        std::vector<std::size_t> from, to;
    };
    Near nearTo(float least, float most) const;
    /// @param turn  leftOut.turns(): with all
    Curve without(std::size_t turn, float threshold, const Near& near) const;

    const SortedPairs& pairs_;
    const LeftOutPairs& leftOut_;
    double limit_;
    std::vector<std::size_t> begin_;  // of each bin, and the number of pairs
    std::vector<float> scores_;       // rising within each bin
    struct OfTurn {
        std::uint32_t bin;
        float score;
    };
    std::vector<std::vector<OfTurn>> ofTurn_;  // its pairs
};

}  // namespace facespace::edc
