#pragma once
#include "core/common/job.h"
#include "core/features/feature_matrix.h"
#include "core/projection/aligned_vector.h"
#include "core/projection/neighbours.h"

namespace facespace {

/// A map's coordinates by axis, for squared distances by direct differences: in few dimensions they are as fast as products,
/// and neighbours a thousandth of the map apart keep all their digits.
class PlanarPoints {
  public:
    explicit PlanarPoints(const Embedding& map);
    std::size_t size() const { return n_; }
    /// Squared distances of point i to points begin … end − 1.
    void distances(std::size_t i, std::size_t begin, std::size_t end, float* out) const;

  private:
    std::size_t n_;
    std::vector<AlignedVector<float>> axis_;
};

/// The k nearest neighbours of every point of a map, exactly; 1 ≤ k < N. Errors: kCancelled.
Result<NeighbourGraph> planarNeighbours(const PlanarPoints& points, int k, const JobContext& job = {});

}  // namespace facespace
