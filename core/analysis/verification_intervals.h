#pragma once
#include <algorithm>
#include <cstdint>
#include <Eigen/Core>
#include <functional>
#include <vector>

#include "core/analysis/jackknife.h"
#include "core/analysis/verification.h"

/// Intervals of verification figures. A pair hangs on two identities, so leaving an identity out takes all its pairs away,
/// impostor pairs with anyone included, and every threshold is found again in what is left.
namespace facespace::verification {

/// Counts of scores, in bins of the score, by the turn in which an identity is left out. An impostor pair counts for both of
/// its turns, and once where they are the same.
class LeaveOutCounts {
  public:
    static constexpr Eigen::Index kBins = 1024;
    /// With up to so many turns, impostor pairs are counted by both of their turns, too, in fewer bins.
    static constexpr std::size_t kMostForPairs = 128, kPairBins = 256;

    /// @param turnOf  of each identity  @param low, high  levels between which the bins lie; others fall in the end bins
    LeaveOutCounts(std::vector<std::size_t> turnOf, std::size_t turns, std::int32_t low, std::int32_t high);

    void addGenuine(std::int32_t identity, std::int32_t level) {
        ++genuine_[turnOf_[static_cast<std::size_t>(identity)] * kBins + bin(level)];
        ++allGenuine_[bin(level)];
    }
    void addImpostor(std::int32_t a, std::int32_t b, std::int32_t level) {
        const std::size_t turnA = turnOf_[static_cast<std::size_t>(a)], turnB = turnOf_[static_cast<std::size_t>(b)];
        const std::size_t at = bin(level);
        ++impostor_[turnA * kBins + at];
        ++allImpostor_[at];
        if (turnA == turnB) return;
        ++impostor_[turnB * kBins + at];
        if (!ofPair_.empty()) ++ofPair_[pairOf(turnA, turnB) * kPairBins + at * kPairBins / kBins];
    }
    void merge(const LeaveOutCounts& other);
    std::size_t turns() const { return turns_; }

    /// FNMR and FMR at the lower edges of the bins and above them all: kBins + 1 values of rising thresholds.
    struct Rates {
        std::vector<double> fnmr, fmr;
        double auc = 0;     ///< Pairs in one bin count half.
        double dPrime = 0;  ///< Pairs lie in the middle of their bin.
        /// TAR where the FMR is the target, between two edges by interpolation on the logarithm of the FMR.
        double tarAt(double fmrTarget) const;
        /// By how much the TAR there rises with the FMR.
        double slopeAt(double fmrTarget) const;
    };
    Rates all() const { return ratesWithout(turns_); }
    /// Of the pairs without those of one turn.
    Rates ratesWithout(std::size_t turn) const;
    /// What each pair of turns has above the threshold of this FMR beyond its share, as a part of all impostor pairs: what
    /// it brings to the FMR there. Empty with more turns than kMostForPairs.
    std::vector<double> pairParts(const Rates& all, double fmr) const;
    /// The level at which a bin begins; kBins: where the last one ends.
    double edge(std::size_t bin) const { return low_ + static_cast<double>(bin) / perLevel_; }

  private:
    static std::size_t pairOf(std::size_t a, std::size_t b) {
        const std::size_t more = std::max(a, b);
        return more * (more - 1) / 2 + std::min(a, b);
    }
    std::size_t bin(std::int32_t level) const {
        const double at = (level - low_) * perLevel_;
        return at <= 0 ? 0 : at >= kBins - 1 ? static_cast<std::size_t>(kBins - 1) : static_cast<std::size_t>(at);
    }
    std::vector<std::size_t> turnOf_;
    std::size_t turns_;
    std::int32_t low_;
    double perLevel_;
    std::vector<std::uint32_t> genuine_, impostor_;  // by turn, then bin
    std::vector<std::uint32_t> ofPair_;              // by pair of turns, then wide bin
    std::vector<std::uint64_t> allGenuine_, allImpostor_;
};

/// Fills the intervals of AUC, EER, d′ and TAR, and what is left out. Of shares on the logit scale, so that they stay within
/// 0 … 1. @param rows  of the features
void addIntervals(Verification& v, const LeaveOutCounts& counts, const PairStream& stream, const LeaveOutTurns& turns,
                  Eigen::Index rows);

}  // namespace facespace::verification
