#pragma once
#include <Eigen/Core>
#include <vector>

#include "core/analysis/blas.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/nested_variance.h"

namespace facespace::nesting {

/// The rows that take part, by number.
struct Nested {
    blas::RowMatrixXd x;  ///< Centred.
    UnitGroups groups;
    std::vector<std::int32_t> classOf;                   ///< By row; all 0 without classes.
    std::vector<std::vector<std::int32_t>> conditionOf;  ///< By condition and row.
    LeaveOutTurns turns;                                 ///< Of identities.
    std::vector<std::int32_t> turnOf;                    ///< By row; without turns that of its identity, all 0.
    std::size_t conditions() const { return conditionOf.size(); }
    std::uint32_t masks() const { return 1U << conditions(); }
};

/// Half the squared distances of pairs, by relation and by the conditions in which the two images differ: sums and counts by
/// the turns of both, from sums over groups of rows, so that no pair is looked at by itself.
class PairRelations {
  public:
    PairRelations(const Nested& nested, const JobContext& job);
    std::size_t cell(PairRelation relation, std::uint32_t differs) const {
        return static_cast<std::size_t>(relation) * masks_ + differs;
    }
    std::size_t cells() const { return cells_.size(); }
    std::size_t turns() const { return turns_; }
    double pairs(std::size_t cell) const { return cells_[cell].pairs; }
    /// Mean of half the squared distance with a turn left out; `turn` = turns(): of all. NaN without pairs.
    double mean(std::size_t cell, std::size_t turn) const;
    /// What pairs of turns add to the mean over all, from it: turns × turns.
    Eigen::MatrixXd parts(std::size_t cell) const;

  private:
    /// Diagonal: pairs within a turn; else pairs of two turns, in both halves.
    struct Sums {
        Eigen::MatrixXd distance, count;
        Eigen::VectorXd distanceOfTurn, countOfTurn;  // all pairs that go with a turn
        double all = 0, pairs = 0;
    };
    std::size_t masks_, turns_;
    std::vector<Sums> cells_;
};

}  // namespace facespace::nesting
