#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include "core/common/parallel.h"
#include "core/projection/block_search.h"
#include "core/projection/byte_pairs.h"
#include "core/projection/cluster_search.h"
#include "core/projection/finite_rows.h"
#include "core/projection/neighbours.h"
#include "core/projection/tile_product.h"

namespace facespace {
namespace {
constexpr float kRounding = 1.00001F;  // of distances that are computed in two ways

/// The rows that the recall is measured on, and their true neighbours.
struct RecallSample {
    std::vector<std::int32_t> places;      // ascending
    std::vector<std::int32_t> neighbours;  // k of each, as places
    std::vector<float> farthest;           // squared distance of the k-th
};

RecallSample sampleOf(const RowClusters& clusters, std::size_t k, const ClusteredOptions& options, const JobContext& job) {
    RecallSample s;
    s.places = sampleOfRows(clusters.order.size(), static_cast<std::size_t>(std::max(options.sample, 1)), options.seed + 2);
    s.neighbours.resize(s.places.size() * k);
    s.farthest.resize(s.places.size());
    const FeatureMatrix queries = clusters.rows(s.places, Eigen::all);
    const std::vector<float> queryNorms = paddedNorms(queries), norms = paddedNorms(clusters.rows);
    const auto depth = static_cast<std::size_t>(queries.cols());
    parallelChunks(s.places.size(), kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        BlockSearch block(queries.data() + begin * depth, queryNorms.data() + begin, end - begin, depth,
                          std::min(k + 6, clusters.order.size()));
        block.search(clusters.rows, norms, 0, clusters.order.size());
        for (std::size_t i = begin; i < end; ++i) {
            std::size_t found = 0;
            for (const Candidate& c : block.nearest(i - begin, clusters.rows, norms)) {
                if (c.row() == s.places[i] || found == k) continue;
                s.neighbours[i * k + found++] = c.row();
                s.farthest[i] = c.squaredDistance();
            }
        }
    });
    return s;
}

/// What reaching out for the sample's rows finds.
struct RecallTrial {
    double recall = 0.0;
    double clusters = 0.0;  // searched for each row, on average
    double share = 0.0;     // of all rows
};

class Calibration {
  public:
    Calibration(const RowClusters& clusters, const ClusterSearch& search, const RecallSample& sample, std::size_t k,
                const JobContext& job)
        : clusters_(clusters), search_(search), sample_(sample), k_(k), job_(job) {
        findFactors();
    }

    /// The factor with which so many of the true neighbours are in clusters that are searched.
    float factorFor(double share) {
        const auto at = static_cast<std::size_t>(share * static_cast<double>(factors_.size() - 1));
        std::nth_element(factors_.begin(), factors_.begin() + static_cast<std::ptrdiff_t>(at), factors_.end());
        return factors_[at] * 1.00001F;
    }

    RecallTrial tried(float factor) const {
        std::vector<std::size_t> found(sample_.places.size(), 0), clusters(found), rows(found);
        each([&](std::size_t i, std::int32_t row, ClusterSearch::Block& block) {
            block.reachOut(factor);
            for (const Candidate& c : block.nearest(row))
                found[i] += c.squaredDistance() <= sample_.farthest[i] * kRounding ? 1U : 0U;
            clusters[i] = block.clustersSearched();
            rows[i] = block.rowsSearched();
        });
        const auto mean = [&](const std::vector<std::size_t>& of) {
            return static_cast<double>(std::accumulate(of.begin(), of.end(), std::size_t{0})) /
                   static_cast<double>(of.size());
        };
        return {mean(found) / static_cast<double>(k_), mean(clusters),
                mean(rows) / static_cast<double>(clusters_.order.size())};
    }

