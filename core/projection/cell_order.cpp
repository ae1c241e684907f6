#include "core/projection/cell_order.h"

#include <algorithm>
#include "core/common/parallel.h"

namespace facespace {
namespace {
// Few, large chunks: each keeps a histogram of all cells. Fixed by n alone.
std::size_t chunkSize(std::size_t n) { return std::max<std::size_t>(4096, (n + 15) / 16); }
}  // namespace

void CellOrder::sort(const float* y, std::size_t n, const GridGeometry& g) {
    const std::size_t packing = g.dims == 2 ? 2 : 4;
    const std::size_t cells = g.cells[0] * g.cells[1] * g.cells[2];
    const std::size_t chunk = chunkSize(n);
    const std::size_t chunks = chunkCount(n, chunk);
    const float inverse = 1.0F / g.step;
    const auto axes = static_cast<std::size_t>(g.dims);
    for (std::size_t a = 0; a < axes; ++a) u_[a].resize(n + 16);
    index_.resize(n);
    cellOf_.resize(n);
    start_.resize(cells + 1);
    counts_.assign(chunks * cells, 0);
    const auto place = [&](const float* p, std::size_t a) {
        const float high = static_cast<float>(g.cells[a] * GridGeometry::kCellSteps) - 0.001F;
        return std::clamp((p[a] - g.origin[a]) * inverse, 0.0F, high);
    };
    parallelChunks(n, chunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        std::uint32_t* count = counts_.data() + c * cells;
        for (std::size_t i = begin; i < end; ++i) {
            std::size_t cell = 0;
            for (std::size_t a = axes; a-- > 0;)
                cell = cell * g.cells[a] + static_cast<std::size_t>(place(y + i * packing, a)) / GridGeometry::kCellSteps;
            cellOf_[i] = static_cast<std::uint32_t>(cell);
            ++count[cell];
        }
    });
    std::uint32_t next = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        start_[cell] = next;
        for (std::size_t c = 0; c < chunks; ++c) {
            const std::uint32_t count = counts_[c * cells + cell];
            counts_[c * cells + cell] = next;
            next += count;
        }
    }
    start_[cells] = next;
    parallelChunks(n, chunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        std::uint32_t* to = counts_.data() + c * cells;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t at = to[cellOf_[i]]++;
            index_[at] = static_cast<std::int32_t>(i);
            for (std::size_t a = 0; a < axes; ++a) u_[a][at] = place(y + i * packing, a);
        }
    });
}

}  // namespace facespace
