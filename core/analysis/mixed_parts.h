#pragma once
#include <Eigen/SparseCore>

#include "core/analysis/mixed_model.h"

/// What fitting a mixed model and the errors of its fixed effects share.
namespace facespace::mixed {

using Sparse = Eigen::SparseMatrix<double>;

/// Of all terms side by side, N × Q: the columns of a term's level stand together.
Sparse designOf(const MixedModel& model);
/// Λ, Q × Q: the factor of each term once for each of its levels. Its pattern does not depend on the values.
Sparse lambdaOf(const MixedModel& model, const std::vector<Eigen::MatrixXd>& factors);

}  // namespace facespace::mixed
