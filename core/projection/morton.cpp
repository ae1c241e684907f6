#include "core/projection/morton.h"

#include <algorithm>
#include <array>
#include <numeric>
#include "core/projection/repulsion.h"

namespace facespace {
namespace {
std::uint64_t spreadBits(std::uint64_t v, int dims) {
    std::uint64_t out = 0;
    for (int bit = 0; bit < 16; ++bit) out |= ((v >> static_cast<unsigned>(bit)) & 1U) << static_cast<unsigned>(bit * dims);
    return out;
}
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
    std::vector<std::uint64_t> code(n, 0);
    const float scale = 65535.0F / extent;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a)
            code[i] |= spreadBits(static_cast<std::uint64_t>((y[i * packing + a] - low[a]) * scale), dims) << a;
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        const auto ca = code[static_cast<std::size_t>(a)];
        const auto cb = code[static_cast<std::size_t>(b)];
        return ca < cb || (ca == cb && a < b);
    });
    return order;
}

}  // namespace facespace
