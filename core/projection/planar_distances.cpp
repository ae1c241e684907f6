#include "core/projection/planar_distances.h"

#include <array>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"

namespace facespace {

PlanarPoints::PlanarPoints(const Embedding& map) : n_(static_cast<std::size_t>(map.rows())) {
    for (Eigen::Index a = 0; a < map.cols(); ++a) {
        AlignedVector<float> values(n_);
        for (std::size_t i = 0; i < n_; ++i) values[i] = map(static_cast<Eigen::Index>(i), a);
        axis_.push_back(std::move(values));
    }
}

void PlanarPoints::distances(std::size_t i, std::size_t begin, std::size_t end, float* out) const {
    std::fill(out, out + (end - begin), 0.0F);
    for (const auto& axis : axis_) {
        const float own = axis[i];
        const float* values = axis.data() + begin;
        for (std::size_t j = 0; j < end - begin; ++j) out[j] += (values[j] - own) * (values[j] - own);
    }
}

Result<NeighbourGraph> planarNeighbours(const PlanarPoints& points, int k, const JobContext& job) {
    constexpr std::size_t kColumns = 1024;
    const std::size_t n = points.size();
    const auto keep = static_cast<std::size_t>(k);
    NeighbourGraph graph;
    graph.k = k;
    graph.index.resize(n * keep);
    graph.squaredDistance.resize(n * keep);
    NearestLists lists(n, keep);
    parallelChunks(n, 64, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        std::array<float, kColumns> distance{};
        std::array<std::int32_t, kColumns + 16> hits{};
        for (std::size_t j0 = 0; j0 < n; j0 += kColumns) {
            const std::size_t j1 = std::min(n, j0 + kColumns);
            for (std::size_t i = begin; i < end; ++i) {
                points.distances(i, j0, j1, distance.data());
                const int count = kernels().collectBelow(distance.data(), j1 - j0, lists.limits()[i], hits.data());
                for (int h = 0; h < count; ++h) {
                    const std::int32_t at = hits[static_cast<std::size_t>(h)];
                    const std::int32_t j = static_cast<std::int32_t>(j0) + at;
                    if (static_cast<std::size_t>(j) != i) lists.offer(i, distance[static_cast<std::size_t>(at)], j);
                }
            }
        }
        for (std::size_t i = begin; i < end; ++i) {
            const auto list = lists.take(i);
            std::sort(list.begin(), list.end());
            for (std::size_t c = 0; c < keep; ++c) {
                graph.index[i * keep + c] = list[c].row();
                graph.squaredDistance[i * keep + c] = list[c].squaredDistance();
            }
        }
    });
    if (job.cancelled()) return cancelled();
    return graph;
}

}  // namespace facespace
