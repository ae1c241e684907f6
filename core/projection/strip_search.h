#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>
#include "core/projection/kernels.h"
#include "core/projection/nearest_lists.h"
#include "core/projection/row_clusters.h"

namespace facespace {

/// Some of the rows of a block, a bit for each.
using RowBits = std::array<std::uint64_t, kTile / 64>;

/// A block of at most kTile rows in the order of clusters, held against clusters. Used by one thread.
class StripSearch {
  public:
    virtual ~StripSearch() = default;
    /// Offers a cluster's rows to the lists of chosen rows, numbers within the block; no row is offered to itself.
    virtual void offer(std::span<const std::int32_t> chosen, std::size_t cluster, NearestLists& lists) = 0;
    /// For each cluster those of the chosen rows whose squared distance to its centre is at most their reach. @param reach
    /// kTile numbers, of all rows of the block, and below 0 for those not chosen.
    virtual void reached(std::span<const std::int32_t> chosen, const float* reach, std::vector<RowBits>& rows) = 0;
};

/// Makes such blocks, from their first place; shared by threads.
class StripSource {
  public:
    virtual ~StripSource() = default;
    virtual std::unique_ptr<StripSearch> block(std::size_t begin) const = 0;
};

/// By products of float32 values.
std::unique_ptr<StripSource> floatStrips(const RowClusters& clusters);
/// By products of eight-bit values: distances are near the true ones. Null where the processor has no fast ones.
std::unique_ptr<StripSource> byteStrips(const RowClusters& clusters);

}  // namespace facespace
