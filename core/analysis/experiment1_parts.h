#pragma once
#include <functional>
#include <optional>

#include "core/analysis/experiment1.h"
#include "core/analysis/nested_ridge.h"

/// What the two halves of experiment 1 share.
namespace facespace::experiment1 {

Result<void> checkOptions(const Experiment1Options& options);
/// Counts for the feature curve, ascending, ending with all D.
std::vector<int> featureCounts(const Experiment1Options& options, Eigen::Index dimension);
/// A random subset of the features, ascending.
std::vector<Eigen::Index> randomFeatures(Eigen::Index dimension, int count, std::uint64_t seed);
/// Features by falling |correlation| with target 0 over the training rows.
std::vector<Eigen::Index> rankedFeatures(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training);

/// Repeated random splits of the units. Of thousands of images the rows are read once, in 20 random blocks of units, and
/// each split takes a random choice of the blocks for training, a quarter of which is held out for the choice of the
/// penalty; else (few images, a share that is no multiple of 5 %, over 1,024 features) each split reads its own rows.
class RandomSplits {
  public:
    using Visitor = std::function<Result<void>(const RidgeBlocks& blocks, const FoldPlan& plan)>;
    RandomSplits(const FeatureMatrix& x, const LabelledRows& task, const Experiment1Options& options);
    Result<void> gather(const JobContext& job);
    /// Calls the visitor with the blocks of one split; several may be visited at a time.
    Result<void> visit(int repeat, const JobContext& job, const Visitor& visitor) const;

  private:
    const FeatureMatrix& x_;
    const LabelledRows& task_;
    const Experiment1Options& o_;
    int train_ = 0;
    std::optional<RidgeBlocks> shared_;
};

PermutationScheme schemeFor(const Eigen::VectorXd& y, const IdentityGroups& identities);
/// One column per permutation.
Eigen::MatrixXd permutedLabels(const Eigen::VectorXd& y, const UnitGroups& groups, PermutationScheme scheme, int count,
                               std::uint64_t seed);
PermutationBaseline baseline(PermutationScheme scheme, double actual, const std::vector<double>& permuted);

}  // namespace facespace::experiment1
