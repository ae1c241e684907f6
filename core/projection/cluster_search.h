#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>
#include "core/projection/nearest_lists.h"
#include "core/projection/neighbours.h"
#include "core/projection/row_clusters.h"
#include "core/projection/strip_search.h"

namespace facespace {

/// Eight bits hardly mistake the order of the nearest: so many are kept, and held against the rows themselves.
std::size_t keptForBytes(std::size_t k);
/// At most k of the kept, places, nearest first with their exact distances to the row at a place; equally near ones in the
/// order of the input's rows, which `nearest` names them by.
void nearestOfKept(const RowClusters& clusters, std::size_t place, std::span<const Candidate> kept, std::size_t k,
                   std::vector<Candidate>& nearest);
/// Writes a row's neighbours.
void store(std::span<const Candidate> nearest, std::size_t row, NeighbourGraph& graph);

/// The k nearest among the rows of near clusters. A row is first held against the clusters about its own; how far away its
/// k-th neighbour then is says, times a factor, up to which centre it is held against other clusters.
/// Rows are named by their places in the order of clusters. Shared by threads.
class ClusterSearch {
  public:
    /// All are kept by the caller. @param k  1 … rows − 1.
    ClusterSearch(const RowClusters& clusters, const StripSource& strips, std::size_t k, const JobContext& job);

    /// Rows are searched for in blocks of whole clusters, at most kTile of them in each.
    std::size_t blocks() const { return firstCluster_.size() - 1; }
    std::size_t blockOf(std::size_t place) const;
    std::size_t firstPlace(std::size_t block) const { return clusters_.start[firstCluster_[block]]; }

    /// The search for some rows of one block, by one thread.
    class Block {
      public:
        /// @param chosen  Numbers within the block, ascending.
        Block(const ClusterSearch& search, std::size_t block, std::vector<std::int32_t> chosen);
        /// Squared distance of the k-th found so far, about; infinite if there are fewer.
        float farthest(std::int32_t row) const { return farthest_[static_cast<std::size_t>(row)]; }
        bool hasSearched(std::size_t cluster) const { return searched_[cluster] != 0; }
        /// Clusters whose centres are within factor · farthest. Once.
        void reachOut(float factor);
        /// As nearestOfKept(); valid until the next call.
        std::span<const Candidate> nearest(std::int32_t row);
        /// Clusters, and rows in them, that rows were held against, added up over the chosen rows.
        std::size_t clustersSearched() const { return clustersSearched_; }
        std::size_t rowsSearched() const { return rowsSearched_; }

      private:
        void offer(std::span<const std::int32_t> chosen, std::size_t cluster);

        const ClusterSearch& search_;
        std::size_t begin_;
        std::vector<std::int32_t> chosen_;
        NearestLists lists_;
        std::unique_ptr<StripSearch> strips_;
        std::vector<std::uint8_t> searched_;
        std::array<float, kTile> farthest_{};
        std::vector<Candidate> nearest_;
        std::size_t clustersSearched_ = 0, rowsSearched_ = 0;
    };

  private:
    std::vector<std::int32_t> clustersAbout(std::size_t block) const;

    const RowClusters& clusters_;
    const StripSource& strips_;
    std::size_t k_;
    std::size_t keep_;
    NearCentres near_;
    std::vector<std::size_t> firstCluster_;  // of each block, and the end
};

}  // namespace facespace
