#pragma once
#include <cstddef>
#include <vector>
#include "core/projection/cell_order.h"

namespace facespace {

/// Cubic B-spline weights of the nodes floor(u) − 1 … floor(u) + 2, and their derivatives by u; t = u − floor(u).
struct SplineWeights {
    float value[4];
    float slope[4];
    explicit SplineWeights(float t) {
        const float s = 1.0F - t;
        value[0] = s * s * s / 6.0F;
        value[1] = (4.0F + t * t * (3.0F * t - 6.0F)) / 6.0F;
        value[2] = (4.0F + s * s * (3.0F * s - 6.0F)) / 6.0F;
        value[3] = t * t * t / 6.0F;
        slope[0] = -0.5F * s * s;
        slope[1] = t * (1.5F * t - 2.0F);
        slope[2] = -s * (1.5F * s - 2.0F);
        slope[3] = 0.5F * t * t;
    }
};

/// A grid's memory layout: node (x, y, z) at (z·rows + y)·rowStride + x.
struct GridLayout {
    std::size_t rowStride = 0;
    std::size_t rows = 0;   ///< Used rows (y).
    std::size_t slabs = 1;  ///< Used slabs (z).
    std::size_t size() const { return rowStride * rows * slabs; }
};

/// Adds a unit mass for each point. Cells of even and of odd stripes are written in turn, so no two threads share a node and
/// every node's sum has one order.
void spreadPoints(const CellOrder& points, const GridGeometry& geometry, const GridLayout& layout, float* grid);

/// What one point reads from the grid.
struct FieldAtPoint {
    float value;
    float gradient[3];  ///< By grid steps.
};
FieldAtPoint gatherPoint(const CellOrder& points, std::size_t at, int dims, const GridLayout& layout, const float* grid);

}  // namespace facespace
