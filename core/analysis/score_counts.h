#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "core/analysis/pair_stream.h"

namespace facespace {

/// How many genuine and impostor pairs have each score level, and all that follows from it. A pair is accepted if its score
/// is at least the threshold. FMR: impostors accepted; FNMR: genuine pairs rejected (ISO/IEC 19795-1).
class ScoreCounts {
  public:
    ScoreCounts() = default;
    ScoreCounts(ScoreScale scale, std::vector<std::uint64_t> genuine, std::vector<std::uint64_t> impostor);

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

  private:
    /// Pairs that score at least a level, kLevels + 1 of them; in half the bytes where there are fewer than 2³² pairs.
    class AtLeast {
      public:
        explicit AtLeast(std::vector<std::uint64_t> counts);
        std::uint64_t operator[](std::size_t level) const { return narrow_.empty() ? wide_[level] : narrow_[level]; }
        std::uint64_t all() const { return (*this)[0]; }

      private:
        std::vector<std::uint32_t> narrow_;
        std::vector<std::uint64_t> wide_;
    };
    struct Counts {
        AtLeast genuine, impostor;
    };
    const AtLeast& genuineAtLeast() const { return counts_->genuine; }
    const AtLeast& impostorAtLeast() const { return counts_->impostor; }

    ScoreScale scale_;
    std::shared_ptr<const Counts> counts_;  // 16 MiB and more: copies share them
};

/// EER from matching arrays of FMR (falling) and FNMR (rising) over rising thresholds; `at` gets the position of the
/// crossing.
double equalErrorRate(const std::vector<double>& fmr, const std::vector<double>& fnmr, double* at = nullptr);

}  // namespace facespace
