#pragma once
#include <array>
#include <cstddef>

namespace facespace {

struct Bounds {
    std::array<float, 3> low{};
    std::array<float, 3> high{};
    float extent() const;
};
Bounds boundsOf(const float* y, std::size_t n, int dims);

/// How the potential is split between direct sums and the grid.
struct SplitPlan {
    float step = 0.25F;  ///< Grid step.
    bool near = false;   ///< Whether points closer than four steps are summed directly.
};

/// A bound on nodes a side; plans stay below half of it.
constexpr float mostNodes(int dims) { return dims == 2 ? 8000.0F : 220.0F; }

/// The cheapest of several splits of about the same accuracy (force error about 1e-3) for these points: a wide cut-off makes
/// the grid coarse and the near sums long. Depends on the points alone.
SplitPlan planSplit(const float* y, std::size_t n, int dims);

}  // namespace facespace
