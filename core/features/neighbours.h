#pragma once
#include <cstddef>
#include <vector>

#include "core/features/feature_matrix.h"

namespace facespace {

enum class NeighbourMetric { kCosine, kEuclidean };

struct Neighbour {
    std::size_t row = 0;
    /// Cosine similarity in [−1, 1], or Euclidean distance ≥ 0, from the raw features, computed in double.
    double value = 0;
    friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// The k rows nearest to `row`, nearest first (highest cosine, smallest distance; equal ones by row number), without the
/// row itself. Rows with NaN, and for the cosine zero vectors, are nobody's neighbours. Fewer than k if there are not as
/// many.
/// @param norms  ‖x‖ per row if they are at hand (distancesFromOrigin()); computed otherwise.
/// One pass over the matrix: about 10 ms for 24,000 × 512.
std::vector<Neighbour> nearestNeighbours(const FeatureMatrix& features, std::size_t row, std::size_t k,
                                         NeighbourMetric metric, const std::vector<float>& norms = {});

}  // namespace facespace
