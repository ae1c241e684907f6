#include "core/projection/convergence.h"

#include <algorithm>
#include <cmath>
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kChunk = 512;
constexpr std::size_t kFewestRows = 4096;
}  // namespace

double mapHolds(const Affinities& p, const float* y, std::size_t packing, const std::vector<std::int32_t>& order, double z) {
    const std::size_t n = p.rows();
    const auto stride = static_cast<std::int32_t>(std::max<std::size_t>(1, n / kFewestRows));
    struct Sums {
        double apart = 0, weight = 0;
    };
    std::vector<Sums> sums(chunkCount(n, kChunk));
    parallelChunks(n, kChunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (order[i] % stride != 0) continue;
            for (std::size_t e = p.rowStart[i]; e < p.rowStart[i + 1]; ++e) {
                float d2 = 0;
                for (std::size_t a = 0; a < packing; ++a) {
                    const float d = y[i * packing + a] - y[static_cast<std::size_t>(p.to[e]) * packing + a];
                    d2 += d * d;
                }
                sums[c].apart += static_cast<double>(p.weight[e] * std::log1p(d2));
                sums[c].weight += static_cast<double>(p.weight[e]);
            }
        }
    });
    Sums all;
    for (const Sums& s : sums) {
        all.apart += s.apart;
        all.weight += s.weight;
    }
    const auto count = static_cast<double>(n);
    return -std::log(z / (count * (count - 1))) - (all.weight > 0 ? all.apart / all.weight : 0.0);
}

bool ConvergenceWatch::add(double holds) {
    seen_.push_back(holds);
    constexpr std::size_t kBack = kBlock / kEvery;
    if (seen_.size() <= kBack) return false;
    return holds - seen_[seen_.size() - 1 - kBack] < share_ * holds;
}

}  // namespace facespace
