#include "core/projection/repulsion.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include "core/common/parallel.h"
#include "core/projection/cell_order.h"
#include "core/projection/fft_convolution.h"
#include "core/projection/near_field.h"
#include "core/projection/spline_grid.h"
#include "core/projection/split_plan.h"

namespace facespace {
namespace {
constexpr std::size_t kPointChunk = 2048;

GridGeometry geometryFor(const Bounds& bounds, int dims, float step) {
    GridGeometry g;
    g.dims = dims;
    g.step = step;
    const float cell = g.step * static_cast<float>(GridGeometry::kCellSteps);
    for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
        const float width = bounds.high[a] - bounds.low[a];
        g.cells[a] = static_cast<std::size_t>(width / cell) + 1;
        g.origin[a] = bounds.low[a] - 0.5F * (static_cast<float>(g.cells[a]) * cell - width);
    }
    return g;
}

/// The plain double sum over pairs, for maps too few in points to be worth a grid (and which fly far apart in 3-D).
double exactRepulsion(const float* y, std::size_t n, int dims, float* force) {
    const std::size_t packing = Repulsion::packing(dims);
    std::vector<double> sums(n);
    parallelChunks(n, 64, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const float* own = y + i * packing;
            std::array<float, 4> f{};
            float total = 0;
            for (std::size_t j = 0; j < n; ++j) {
                std::array<float, 4> d{};
                float squared = 1.0F;
                for (std::size_t a = 0; a < packing; ++a) {
                    d[a] = own[a] - y[j * packing + a];
                    squared += d[a] * d[a];
                }
                const float w = 1.0F / squared;
                total += w;
                for (std::size_t a = 0; a < packing; ++a) f[a] += w * w * d[a];
            }
            for (std::size_t a = 0; a < packing; ++a) force[i * packing + a] = f[a];
            sums[i] = static_cast<double>(total);
        }
    });
    return std::max(std::accumulate(sums.begin(), sums.end(), 0.0) - static_cast<double>(n), 1e-30);
}

constexpr std::size_t fewPoints(int dims) { return dims == 2 ? 512 : 2000; }
}  // namespace

struct Repulsion::Impl {
    explicit Impl(int d) : dims(d), convolution(d) {}
    int dims;
    bool planned = false;
    float plannedExtent = 0.0F;
    SplitPlan split;
    FftConvolution convolution;
    CellOrder points;
    NearField near;
    AlignedVector<float> grid;
    FftConvolution::Extent lastPadded{1, 1, 1};  // and the split it was for
    SplitPlan paddedSplit;

    GridLayout farField(const GridGeometry& geometry, bool lessOne);
    double gather(const GridGeometry& geometry, const GridLayout& layout, float* force) const;
};

Repulsion::Repulsion(int dims) : impl_(std::make_unique<Impl>(dims)) {}
Repulsion::~Repulsion() = default;
Repulsion::Repulsion(Repulsion&&) noexcept = default;
Repulsion& Repulsion::operator=(Repulsion&&) noexcept = default;

void Repulsion::plan(const float* y, std::size_t n) {
    if (n <= fewPoints(impl_->dims)) return;
    impl_->split = planSplit(y, n, impl_->dims);
    impl_->plannedExtent = boundsOf(y, n, impl_->dims).extent();
    impl_->planned = true;
}

/// Leaves the (far) potential on the grid.
GridLayout Repulsion::Impl::farField(const GridGeometry& g, bool lessOne) {
    const FftConvolution::Extent used{g.nodes(0), g.nodes(1), dims == 3 ? g.nodes(2) : 1};
    FftConvolution::Extent padded{1, 1, 1};
    const bool sameSplit = split.step == paddedSplit.step && split.near == paddedSplit.near;
    for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
        // Some room to grow, since each new size costs a transform of the kernel.
        const std::size_t needed = 2 * used[a];
        const bool fits = sameSplit && lastPadded[a] >= needed && lastPadded[a] <= needed + needed / 4;
        padded[a] = fits ? lastPadded[a] : FftConvolution::goodLength(needed + needed / 16);
    }
    lastPadded = padded;
    paddedSplit = split;
    const double step2 = static_cast<double>(g.step) * static_cast<double>(g.step);
    const double cutoff = static_cast<double>(g.step) * static_cast<double>(GridGeometry::kCellSteps);
    const int kind = split.near ? 2 : (lessOne ? 1 : 0);
    convolution.prepare(padded, static_cast<double>(g.step) + 1e6 * kind, [&](double squared) {
        const double d2 = squared * step2;
        if (split.near) return NearField::farKernel(d2, cutoff);
        return (lessOne ? -d2 : 1.0) / (1.0 + d2);
    });
    const GridLayout layout{convolution.rowStride(), used[1], used[2]};
    if (grid.size() < layout.size()) grid.resize(layout.size());
    spreadPoints(points, g, layout, grid.data());
    convolution.run(grid.data(), used);
    return layout;
}

/// Forces, and the sum of the potential at the points.
double Repulsion::Impl::gather(const GridGeometry& g, const GridLayout& layout, float* force) const {
    const std::size_t packing = Repulsion::packing(dims);
    const std::size_t n = points.size();
    std::vector<double> sums(chunkCount(n, kPointChunk));
    const float scale = -0.5F / g.step;
    parallelChunks(n, kPointChunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t at = begin; at < end; ++at) {
            const FieldAtPoint f = gatherPoint(points, at, dims, layout, grid.data());
            float* out = force + static_cast<std::size_t>(points.index()[at]) * packing;
            for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a)
                out[a] = scale * f.gradient[a] + (split.near ? g.step * near.force(a)[at] : 0.0F);
            sum += static_cast<double>(f.value) + (split.near ? static_cast<double>(near.potential()[at]) : 0.0);
        }
        sums[c] = sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

double Repulsion::evaluate(const float* y, std::size_t n, float* force) {
    Impl& s = *impl_;
    if (n <= fewPoints(s.dims)) return exactRepulsion(y, n, s.dims, force);
    const Bounds bounds = boundsOf(y, n, s.dims);
    // A step made for a much smaller map would ask for a huge grid: in its first iterations a map doubles every few.
    const float extent = bounds.extent();
    if (!s.planned || extent > 1.25F * s.plannedExtent || extent < 0.25F * s.plannedExtent) plan(y, n);
    const GridGeometry g = geometryFor(bounds, s.dims, s.split.step);
    // A map smaller than the kernel: all kernel values are near 1, and float32 would keep little of their differences. The
    // kernel less 1 has the same gradient, and its sum is Z less N².
    const bool lessOne = !s.split.near && bounds.extent() < 4.0F;
    s.points.sort(y, n, g);
    const GridLayout layout = s.farField(g, lessOne);
    if (s.split.near) s.near.evaluate(s.points, g);
    const double potential = s.gather(g, layout, force);
    const auto count = static_cast<double>(n);
    return std::max(lessOne ? potential + count * count - count : potential - count, 1e-30);
}

}  // namespace facespace
