#include "core/projection/block_search.h"

#include <array>
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr float kBlurred = 0.02F;  // as in exactNeighbours
}

std::vector<float> paddedNorms(const FeatureMatrix& rows) {
    std::vector<float> norms((chunkCount(static_cast<std::size_t>(rows.rows()), kTile) + 1) * kTile, 0.0F);
    parallelChunks(static_cast<std::size_t>(rows.rows()), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) norms[i] = rows.row(static_cast<Eigen::Index>(i)).squaredNorm();
    });
    return norms;
}

BlockSearch::BlockSearch(const float* queries, const float* norms, std::size_t count, std::size_t depth, std::size_t keep)
    : queries_(queries), norms_(norms), count_(count), depth_(depth), lists_(count, keep), scratch_(depth) {}

void BlockSearch::search(const FeatureMatrix& rows, const std::vector<float>& norms, std::size_t begin, std::size_t end) {
    std::array<std::int32_t, kTile + 16> hits{};
    float* tile = scratch_.tile();
    for (std::size_t j0 = begin; j0 < end; j0 += kTile) {
        const std::size_t nj = std::min(kTile, end - j0);
        kernels().dotTile(queries_, count_, rows.data() + j0 * depth_, nj, depth_, scratch_.packed(), tile);
        kernels().toSquaredDistances(tile, count_, norms_, norms.data() + j0);
        for (std::size_t i = 0; i < count_; ++i) {
            const float* row = tile + i * kTile;
            const int found = kernels().collectBelow(row, nj, lists_.limits()[i], hits.data());
            for (int h = 0; h < found; ++h) {
                const std::int32_t at = hits[static_cast<std::size_t>(h)];
                lists_.offer(i, row[at], static_cast<std::int32_t>(j0) + at);
            }
        }
    }
}

std::span<Candidate> BlockSearch::nearest(std::size_t query, const FeatureMatrix& rows, const std::vector<float>& norms) {
    const auto list = lists_.take(query);
    const Eigen::Map<const Eigen::RowVectorXf> own(queries_ + query * depth_, static_cast<Eigen::Index>(depth_));
    for (Candidate& c : list)
        if (c.squaredDistance() < kBlurred * (norms_[query] + norms[static_cast<std::size_t>(c.row())]))
            c = Candidate((own - rows.row(c.row())).squaredNorm(), c.row());
    std::sort(list.begin(), list.end());
    return list;
}

}  // namespace facespace