  private:
    template <class Use>
    void each(const Use& use) const {
        parallelChunks(sample_.places.size(), 4, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end && !job_.cancelled(); ++i) {
                const auto place = static_cast<std::size_t>(sample_.places[i]);
                const std::size_t at = search_.blockOf(place);
                const auto row = static_cast<std::int32_t>(place - search_.firstPlace(at));
                ClusterSearch::Block block(search_, at, {row});
                use(i, row, block);
            }
        });
    }

    /// For each true neighbour of the sample's rows the least factor with which it is found.
    void findFactors() {
        factors_.assign(sample_.neighbours.size(), 0.0F);
        const auto depth = static_cast<std::size_t>(clusters_.rows.cols());
        each([&](std::size_t i, std::int32_t row, const ClusterSearch::Block& block) {
            const float farthest = block.farthest(row);
            if (farthest <= sample_.farthest[i]) return;  // k rows as near as the true ones are found already
            const float* own = clusters_.rows.data() + static_cast<std::size_t>(sample_.places[i]) * depth;
            for (std::size_t c = 0; c < k_; ++c) {
                const auto other = static_cast<std::size_t>(sample_.neighbours[i * k_ + c]);
                const auto cluster = static_cast<std::size_t>(clusters_.of[other]);
                if (block.hasSearched(cluster)) continue;
                const float apart = kernels().squaredDistance(own, clusters_.centres.data() + cluster * depth, depth);
                const float factor = apart / farthest;
                factors_[i * k_ + c] = std::isfinite(factor) ? factor : std::numeric_limits<float>::max();
            }
        });
    }

    const RowClusters& clusters_;
    const ClusterSearch& search_;
    const RecallSample& sample_;
    std::size_t k_;
    const JobContext& job_;
    std::vector<float> factors_;
};

/// How far rows reach out, and what that finds.
struct SearchPlan {
    float factor = 0.0F;
    RecallTrial trial;
};

/// The least reach with which the sample has the wanted recall, or nearly the widest.
SearchPlan planned(Calibration calibration, double recall, const JobContext& job) {
    SearchPlan plan;
    double share = recall + (1 - recall) / 10;  // a sample's recall is that of all rows but for chance
    for (int attempt = 0; attempt < 4 && !job.cancelled(); ++attempt) {
        plan.factor = calibration.factorFor(share);
        plan.trial = calibration.tried(plan.factor);
        if (plan.trial.recall >= recall) break;
        share = std::min(1.0, share + 1.5 * (recall - plan.trial.recall));
    }
    return plan;
}

/// Writes the neighbours of all rows. @return false where a row has fewer than k.
bool searchAll(const RowClusters& clusters, const ClusterSearch& search, float factor, NeighbourGraph& graph,
               const JobContext& job) {
    const auto k = static_cast<std::size_t>(graph.k);
    std::atomic<std::int64_t> done{0};
    std::atomic<bool> all{true};
    parallelChunks(search.blocks(), 1, [&](std::size_t b, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const std::size_t begin = search.firstPlace(b);
        std::vector<std::int32_t> rows(search.firstPlace(b + 1) - begin);
        std::iota(rows.begin(), rows.end(), 0);
        ClusterSearch::Block block(search, b, rows);
        block.reachOut(factor);
        for (const std::int32_t row : rows) {
            const auto nearest = block.nearest(row);
            store(nearest, static_cast<std::size_t>(clusters.order[begin + static_cast<std::size_t>(row)]), graph);
            if (nearest.size() < k) all = false;
        }
        if (const std::int64_t count = ++done; count % 16 == 0)
            job.progress(say("neighbours"), count, static_cast<std::int64_t>(search.blocks()));
    });
    return all;
}

/// Distances do not change; what eight bits and the expansion of distances lose is less.
FeatureMatrix centredRows(FeatureMatrix rows, Metric metric) {
    if (metric == Metric::kCosine) rows.rowwise() -= columnMean(rows).transpose();
    return rows;
}

