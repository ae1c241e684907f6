#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>
#include "core/projection/aligned_vector.h"

namespace facespace {

/// Where points lie on a grid: node u = (y − origin)/step; cells are kCellSteps grid steps wide.
struct GridGeometry {
    int dims = 2;
    std::array<float, 3> origin{};
    float step = 1.0F;
    std::array<std::size_t, 3> cells{1, 1, 1};

    static constexpr std::size_t kCellSteps = 4;
    static constexpr std::size_t kMargin = 2;  ///< Nodes kept free around the points.
    std::size_t nodes(int axis) const { return cells[static_cast<std::size_t>(axis)] * kCellSteps + 2 * kMargin; }
};

/// The points sorted by cell, x fastest; within a cell in their own order. Coordinates are in grid steps from the first
/// cell.
class CellOrder {
  public:
    void sort(const float* y, std::size_t n, const GridGeometry& geometry);

    std::size_t size() const { return index_.size(); }
    const float* u(int axis) const { return u_[static_cast<std::size_t>(axis)].data(); }
    const std::int32_t* index() const { return index_.data(); }
    /// First point of each cell, and the number of points at the end.
    const std::vector<std::uint32_t>& start() const { return start_; }

  private:
    std::array<AlignedVector<float>, 3> u_;
    std::vector<std::int32_t> index_;
    std::vector<std::uint32_t> cellOf_;
    std::vector<std::uint32_t> start_;
    std::vector<std::uint32_t> counts_;
};

}  // namespace facespace
