#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <vector>

#include "core/analysis/blas.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// The given rows and columns of a symmetric matrix whose lower triangle is set; again the lower triangle.
Eigen::MatrixXd lowerPart(const Eigen::MatrixXd& lower, const std::vector<Eigen::Index>& features);

/// Linear fits on any union of disjoint blocks of rows, from each block's moments (Gram matrix, cross products, sums): the
/// rows are read once however many folds and penalties are tried. Features and targets are held relative to their means
/// over all blocks, so that subtracting the training mean loses no digits.
class RidgeBlocks {
  public:
    /// Bit b set: block b takes part. At most 64 blocks.
    using BlockSet = std::uint64_t;
    struct Fit {
        Eigen::MatrixXd weights;       ///< D × T
        Eigen::RowVectorXd intercept;  ///< 1 × T, for the raw features.
    };
    /// Sums over rows, features and targets relative to the origins. Of `gram` the lower triangle is set.
    struct Moments {
        Eigen::MatrixXd gram, xy;  ///< D × D, D × T
        Eigen::VectorXd sx;
        Eigen::RowVectorXd sy, syy;
        std::int64_t rows = 0;
    };

    /// @param rows     rows of x that are used, all finite
    /// @param targets  one row per entry of `rows`, T columns
    /// @param blockOf  block of each entry of `rows`, 0 … blocks-1
    RidgeBlocks(const FeatureMatrix& x, std::vector<std::int64_t> rows, const Eigen::MatrixXd& targets,
                const std::vector<std::int32_t>& blockOf, int blocks);

    /// Reads the rows of a set (the others' moments stay 0). Must succeed before fits and errors. Errors: kCancelled,
    /// kInvalid: features so wide that the moments would take more than 4 GiB; a sentence says what reads them.
    Result<void> gather(const JobContext& job, BlockSet set);
    Result<void> gather(const JobContext& job) { return gather(job, all()); }

    BlockSet all() const { return blocks_ == 64 ? ~BlockSet{0} : (BlockSet{1} << blocks_) - 1; }
    std::int64_t rowsIn(BlockSet set) const;
    Eigen::Index features() const { return x_.cols(); }
    Eigen::Index targets() const { return targets_.cols(); }
    const Eigen::RowVectorXd& origin() const { return origin_; }
    const Eigen::RowVectorXd& targetOrigin() const { return targetOrigin_; }
    /// Sums over the set's rows, relative to the origins (not to the set's own means).
    Moments sum(BlockSet set) const;
    /// Mean of the centred Gram matrix's diagonal over the blocks: the natural scale of the penalty.
    double scale(BlockSet set) const;

    /// min Σ‖y − xW − b‖² + penalty ‖W‖², the intercept not penalised. One fit per penalty (> 0). If `features` is not
    /// empty only these take part; the other weights are 0.
    std::vector<Fit> fit(BlockSet training, const std::vector<double>& penalties,
                         const std::vector<Eigen::Index>& features = {}) const;
    /// Sums over the set's rows of the squared errors: one row per fit, one column per target. From the moments.
    Eigen::MatrixXd squaredError(BlockSet test, const std::vector<Fit>& fits,
                                 const std::vector<Eigen::Index>& features = {}) const;
    /// The fit's values for the rows of a set, written to `values` (one row per entry of `rows`, one column per fit column).
    void predict(BlockSet test, const Fit& fit, Eigen::MatrixXd& values) const;
    /// Entries of `rows` in a set, in block order.
    std::vector<std::int64_t> entriesIn(BlockSet set) const;

  private:
    void gatherBlock(int block);
    blas::RowMatrixXd shifted(const std::vector<std::int64_t>& entries, std::size_t begin, std::size_t end) const;

    const FeatureMatrix& x_;
    std::vector<std::int64_t> rows_;
    blas::RowMatrixXd targets_;
    int blocks_;
    std::vector<std::vector<std::int64_t>> entries_;  // entries of rows_ per block
    Eigen::RowVectorXd origin_, targetOrigin_;
    std::vector<Moments> moments_;
};

}  // namespace facespace
