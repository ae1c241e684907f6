#include "core/projection/spline_grid.h"

#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kFirst = GridGeometry::kMargin - 1;  // node of weight 0 for u in [0, 1)

// Four nodes of a row at once; every target has such vectors, and the compiler splits them where it has not.
typedef float Vec4 __attribute__((vector_size(16)));
typedef float Vec4u __attribute__((vector_size(16), aligned(4), may_alias));
Vec4 load4(const float* p) { return *reinterpret_cast<const Vec4u*>(p); }
float sum4(Vec4 v) { return (v[0] + v[2]) + (v[1] + v[3]); }

template <int Dims>
void spreadRange(const CellOrder& p, std::size_t begin, std::size_t end, const GridLayout& layout, float* grid) {
    for (std::size_t at = begin; at < end; ++at) {
        const float ux = p.u(0)[at];
        const float uy = p.u(1)[at];
        const auto ix = static_cast<std::size_t>(ux);
        const auto iy = static_cast<std::size_t>(uy);
        const SplineWeights wx(ux - static_cast<float>(ix));
        const SplineWeights wy(uy - static_cast<float>(iy));
        const Vec4 across = load4(wx.value);
        const auto plane = [&](float* base, float factor) {
            float* row = base + (iy + kFirst) * layout.rowStride + ix + kFirst;
            for (std::size_t b = 0; b < 4; ++b, row += layout.rowStride)
                *reinterpret_cast<Vec4u*>(row) = load4(row) + across * (wy.value[b] * factor);
        };
        if constexpr (Dims == 2) {
            plane(grid, 1.0F);
        } else {
            const float uz = p.u(2)[at];
            const auto iz = static_cast<std::size_t>(uz);
            const SplineWeights wz(uz - static_cast<float>(iz));
            for (std::size_t c = 0; c < 4; ++c)
                plane(grid + (iz + kFirst + c) * layout.rows * layout.rowStride, wz.value[c]);
        }
    }
}

/// φ, ∂φ/∂x, ∂φ/∂y of one plane of nodes.
struct PlaneSums {
    float value;
    float dx;
    float dy;
};
PlaneSums planeSums(const float* base, std::size_t stride, const SplineWeights& wx, const SplineWeights& wy) {
    Vec4 value{};
    Vec4 slope{};
    for (std::size_t b = 0; b < 4; ++b) {
        const Vec4 row = load4(base + b * stride);
        value += row * wy.value[b];
        slope += row * wy.slope[b];
    }
    const Vec4 across = load4(wx.value);
    return {sum4(value * across), sum4(value * load4(wx.slope)), sum4(slope * across)};
}
}  // namespace

void spreadPoints(const CellOrder& points, const GridGeometry& g, const GridLayout& layout, float* grid) {
    parallelChunks(layout.size(), 1U << 16U,
                   [&](std::size_t, std::size_t begin, std::size_t end) { std::fill(grid + begin, grid + end, 0.0F); });
    // A stripe is a layer of cells of the slowest axis; its points reach one node below it and two above, less than a
    // stripe.
    const std::size_t stripes = g.cells[static_cast<std::size_t>(g.dims) - 1];
    const std::size_t cellsEach = g.dims == 2 ? g.cells[0] : g.cells[0] * g.cells[1];
    for (std::size_t parity = 0; parity < 2; ++parity)
        parallelChunks((stripes + 1 - parity) / 2, 1, [&](std::size_t s, std::size_t, std::size_t) {
            const std::size_t stripe = 2 * s + parity;
            const std::size_t begin = points.start()[stripe * cellsEach];
            const std::size_t end = points.start()[(stripe + 1) * cellsEach];
            if (g.dims == 2)
                spreadRange<2>(points, begin, end, layout, grid);
            else
                spreadRange<3>(points, begin, end, layout, grid);
        });
}

FieldAtPoint gatherPoint(const CellOrder& p, std::size_t at, int dims, const GridLayout& layout, const float* grid) {
    const float ux = p.u(0)[at];
    const float uy = p.u(1)[at];
    const auto ix = static_cast<std::size_t>(ux);
    const auto iy = static_cast<std::size_t>(uy);
    const SplineWeights wx(ux - static_cast<float>(ix));
    const SplineWeights wy(uy - static_cast<float>(iy));
    const float* base = grid + (iy + kFirst) * layout.rowStride + ix + kFirst;
    if (dims == 2) {
        const PlaneSums s = planeSums(base, layout.rowStride, wx, wy);
        return {s.value, {s.dx, s.dy, 0.0F}};
    }
    const float uz = p.u(2)[at];
    const auto iz = static_cast<std::size_t>(uz);
    const SplineWeights wz(uz - static_cast<float>(iz));
    FieldAtPoint f{0.0F, {0.0F, 0.0F, 0.0F}};
    for (std::size_t c = 0; c < 4; ++c) {
        const PlaneSums s = planeSums(base + (iz + kFirst + c) * layout.rows * layout.rowStride, layout.rowStride, wx, wy);
        f.value += s.value * wz.value[c];
        f.gradient[0] += s.dx * wz.value[c];
        f.gradient[1] += s.dy * wz.value[c];
        f.gradient[2] += s.value * wz.slope[c];
    }
    return f;
}

}  // namespace facespace
