#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <mutex>
#include <vector>
#include "core/common/parallel.h"
#include "core/features/feature_matrix.h"
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"

namespace facespace {

/// Offers all pairs of two blocks of kTile rows to the lists of both. Thread-safe.
class TileSearch {
  public:
    virtual ~TileSearch() = default;
    /// Blocks firstI … lastI (at most blockJ) against block J.
    virtual void run(std::size_t firstI, std::size_t lastI, std::size_t blockJ) = 0;
};

/// By products of float32 values.
class FloatTiles : public TileSearch {
  public:
    FloatTiles(const FeatureMatrix& rows, const std::vector<float>& norms, NearestLists& lists)
        : rows_(rows),
          norms_(norms),
          lists_(lists),
          n_(static_cast<std::size_t>(rows.rows())),
          locks_(chunkCount(n_, kTile)) {}

    void run(std::size_t firstI, std::size_t lastI, std::size_t blockJ) override {
        const auto depth = static_cast<std::size_t>(rows_.cols());
        const std::size_t j0 = blockJ * kTile;
        const std::size_t nj = std::min(kTile, n_ - j0);
        TileScratch scratch(depth);
        kernels().packTile(rows_.data() + j0 * depth, nj, depth, scratch.packed());
        float* tile = scratch.tile();
        for (std::size_t blockI = firstI; blockI <= std::min(lastI, blockJ); ++blockI) {
            const std::size_t i0 = blockI * kTile;
            const std::size_t ni = std::min(kTile, n_ - i0);
            kernels().dotPacked(rows_.data() + i0 * depth, ni, scratch.packed(), nj, depth, tile);
            kernels().toSquaredDistances(tile, ni, norms_.data() + i0, norms_.data() + j0);
            if (blockI == blockJ)
                for (std::size_t i = 0; i < ni; ++i) tile[i * kTile + i] = std::numeric_limits<float>::infinity();
            offerRows(tile, blockI, i0, ni, j0, nj);
            if (blockI != blockJ) offerColumns(tile, blockJ, i0, ni, j0, nj);
        }
    }

  private:
    void offerRows(const float* tile, std::size_t block, std::size_t i0, std::size_t ni, std::size_t j0, std::size_t nj) {
        std::array<std::int32_t, kTile + 16> hits;
        const std::scoped_lock lock(locks_[block]);
        for (std::size_t i = 0; i < ni; ++i) {
            const float* row = tile + i * kTile;
            const int count = kernels().collectBelow(row, nj, lists_.limits()[i0 + i], hits.data());
            for (int h = 0; h < count; ++h) {
                const std::int32_t at = hits[static_cast<std::size_t>(h)];
                lists_.offer(i0 + i, row[at], static_cast<std::int32_t>(j0) + at);
            }
        }
    }
    void offerColumns(const float* tile, std::size_t block, std::size_t i0, std::size_t ni, std::size_t j0, std::size_t nj) {
        std::array<std::int32_t, kTile + 16> hits;
        const std::scoped_lock lock(locks_[block]);
        for (std::size_t i = 0; i < ni; ++i) {
            const float* row = tile + i * kTile;
            const int count = kernels().collectBelowEach(row, lists_.limits() + j0, nj, hits.data());
            for (int h = 0; h < count; ++h) {
                const std::int32_t at = hits[static_cast<std::size_t>(h)];
                lists_.offer(j0 + static_cast<std::size_t>(at), row[at], static_cast<std::int32_t>(i0 + i));
            }
        }
    }

    const FeatureMatrix& rows_;
    const std::vector<float>& norms_;  // padded to a multiple of kTile
    NearestLists& lists_;
    std::size_t n_;
    std::vector<std::mutex> locks_;
};

}  // namespace facespace
