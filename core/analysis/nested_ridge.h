#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/analysis/folds.h"
#include "core/analysis/ridge_blocks.h"
#include "core/analysis/units.h"
#include "core/common/text.h"

namespace facespace {

/// Labelled rows that have a feature, and whose identity is which.
struct LabelledRows {
    std::vector<std::int64_t> rows;
    Eigen::MatrixXd y;  ///< One row per entry of `rows`, one column.
    UnitGroups groups;
};
/// Rows with a finite label and a finite feature. Errors: kInvalid, a sentence saying what is missing: fewer than ten such
/// images, one identity, or one and the same label for all.
Result<LabelledRows> labelledRows(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units);

/// How rows are cut into blocks: outer test sets, and the inner test sets of each one's training part.
struct FoldPlan {
    std::vector<std::int32_t> blockOf;
    int blocks = 0;
    std::vector<RidgeBlocks::BlockSet> outer;
    std::vector<std::vector<RidgeBlocks::BlockSet>> inner;
};
/// Folds that never split an identity. With two folds the inner test sets are random halves of the training fold, which do
/// not split a unit.
FoldPlan identityPlan(const UnitGroups& groups, int folds, std::uint64_t seed);
/// The same by rows of the features. @param n  how many there are
FoldsUsed foldsUsed(const FoldPlan& plan, int folds, const std::vector<std::int64_t>& rows, std::size_t n,
                    const std::vector<double>& penalties);
/// A random split of the units: with `trainShare` of the images for training (cut in four for the inner choice, of which
/// one part is held out if there are thousands, else each in turn), the rest for testing.
FoldPlan randomPlan(const IdentityGroups& units, double trainShare, std::uint64_t seed);

/// Ten penalties from 10⁻⁶ to 10³ times `scale`, or those given. Errors: kInvalid (not above 0).
Result<std::vector<double>> penaltyGrid(const std::vector<double>& given, double scale);

/// Chooses penalties by nested cross-validation: every distinct training set is fitted once for all penalties and targets.
class NestedRidge {
  public:
    /// `features`: the only ones that take part, empty for all. Without `overall` chosenOverall() cannot be asked, and the
    /// outer test sets need not be gathered. All references must outlive this.
    NestedRidge(const RidgeBlocks& blocks, const FoldPlan& plan, const std::vector<double>& penalties, bool overall = true,
                std::vector<Eigen::Index> features = {});
    Result<void> run(const JobContext& job, const Text& stage);
    /// Penalty (its index) with the least error over the inner test sets of training part k, for one target.
    std::size_t chosen(std::size_t k, Eigen::Index target = 0) const;
    /// Penalty with the least error over the outer test sets, for the fit on all rows.
    std::size_t chosenOverall(Eigen::Index target = 0) const;
    /// Out-of-fold values of all outer test rows (one row per entry, T columns); other rows are left alone.
    void predict(Eigen::MatrixXd& values) const;

  private:
    struct Work {
        std::map<RidgeBlocks::BlockSet, Eigen::MatrixXd> errors;  // by test set; penalties × targets
    };
    void ask(RidgeBlocks::BlockSet excluded, RidgeBlocks::BlockSet test) { work_[excluded].errors[test]; }

    const RidgeBlocks& blocks_;
    const FoldPlan& plan_;
    const std::vector<double>& penalties_;
    std::vector<Eigen::Index> features_;
    std::map<RidgeBlocks::BlockSet, Work> work_;  // by what the training set leaves out
};

}  // namespace facespace
