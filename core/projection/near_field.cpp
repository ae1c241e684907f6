#include "core/projection/near_field.h"

#include <algorithm>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"

namespace facespace {

double NearField::farKernel(double squaredDistance, double cutoff) {
    const double scale = 1.0 / (1.0 + cutoff * cutoff);
    const double q = (cutoff * cutoff - squaredDistance) * scale;
    if (q <= 0) return 1.0 / (1.0 + squaredDistance);
    // K = scale/(1 − q), so K·(1 − q⁴) is a polynomial: nothing cancels near 0.
    return scale * (1.0 + q + q * q + q * q * q);
}

void NearField::evaluate(const CellOrder& points, const GridGeometry& g) {
    const auto dims = static_cast<std::size_t>(g.dims);
    potential_.resize(points.size());
    for (std::size_t a = 0; a < dims; ++a) force_[a].resize(points.size());
    const float cutoff = g.step * static_cast<float>(GridGeometry::kCellSteps);
    const auto& start = points.start();
    const std::size_t rows = g.cells[1] * g.cells[2];
    parallelChunks(rows, 1, [&](std::size_t row, std::size_t, std::size_t) {
        const std::size_t ry = row % g.cells[1];
        const std::size_t rz = row / g.cells[1];
        for (std::size_t x = 0; x < g.cells[0]; ++x) {
            const std::size_t own = row * g.cells[0] + x;
            if (start[own] == start[own + 1]) continue;
            std::array<NearCell::Range, 9> around{};
            int count = 0;
            for (std::size_t z = rz - std::min<std::size_t>(rz, 1); z < std::min(rz + 2, g.cells[2]); ++z)
                for (std::size_t y = ry - std::min<std::size_t>(ry, 1); y < std::min(ry + 2, g.cells[1]); ++y) {
                    const std::size_t line = (z * g.cells[1] + y) * g.cells[0];
                    const std::uint32_t begin = start[line + x - std::min<std::size_t>(x, 1)];
                    const std::uint32_t end = start[line + std::min(x + 2, g.cells[0])];
                    if (begin < end) around[static_cast<std::size_t>(count++)] = {begin, end};
                }
            NearCell cell{};
            for (std::size_t a = 0; a < dims; ++a) {
                cell.u[a] = points.u(static_cast<int>(a));
                cell.force[a] = force_[a].data();
            }
            cell.own = {start[own], start[own + 1]};
            cell.around = around.data();
            cell.aroundCount = count;
            cell.unit2 = g.step * g.step;
            cell.cutoff2 = cutoff * cutoff;
            cell.potential = potential_.data();
            (g.dims == 2 ? kernels().nearCell2 : kernels().nearCell3)(cell);
        }
    });
}

}  // namespace facespace
