#include "core/projection/split_plan.h"

#include <algorithm>
#include <cmath>
#include <vector>
#include "core/common/parallel.h"
#include "core/projection/cell_order.h"
#include "core/projection/fft_convolution.h"
#include "core/projection/repulsion.h"

namespace facespace {
namespace {
constexpr std::size_t kPointChunk = 2048;
// Measured on Zen 4 with AVX-512, nanoseconds of one core. Only their ratio matters; other machines choose a little worse.
constexpr double kPairCost = 0.4;
constexpr double kNodeCost = 0.6;  // a padded node, times the binary logarithm of the grid's size

/// How many points lie in each cell of a regular grid.
struct CellCounts {
    std::array<std::size_t, 3> cells{1, 1, 1};
    std::vector<float> count;

    CellCounts(const float* y, std::size_t n, int dims, const Bounds& bounds, float width);
    /// The same of cells twice as wide. Powers of two are exact: it equals a new count.
    void widen();
    /// Ordered pairs of points in the same or touching cells.
    double nearPairs() const;
    std::size_t total() const { return cells[0] * cells[1] * cells[2]; }
};

CellCounts::CellCounts(const float* y, std::size_t n, int dims, const Bounds& bounds, float width) {
    const std::size_t packing = Repulsion::packing(dims);
    const auto axes = static_cast<std::size_t>(dims);
    for (std::size_t a = 0; a < axes; ++a) cells[a] = static_cast<std::size_t>((bounds.high[a] - bounds.low[a]) / width) + 1;
    count.assign(total(), 0.0F);
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t cell = 0;
        for (std::size_t a = axes; a-- > 0;)
            cell = cell * cells[a] + static_cast<std::size_t>((y[i * packing + a] - bounds.low[a]) / width);
        count[std::min(cell, total() - 1)] += 1.0F;
    }
}

void CellCounts::widen() {
    const auto before = cells;
    const std::vector<float> fine = std::move(count);
    for (std::size_t a = 0; a < 3; ++a) cells[a] = (before[a] + 1) / 2;
    count.assign(total(), 0.0F);
    std::size_t at = 0;
    for (std::size_t z = 0; z < before[2]; ++z)
        for (std::size_t y = 0; y < before[1]; ++y) {
            float* row = count.data() + (z / 2 * cells[1] + y / 2) * cells[0];
            for (std::size_t x = 0; x < before[0]; ++x) row[x / 2] += fine[at++];
        }
}

double CellCounts::nearPairs() const {
    // Sums over three neighbours along each axis in turn give the sums over the block.
    std::vector<float> around = count;
    std::vector<float> before;
    std::size_t stride = 1;
    for (const std::size_t length : cells) {
        if (length == 1) continue;
        before = around;
        for (std::size_t c = 0; c < total(); ++c) {
            const std::size_t at = c / stride % length;
            if (at > 0) around[c] += before[c - stride];
            if (at + 1 < length) around[c] += before[c + stride];
        }
        stride *= length;
    }
    double pairs = 0;
    for (std::size_t c = 0; c < total(); ++c) pairs += static_cast<double>(count[c]) * static_cast<double>(around[c]);
    return pairs;
}

// Two families, within which each cut-off is twice the one before.
constexpr std::size_t kFamilies = 2;
constexpr std::array<float, 8> kCutoffs{0.75F, 1.0F, 1.5F, 2.0F, 3.0F, 4.0F, 6.0F, 8.0F};

/// Near pairs for each cut-off; 0 for those below `least`.
std::array<double, kCutoffs.size()> pairsWithin(const float* y, std::size_t n, int dims, const Bounds& bounds, float least) {
    std::array<double, kCutoffs.size()> pairs{};
    parallelChunks(kFamilies, 1, [&](std::size_t first, std::size_t, std::size_t) {
        std::size_t c = first;
        while (c < kCutoffs.size() && kCutoffs[c] < least) c += kFamilies;
        if (c >= kCutoffs.size()) return;
        CellCounts counts(y, n, dims, bounds, kCutoffs[c]);
        pairs[c] = counts.nearPairs();
        while ((c += kFamilies) < kCutoffs.size()) {
            counts.widen();
            pairs[c] = counts.nearPairs();
        }
    });
    return pairs;
}

double gridCost(const Bounds& bounds, int dims, float step) {
    double nodes = 1;
    for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
        const float width = bounds.high[a] - bounds.low[a];
        const auto used = (static_cast<std::size_t>(width / (4.0F * step)) + 1) * 4 + 4;
        nodes *= static_cast<double>(FftConvolution::goodLength(2 * used));
    }
    return kNodeCost * nodes * std::log2(nodes);
}
}  // namespace

float Bounds::extent() const {
    float widest = 0;
    for (std::size_t a = 0; a < 3; ++a) widest = std::max(widest, high[a] - low[a]);
    return widest;
}

Bounds boundsOf(const float* y, std::size_t n, int dims) {
    const std::size_t packing = Repulsion::packing(dims);
    std::vector<Bounds> parts(chunkCount(n, kPointChunk));
    parallelChunks(n, kPointChunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        Bounds b;
        for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) b.low[a] = b.high[a] = y[begin * packing + a];
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
                b.low[a] = std::min(b.low[a], y[i * packing + a]);
                b.high[a] = std::max(b.high[a], y[i * packing + a]);
            }
        parts[c] = b;
    });
    Bounds all = parts.front();
    for (const Bounds& b : parts)
        for (std::size_t a = 0; a < 3; ++a) {
            all.low[a] = std::min(all.low[a], b.low[a]);
            all.high[a] = std::max(all.high[a], b.high[a]);
        }
    return all;
}

SplitPlan planSplit(const float* y, std::size_t n, int dims) {
    const Bounds bounds = boundsOf(y, n, dims);
    const float extent = std::max(bounds.extent(), 1e-12F);
    // A small map: a fine grid is cheap, and everything is near. Powers of two keep the kernel's transform for many
    // iterations.
    const float target = dims == 2 ? 128.0F : 40.0F;
    const float resolved = dims == 2 ? 0.125F : 0.25F;
    const float fine = std::exp2(std::ceil(std::log2(extent / target)));
    if (fine <= resolved) return {fine, false};
    const float floor = 2.0F * extent / mostNodes(dims);
    SplitPlan best{std::max(resolved, floor), false};
    double bestCost = gridCost(bounds, dims, best.step);
    constexpr auto kCellSteps = static_cast<float>(GridGeometry::kCellSteps);
    const auto pairs = pairsWithin(y, n, dims, bounds, floor * kCellSteps);
    for (std::size_t c = 0; c < kCutoffs.size(); ++c) {
        const float step = kCutoffs[c] / kCellSteps;
        if (step < floor) continue;
        const double cost = gridCost(bounds, dims, step) + kPairCost * pairs[c];
        if (cost >= bestCost) continue;
        bestCost = cost;
        best = {step, true};
    }
    return best;
}

}  // namespace facespace
