#pragma once
#include <Eigen/Core>

#include "core/analysis/blas.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/space_similarity.h"

namespace facespace::spaces {

/// The rows that both spaces have, centred (of the raw features) and at unit length.
struct BothSpaces {
    blas::RowMatrixXd x, y;          ///< Centred.
    blas::RowMatrixXd xUnit, yUnit;  ///< Each row at unit length, not centred; zero rows stay 0.
    UnitGroups groups;
    LeaveOutTurns turns;  ///< Of identities.
};

Result<Rsa> rsaOf(const BothSpaces& both, const SpaceSimilarityOptions& options, const JobContext& job);
/// xᵀ·y of the rows, summed over chunks in order.
Eigen::MatrixXd crossProduct(const blas::RowMatrixXd& x, const blas::RowMatrixXd& y);
Estimate ckaOf(const BothSpaces& both, const JobContext& job);
/// Fills CKA and Procrustes.
Result<void> addAlignment(SpaceSimilarity& found, const BothSpaces& both, const SpaceSimilarityOptions& options,
                          const JobContext& job);

}  // namespace facespace::spaces
