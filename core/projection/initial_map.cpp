#include "core/projection/initial_map.h"

#include <cmath>
#include "core/common/parallel.h"
#include "core/projection/pca.h"
#include "core/projection/row_hash.h"

namespace facespace {
namespace {
constexpr float kSpread = 1e-4F;
constexpr float kJitter = 1e-6F;
}  // namespace

Result<Embedding> initialMap(const FeatureMatrix& x, int dims, std::uint64_t seed, const JobContext& job) {
    auto analysis = pca(x, {.dims = dims}, job);
    if (!analysis) return forward(analysis);
    Embedding map = std::move(analysis->scores);
    const double deviation = std::sqrt(analysis->explainedVariance[0]);
    map *= deviation > 0 ? static_cast<float>(static_cast<double>(kSpread) / deviation) : 0.0F;
    parallelChunks(static_cast<std::size_t>(x.rows()), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const auto i = static_cast<Eigen::Index>(r);
            std::uint64_t h = rowHash(x.data() + i * x.cols(), x.cols(), seed);
            for (int a = 0; a < dims; ++a) {
                h = mixed(h);
                map(i, a) += kJitter * (static_cast<float>(h >> 40U) / 8388608.0F - 1.0F);
            }
        }
    });
    return map;
}

}  // namespace facespace
