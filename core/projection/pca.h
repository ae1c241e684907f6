#pragma once
#include <Eigen/Core>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

struct PcaOptions {
    int dims = 2;  ///< Components kept, at least 1. Components beyond the rank of the data are zero.
};

/// A principal component analysis of all rows (Jolliffe, Principal Component Analysis, 2002, ch. 1). Exact: the eigenvectors
/// of the covariance matrix (or, where rows are fewer than columns, of the equivalent Gram matrix).
struct Pca {
    Embedding scores;                   ///< N × dims; row i is (xᵢ − mean)·components.
    Eigen::VectorXf mean;               ///< D
    Eigen::MatrixXf components;         ///< D × dims, unit columns; the loading of largest magnitude is positive.
    Eigen::VectorXd explainedVariance;  ///< dims, descending, with divisor N − 1.
    double totalVariance = 0.0;         ///< The sum over all D components.
};

/// @param x  N × D, N ≥ 1, D ≥ 1, finite.
/// Errors: kInvalid (no rows, a value that is not finite, dims < 1), kCancelled. The same for any number of threads.
Result<Pca> pca(const FeatureMatrix& x, const PcaOptions& options, const JobContext& job = {});

/// The scores of other rows under an existing analysis. Errors: kInvalid when the width differs.
Result<Embedding> pcaScores(const Pca& pca, const FeatureMatrix& x);

}  // namespace facespace
