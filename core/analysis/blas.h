#pragma once
#include <Eigen/Core>

/// The few BLAS and LAPACK calls of the analyses. They run on the calling thread only (OpenBLAS is told so once): the
/// analyses are parallel over their own blocks, and so give the same result for any number of threads.
namespace facespace::blas {

using RowMatrixXd = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowMatrixXf = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Adds rowsᵀ · rows to the lower triangle of the D × D matrix `gram`; its upper triangle is left alone.
void addGram(const RowMatrixXd& rows, Eigen::MatrixXd& gram);
/// Adds aᵀ · b (a: n × D, b: n × T) to the D × T matrix `sum`.
void addProduct(const RowMatrixXd& a, const RowMatrixXd& b, Eigen::MatrixXd& sum);
/// out (n × T) = rows (n × D) · weights (D × T).
void product(const RowMatrixXd& rows, const Eigen::MatrixXd& weights, Eigen::MatrixXd& out);
/// out (D × T) = symmetric (D × D, its lower triangle is read) · weights (D × T).
void symmetricProduct(const Eigen::MatrixXd& symmetric, const Eigen::MatrixXd& weights, Eigen::MatrixXd& out);
/// Solves S · X = B for symmetric positive definite S (its lower triangle is read); S and B are overwritten, B by X.
/// False if S is not positive definite.
bool solvePositive(Eigen::MatrixXd& s, Eigen::MatrixXd& b);
/// out (m × n, row-major, leading dimension n) = a (m × k) · bᵀ (b: n × k), all row-major with leading dimension k.
void productTransposed(const float* a, const float* b, float* out, int m, int n, int k);

}  // namespace facespace::blas