/// The sample's share of neighbours that are no farther than the true k-th.
double recallOf(const NeighbourGraph& graph, const RowClusters& clusters, const RecallSample& sample) {
    const auto k = static_cast<std::size_t>(graph.k);
    std::size_t found = 0;
    for (std::size_t i = 0; i < sample.places.size(); ++i) {
        const auto row = static_cast<std::size_t>(clusters.order[static_cast<std::size_t>(sample.places[i])]);
        for (std::size_t c = 0; c < k; ++c)
            found += graph.squaredDistance[row * k + c] <= sample.farthest[i] * kRounding ? 1U : 0U;
    }
    return static_cast<double>(found) / static_cast<double>(sample.places.size() * k);
}

/// By the strips given; nothing if not even the widest reach would do.
std::optional<ClusteredNeighbours> searchBy(const StripSource& strips, bool byBytes, const RowClusters& clusters,
                                            const RecallSample& sample, int k, const ClusteredOptions& options,
                                            const JobContext& job) {
    // From such a share of the rows on every pair once is cheaper. Its lists are of all rows at once: not for a million.
    constexpr double kPairsFrom = 0.45;
    constexpr std::size_t kMostOfPairs = 150000;
    const ClusterSearch search(clusters, strips, static_cast<std::size_t>(k), job);
    const SearchPlan plan =
        planned(Calibration(clusters, search, sample, static_cast<std::size_t>(k), job), options.recall, job);
    if (plan.trial.recall < options.recall && !job.cancelled()) return std::nullopt;
    ClusteredNeighbours found;
    found.recall = plan.trial.recall;
    found.clusters = static_cast<int>(clusters.count());
    found.probes = static_cast<int>(std::lround(plan.trial.clusters));
    found.graph.k = k;
    const std::size_t size = clusters.order.size() * static_cast<std::size_t>(k);
    found.graph.index.resize(size);
    found.graph.squaredDistance.resize(size);
    if (!byBytes || plan.trial.share < kPairsFrom || clusters.order.size() > kMostOfPairs)
        return searchAll(clusters, search, plan.factor, found.graph, job) ? std::optional(std::move(found)) : std::nullopt;
    if (!searchPairsByBytes(clusters, found.graph, job)) return std::nullopt;
    found.probes = found.clusters;
    found.recall = recallOf(found.graph, clusters, sample);
    return found;
}
}  // namespace

Result<ClusteredNeighbours> clusteredNeighbours(const FeatureMatrix& x, int k, Metric metric,
                                                const ClusteredOptions& options, const JobContext& job) {
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    if (k < 1 || k >= x.rows())
        return fail(ErrorCode::kInvalid,
                    say("{} neighbours of each of {} images cannot be found: ask for 1 to {}.", k, x.rows(), x.rows() - 1));
    const RowClusters clusters = clusterRows(centredRows(metricRows(x, metric), metric), options.seed, job);
    if (job.cancelled()) return cancelled();
    const RecallSample sample = sampleOf(clusters, static_cast<std::size_t>(k), options, job);
    for (const bool byBytes : {true, false}) {
        const auto strips = byBytes ? byteStrips(clusters) : floatStrips(clusters);
        if (!strips) continue;
        auto found = searchBy(*strips, byBytes, clusters, sample, k, options, job);
        if (job.cancelled()) return cancelled();
        if (found) return std::move(*found);
    }
    // Rows whose products are beyond all numbers: only exact search will do.
    auto exact = exactNeighbours(x, k, metric, job);
    if (!exact) return forward(exact);
    const auto all = static_cast<int>(clusters.count());
    return ClusteredNeighbours{{1.0, all, all}, std::move(*exact)};
}

Result<ClusteredNeighbours> mapNeighbours(const FeatureMatrix& x, int k, Metric metric, const JobContext& job) {
    constexpr Eigen::Index kManyRows = 150000;
    if (x.rows() > kMostExactRows)
        return clusteredNeighbours(x, k, metric, {.recall = x.rows() > kManyRows ? 0.95 : 0.98}, job);
    auto exact = exactNeighbours(x, k, metric, job);
    if (!exact) return forward(exact);
    return ClusteredNeighbours{{}, std::move(*exact)};
}

}  // namespace facespace
