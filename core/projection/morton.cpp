#include "core/projection/morton.h"

#include <tbb/parallel_sort.h>
#include <algorithm>
#include <array>
#include <numeric>
#include "core/common/parallel.h"
#include "core/projection/repulsion.h"

namespace facespace {
namespace {
std::uint64_t spreadBits(std::uint64_t v, int dims) {
    std::uint64_t out = 0;
    for (int bit = 0; bit < 16; ++bit) out |= ((v >> static_cast<unsigned>(bit)) & 1U) << static_cast<unsigned>(bit * dims);
    return out;
}
struct Place {
    std::uint64_t code;
    std::int32_t point;
};
}  // namespace

std::vector<std::int32_t> mortonOrder(const float* y, std::size_t n, int dims) {
    const std::size_t packing = Repulsion::packing(dims);
    std::array<float, 3> low{};
    float extent = 0;
    for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
        float high = low[a] = y[a];
        for (std::size_t i = 0; i < n; ++i) {
            low[a] = std::min(low[a], y[i * packing + a]);
            high = std::max(high, y[i * packing + a]);
        }
        extent = std::max(extent, high - low[a]);
    }
    std::vector<std::int32_t> order(n);
    std::iota(order.begin(), order.end(), 0);
    if (!(extent > 0)) return order;
    const float scale = 65535.0F / extent;
    std::vector<Place> places(n);
    parallelChunks(n, 4096, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            std::uint64_t code = 0;
            for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a)
                code |= spreadBits(static_cast<std::uint64_t>((y[i * packing + a] - low[a]) * scale), dims) << a;
            places[i] = {code, static_cast<std::int32_t>(i)};
        }
    });
    // No two places are equal, so that any way of sorting gives the same order.
    tbb::parallel_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.code < b.code || (a.code == b.code && a.point < b.point);
    });
    for (std::size_t i = 0; i < n; ++i) order[i] = places[i].point;
    return order;
}

}  // namespace facespace
