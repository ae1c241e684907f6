#pragma once
#include <span>
#include "core/features/feature_matrix.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"

namespace facespace {

/// The nearest rows of a matrix for a block of at most kTile query rows, one stretch of the matrix after another.
class BlockSearch {
  public:
    /// @param queries  count × depth floats, kept by the caller, as are `norms` (squared lengths).
    BlockSearch(const float* queries, const float* norms, std::size_t count, std::size_t depth, std::size_t keep);

    /// Offers rows begin … end − 1 of `rows`. @param norms  of all rows.
    void search(const FeatureMatrix& rows, const std::vector<float>& norms, std::size_t begin, std::size_t end);

    /// The kept candidates of a query, nearest first. Distances blurred by the expansion are computed again.
    std::span<Candidate> nearest(std::size_t query, const FeatureMatrix& rows, const std::vector<float>& norms);

  private:
    const float* queries_;
    const float* norms_;
    std::size_t count_;
    std::size_t depth_;
    NearestLists lists_;
    TileScratch scratch_;
};

/// Squared length of each row, with zeros up to a multiple of kTile and one tile more.
std::vector<float> paddedNorms(const FeatureMatrix& rows);

}  // namespace facespace
