#pragma once
#include <array>
#include "core/projection/aligned_vector.h"
#include "core/projection/cell_order.h"

namespace facespace {

/// The near part of the potential, K·q⁴ (see NearCell), summed directly over points less than a cell's width apart, as in
/// the particle-particle particle-mesh method (Hockney & Eastwood 1988). The grid then only has to carry the smooth rest.
class NearField {
  public:
    /// The cut-off is the width of a cell of the geometry that the points were sorted with.
    void evaluate(const CellOrder& points, const GridGeometry& geometry);

    /// By place in the order of cells.
    const float* potential() const { return potential_.data(); }
    /// Σⱼ −f′(d²)·(uᵢ − uⱼ): the force is this times the grid step.
    const float* force(std::size_t axis) const { return force_[axis].data(); }

    /// K·(1 − q⁴) at a squared distance.
    static double farKernel(double squaredDistance, double cutoff);

  private:
    AlignedVector<float> potential_;
    std::array<AlignedVector<float>, 3> force_;
};

}  // namespace facespace
