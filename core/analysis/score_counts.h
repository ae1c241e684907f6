#pragma once
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "core/analysis/cumulative_counts.h"
#include "core/analysis/pair_stream.h"

namespace facespace {

/// How many genuine and impostor pairs have each score level, and all that follows from it. A pair is accepted if its score
/// is at least the threshold. FMR: impostors accepted; FNMR: genuine pairs rejected (ISO/IEC 19795-1).
class ScoreCounts {
  public:
    ScoreCounts() = default;
    ScoreCounts(ScoreScale scale, const std::vector<std::uint64_t>& genuine, const std::vector<std::uint64_t>& impostor);

    const ScoreScale& scale() const { return scale_; }
    std::uint64_t genuinePairs() const { return counts_ ? counts_->genuine.all() : 0; }
    std::uint64_t impostorPairs() const { return counts_ ? counts_->impostor.all() : 0; }
    /// Levels are thresholds 0 … kLevels (the last rejects everything).
    double fmr(std::int32_t level) const;
    double fnmr(std::int32_t level) const;
    double auc() const;  ///< Ties count half.
    /// Where the lines through neighbouring (FMR, FNMR) points meet FMR = FNMR.
    double eer(double* threshold = nullptr) const;
    /// The lowest threshold with FMR ≤ target.
    std::int32_t thresholdFor(double fmrTarget) const;
    /// Share of impostors below a level plus half of those on it: what a genuine pair there adds to the AUC.
    double impostorsBelow(std::int32_t level) const;
    /// Numbers of pairs in `bins` equal parts of [low, high], for drawing: genuine, impostor.
    std::pair<std::vector<std::uint64_t>, std::vector<std::uint64_t>> binned(int bins, double low, double high) const;
    /// Distance of the means of the two kinds of score in pooled standard deviations.
    double dPrime() const;
    double lowest() const;  ///< Lowest and highest score that occurs.
    double highest() const;
    std::size_t bytes() const;  ///< That it takes.

  private:
    /// Pairs that score at least a level.
    struct Counts {
        CumulativeCounts genuine, impostor;
    };
    const CumulativeCounts& genuineAtLeast() const { return counts_->genuine; }
    const CumulativeCounts& impostorAtLeast() const { return counts_->impostor; }
    /// The lowest level that occurs, and one above the highest.
    std::pair<std::int32_t, std::int32_t> levels() const;

    ScoreScale scale_;
    std::shared_ptr<const Counts> counts_;  // megabytes: copies share them
};

/// EER from matching arrays of FMR (falling) and FNMR (rising) over rising thresholds; `at` gets the position of the
/// crossing.
double equalErrorRate(const std::vector<double>& fmr, const std::vector<double>& fnmr, double* at = nullptr);

}  // namespace facespace
