#pragma once
#include <cstdint>
#include <span>
#include <vector>
#include "core/common/job.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Rows in the order of many small clusters, near clusters mostly near each other.
struct RowClusters {
    static constexpr std::size_t kUsual = 64;  ///< Rows of a cluster, about; at most kTile.

    FeatureMatrix rows;               ///< In that order.
    std::vector<std::int32_t> order;  ///< Row of the input at each place.
    std::vector<std::int32_t> of;     ///< Cluster of each place.
    std::vector<std::size_t> start;   ///< First place of each cluster, and the end.
    FeatureMatrix centres;            ///< Their means.
    std::size_t count() const { return start.size() - 1; }
    std::size_t size(std::size_t cluster) const { return start[cluster + 1] - start[cluster]; }
};

/// Lloyd's k-means, by levels: each part in up to 64, until parts are small; then every row goes to the nearest centre of
/// those about its part. Equal rows are told apart by their order alone. The same for any number of threads.
RowClusters clusterRows(FeatureMatrix rows, std::uint64_t seed, const JobContext& job);

/// For each centre the nearest others, itself among the first, nearest first.
class NearCentres {
  public:
    NearCentres(const FeatureMatrix& centres, std::size_t count, const JobContext& job);
    std::span<const std::int32_t> of(std::size_t centre) const { return {near_.data() + centre * count_, count_}; }

  private:
    std::size_t count_;
    std::vector<std::int32_t> near_;
};

/// `count` different numbers below n (all, if there are no more), ascending.
std::vector<std::int32_t> sampleOfRows(std::size_t n, std::size_t count, std::uint64_t seed);

}  // namespace facespace
