#pragma once
#include <algorithm>
#include <deque>
#include <Eigen/Core>
#include <unordered_map>

#include "core/analysis/group_rates.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/pair_stream.h"

/// Counts of pairs by group, all whole numbers, so that they are the same for any number of threads.
namespace facespace::groups {

inline constexpr std::int32_t kBinShift = 10;  ///< Levels of a bin: a thousandth of the range of cosines.
inline constexpr std::size_t kBins = static_cast<std::size_t>(ScoreScale::kLevels >> kBinShift) + 1;

/// Number of a pair of groups, a ≤ b.
inline std::size_t cellOf(std::int32_t a, std::int32_t b) {
    const auto low = static_cast<std::size_t>(std::min(a, b)), high = static_cast<std::size_t>(std::max(a, b));
    return high * (high + 1) / 2 + low;
}

/// Who stands at each position of a stream.
struct Layout {
    const PairStream& stream;
    std::vector<std::int32_t> groupAt, turnAt;  ///< By position.
    std::size_t groups = 0, turns = 0;
    std::size_t cells() const { return groups * (groups + 1) / 2; }
};

/// Pairs of each cell: all, and those that go when a turn is left out.
struct PairTotals {
    std::vector<std::int64_t> genuine, impostor;                           ///< By cell.
    std::vector<std::vector<std::int64_t>> genuineOfTurn, impostorOfTurn;  ///< By turn, then cell.
    std::vector<std::int64_t> images, identities;                          ///< By group.
    std::vector<std::int32_t> turnsOfGroup;                                ///< Turns that hold an image of it.
};
PairTotals totalsOf(const Layout& layout);

/// n, sum and sum of squares of the scores' bins.
struct Moments {
    std::uint64_t n = 0, sum = 0, squares = 0;
    void add(std::uint64_t bin) { ++n, sum += bin, squares += bin * bin; }
    void add(const Moments& other) { n += other.n, sum += other.sum, squares += other.squares; }
    Moments without(const Moments& other) const { return {n - other.n, sum - other.sum, squares - other.squares}; }
    double mean() const { return static_cast<double>(sum) / static_cast<double>(n); }
    double variance() const { return static_cast<double>(squares) / static_cast<double>(n) - mean() * mean(); }
};

struct Scores {
    std::vector<std::uint64_t> impostorLevels;                  ///< Of all impostor pairs.
    std::vector<std::vector<std::uint64_t>> genuine, impostor;  ///< By group, then bin: its own pairs.
    std::vector<Moments> genuineOfTurn, impostorOfTurn;         ///< By turn × group.
};

/// A pair by its positions.
struct LevelledPair {
    std::int32_t p = 0, q = 0, level = 0;
};
/// The pairs that may be errors at thresholds from a level on: all genuine ones, and the impostors from there on.
struct NearPairs {
    std::int32_t from = ScoreScale::kLevels;
    std::vector<std::deque<LevelledPair>> genuine, impostors;  ///< As threads found them; a deque grows without a copy.
};
/// From which level on countScores() is to keep pairs so that a share of the impostors is among them: found by pairs at
/// random, with room. kLevels, none, where that would be too many to keep.
std::int32_t keptFrom(const Layout& layout, double share, std::uint64_t seed);

/// @param near  gets the pairs from near.from on; nothing for kLevels
Result<Scores> countScores(const Layout& layout, NearPairs& near, const JobContext& job);

/// A threshold, and the two beside it from which slopes are taken: levels that rise.
struct Levels {
    std::int32_t low = 0, at = 0, high = 0;
};
/// Pairs on the wrong side of the thresholds: impostors at or above, genuine pairs below.
struct Errors {
    std::vector<std::int64_t> impostor[3], genuine[3];                     ///< At low, at, high; by cell.
    std::vector<std::vector<std::int64_t>> impostorOfTurn, genuineOfTurn;  ///< At `at`: by turn, then cell.
    std::unordered_map<std::uint64_t, std::int64_t> impostorOfTurns;       ///< At `at`, of two turns: by turnsKey().
};
/// Of two turns and a cell.
std::uint64_t turnsKey(const Layout& layout, std::size_t turn, std::size_t other, std::size_t cell);

/// Sums over pairs of two turns of products of what a pair of turns has in two cells: errors with errors, errors with
/// pairs, pairs with pairs. All of impostors.
struct TurnProducts {
    Eigen::MatrixXd errors, mixed, pairs;
    /// Σ over pairs of turns of (Σ over cells of weight · errors + pairWeight · pairs)².
    double squares(const Eigen::VectorXd& weight, const Eigen::VectorXd& pairWeight) const {
        return weight.dot(errors * weight) + 2 * weight.dot(mixed * pairWeight) + pairWeight.dot(pairs * pairWeight);
    }
};
TurnProducts turnProducts(const Layout& layout, const Errors& errors);

/// One for each of the levels. @param near  of countScores(); if a level is below them all pairs are compared again
Result<std::vector<Errors>> countErrors(const Layout& layout, const std::vector<Levels>& levels, const NearPairs& near,
                                        const JobContext& job);

/// All rates at one threshold, with intervals.
GroupsAtThreshold pointOf(const Layout& layout, const PairTotals& totals, const Levels& levels, const Errors& errors,
                          double target);

}  // namespace facespace::groups
