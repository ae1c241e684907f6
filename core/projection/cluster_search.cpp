#include "core/projection/cluster_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace facespace {
namespace {
constexpr std::size_t kFirstRows = 4;  // times k, at least, that a row is first held against

/// Clusters are seldom smaller than a quarter of the usual size.
std::size_t nearFor(std::size_t k, std::size_t clusters) {
    return std::min(clusters, 16 + kFirstRows * k / (RowClusters::kUsual / 4));
}
}  // namespace

std::size_t keptForBytes(std::size_t k) { return k + std::max<std::size_t>(8, k / 8); }

void nearestOfKept(const RowClusters& clusters, std::size_t place, std::span<const Candidate> kept, std::size_t k,
                   std::vector<Candidate>& nearest) {
    const auto depth = static_cast<std::size_t>(clusters.rows.cols());
    const float* rows = clusters.rows.data();
    nearest.clear();
    for (const Candidate& c : kept) {
        const auto other = static_cast<std::size_t>(c.row());
        const float apart = kernels().squaredDistance(rows + place * depth, rows + other * depth, depth);
        nearest.emplace_back(apart, clusters.order[other]);
    }
    const std::size_t count = std::min(k, nearest.size());
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count), nearest.end());
    nearest.resize(count);
}

void store(std::span<const Candidate> nearest, std::size_t row, NeighbourGraph& graph) {
    const std::size_t at = row * static_cast<std::size_t>(graph.k);
    for (std::size_t c = 0; c < nearest.size(); ++c) {
        graph.index[at + c] = nearest[c].row();
        graph.squaredDistance[at + c] = nearest[c].squaredDistance();
    }
}

ClusterSearch::ClusterSearch(const RowClusters& clusters, const StripSource& strips, std::size_t k, const JobContext& job)
    : clusters_(clusters),
      strips_(strips),
      k_(k),
      keep_(std::min(keptForBytes(k), clusters.order.size() - 1)),
      near_(clusters.centres, nearFor(k, clusters.count()), job) {
    for (std::size_t c = 0; c < clusters.count(); ++c)
        if (c == 0 || clusters.start[c + 1] - clusters.start[firstCluster_.back()] > kTile) firstCluster_.push_back(c);
    firstCluster_.push_back(clusters.count());
}

std::size_t ClusterSearch::blockOf(std::size_t place) const {
    const auto cluster = static_cast<std::size_t>(clusters_.of[place]);
    return static_cast<std::size_t>(std::ranges::upper_bound(firstCluster_, cluster) - firstCluster_.begin()) - 1;
}

/// Each of the block's clusters with those nearest to it; ascending.
std::vector<std::int32_t> ClusterSearch::clustersAbout(std::size_t block) const {
    std::vector<std::int32_t> about;
    for (std::size_t own = firstCluster_[block]; own < firstCluster_[block + 1]; ++own) {
        about.push_back(static_cast<std::int32_t>(own));
        std::size_t rows = 0;
        for (const std::int32_t c : near_.of(own)) {
            if (rows > kFirstRows * k_) break;
            rows += clusters_.size(static_cast<std::size_t>(c));
            about.push_back(c);
        }
    }
    std::ranges::sort(about);
    about.erase(std::unique(about.begin(), about.end()), about.end());
    return about;
}

ClusterSearch::Block::Block(const ClusterSearch& search, std::size_t block, std::vector<std::int32_t> chosen)
    : search_(search),
      begin_(search.firstPlace(block)),
      chosen_(std::move(chosen)),
      lists_(search.firstPlace(block + 1) - begin_, search.keep_),
      strips_(search.strips_.block(begin_)),
      searched_(search.clusters_.count(), 0) {
    for (const std::int32_t c : search.clustersAbout(block)) {
        searched_[static_cast<std::size_t>(c)] = 1;
        offer(chosen_, static_cast<std::size_t>(c));
    }
    for (const std::int32_t row : chosen_) {
        const auto list = lists_.take(static_cast<std::size_t>(row));
        float& farthest = farthest_[static_cast<std::size_t>(row)];
        farthest = std::numeric_limits<float>::infinity();
        if (list.size() < search.k_) continue;
        const auto last = list.begin() + static_cast<std::ptrdiff_t>(search.k_) - 1;
        std::nth_element(list.begin(), last, list.end());
        farthest = last->squaredDistance();
    }
}

void ClusterSearch::Block::offer(std::span<const std::int32_t> chosen, std::size_t cluster) {
    strips_->offer(chosen, cluster, lists_);
    clustersSearched_ += chosen.size();
    rowsSearched_ += chosen.size() * search_.clusters_.size(cluster);
}

void ClusterSearch::Block::reachOut(float factor) {
    constexpr float kAll = std::numeric_limits<float>::max();  // what fills up strips is farther still
    std::array<float, kTile> reach{};
    reach.fill(-kAll);
    for (const std::int32_t row : chosen_)
        if (farthest(row) > 0)  // else nothing is nearer, and of equal rows there may be any number
            reach[static_cast<std::size_t>(row)] =
                std::isfinite(farthest(row)) ? std::min(factor * farthest(row), kAll) : kAll;
    std::vector<RowBits> rows(search_.clusters_.count(), RowBits{});
    strips_->reached(chosen_, reach.data(), rows);
    std::vector<std::int32_t> chosen;
    for (std::size_t c = 0; c < rows.size(); ++c) {
        if (hasSearched(c)) continue;
        chosen.clear();
        for (std::size_t word = 0; word < rows[c].size(); ++word)
            for (std::uint64_t bits = rows[c][word]; bits != 0; bits &= bits - 1)
                chosen.push_back(static_cast<std::int32_t>(word * 64) + std::countr_zero(bits));
        if (!chosen.empty()) offer(chosen, c);
    }
}

std::span<const Candidate> ClusterSearch::Block::nearest(std::int32_t row) {
    const auto at = static_cast<std::size_t>(row);
    nearestOfKept(search_.clusters_, begin_ + at, lists_.take(at), search_.k_, nearest_);
    return nearest_;
}

}  // namespace facespace
