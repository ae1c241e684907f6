#pragma once
#include <Eigen/Core>
#include "core/features/feature_matrix.h"

namespace facespace {

/// The mean of all rows; the same for any number of threads.
Eigen::VectorXf columnMean(const FeatureMatrix& x);

/// sum += rows·rowsᵀ for float rows (n × d, d a few thousand at most), in parallel by tiles of the result: the same for any
/// number of threads. Both triangles of `sum` are written.
void addGramProduct(const FeatureMatrix& rows, Eigen::MatrixXd& sum);

struct Eigenpairs {
    Eigen::VectorXd values;   ///< Descending.
    Eigen::MatrixXd vectors;  ///< One unit column each.
};

/// The `count` largest eigenvalues of a symmetric matrix (LAPACK dsyevr), with their vectors.
Eigenpairs largestEigenpairs(const Eigen::MatrixXd& matrix, int count);

}  // namespace facespace
