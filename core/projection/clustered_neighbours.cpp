#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <unordered_set>
#include "core/common/parallel.h"
#include "core/projection/block_search.h"
#include "core/projection/finite_rows.h"
#include "core/projection/neighbours.h"

namespace facespace {
namespace {
std::uint64_t mix(std::uint64_t h) {
    h += 0x9e3779b97f4a7c15ULL;
    h = (h ^ (h >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27U)) * 0x94d049bb133111ebULL;
    return h ^ (h >> 31U);
}

/// `count` different row numbers, ascending.
std::vector<std::int32_t> sampleRows(std::size_t n, std::size_t count, std::uint64_t seed) {
    std::unordered_set<std::int32_t> chosen;
    for (std::uint64_t t = 0; chosen.size() < std::min(count, n); ++t)
        chosen.insert(static_cast<std::int32_t>(mix(seed ^ mix(t)) % n));
    std::vector<std::int32_t> rows(chosen.begin(), chosen.end());
    std::sort(rows.begin(), rows.end());
    return rows;
}

FeatureMatrix pick(const FeatureMatrix& x, const std::vector<std::int32_t>& which) {
    FeatureMatrix rows(static_cast<Eigen::Index>(which.size()), x.cols());
    for (std::size_t i = 0; i < which.size(); ++i) rows.row(static_cast<Eigen::Index>(i)) = x.row(which[i]);
    return rows;
}

/// Calls use(row, candidates nearest first) for each row of `queries`, searched among all of `rows`.
template <class Use>
void searchAll(const FeatureMatrix& queries, const FeatureMatrix& rows, std::size_t keep, const JobContext& job,
               const Use& use) {
    const std::vector<float> queryNorms = paddedNorms(queries);
    const std::vector<float> norms = paddedNorms(rows);
    const auto depth = static_cast<std::size_t>(rows.cols());
    parallelChunks(static_cast<std::size_t>(queries.rows()), kTile, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        BlockSearch block(queries.data() + begin * depth, queryNorms.data() + begin, end - begin, depth, keep);
        block.search(rows, norms, 0, static_cast<std::size_t>(rows.rows()));
        for (std::size_t i = begin; i < end; ++i) use(i, block.nearest(i - begin, rows, norms));
    });
}

std::vector<std::int32_t> assign(const FeatureMatrix& x, const FeatureMatrix& centres, const JobContext& job) {
    std::vector<std::int32_t> cluster(static_cast<std::size_t>(x.rows()), 0);
    searchAll(x, centres, 1, job, [&](std::size_t i, std::span<Candidate> nearest) { cluster[i] = nearest[0].row(); });
    return cluster;
}

/// Lloyd's k-means on a sample, five rounds: good enough to divide the rows.
FeatureMatrix centresOf(const FeatureMatrix& x, std::size_t clusters, std::uint64_t seed, const JobContext& job) {
    const FeatureMatrix sample = pick(x, sampleRows(static_cast<std::size_t>(x.rows()), clusters * 40, seed));
    FeatureMatrix centres = pick(sample, sampleRows(static_cast<std::size_t>(sample.rows()), clusters, seed + 1));
    for (int round = 0; round < 5 && !job.cancelled(); ++round) {
        const auto cluster = assign(sample, centres, job);
        Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(x.cols(), centres.rows());
        Eigen::VectorXd counts = Eigen::VectorXd::Zero(centres.rows());
        for (std::size_t i = 0; i < cluster.size(); ++i) {
            sums.col(cluster[i]) += sample.row(static_cast<Eigen::Index>(i)).cast<double>().transpose();
            counts[cluster[i]] += 1.0;
        }
        for (Eigen::Index c = 0; c < centres.rows(); ++c)
            if (counts[c] > 0) centres.row(c) = (sums.col(c) / counts[c]).cast<float>().transpose();
    }
    return centres;
}

/// The rows in the order of clusters, and for each cluster the others by distance of centres.
struct Division {
    std::vector<std::int32_t> order;    // row of x at each place
    std::vector<std::size_t> start;     // first place of each cluster
    std::vector<std::int32_t> nearest;  // clusters × clusters, itself first
    FeatureMatrix rows;                 // x in that order
    std::vector<float> norms;
    std::size_t clusters() const { return start.size() - 1; }
};

Division divide(FeatureMatrix x, std::size_t clusters, std::uint64_t seed, const JobContext& job) {
    const FeatureMatrix centres = centresOf(x, clusters, seed, job);
    const auto cluster = assign(x, centres, job);
    Division d;
    d.start.assign(clusters + 1, 0);
    for (const std::int32_t c : cluster) ++d.start[static_cast<std::size_t>(c) + 1];
    std::partial_sum(d.start.begin(), d.start.end(), d.start.begin());
    d.order.resize(cluster.size());
    auto next = d.start;
    for (std::size_t i = 0; i < cluster.size(); ++i)
        d.order[next[static_cast<std::size_t>(cluster[i])]++] = static_cast<std::int32_t>(i);
    d.rows = pick(x, d.order);
    d.norms = paddedNorms(d.rows);
    d.nearest.resize(clusters * clusters);
    searchAll(centres, centres, clusters, job, [&](std::size_t c, std::span<Candidate> near) {
        for (std::size_t r = 0; r < clusters; ++r) d.nearest[c * clusters + r] = near[r].row();
    });
    return d;
}

/// Searches the nearest `probes` clusters for the rows at places begin … end − 1, all of one cluster.
template <class Use>
void searchBlock(const Division& d, std::size_t cluster, std::size_t begin, std::size_t end, std::size_t probes,
                 std::size_t keep, const Use& use) {
    const auto depth = static_cast<std::size_t>(d.rows.cols());
    BlockSearch block(d.rows.data() + begin * depth, d.norms.data() + begin, end - begin, depth, keep);
    for (std::size_t p = 0; p < probes; ++p) {
        const auto other = static_cast<std::size_t>(d.nearest[cluster * d.clusters() + p]);
        block.search(d.rows, d.norms, d.start[other], d.start[other + 1]);
    }
    for (std::size_t at = begin; at < end; ++at) use(at, block.nearest(at - begin, d.rows, d.norms));
}

struct Block {
    std::size_t cluster, begin, end;
};
std::vector<Block> blocksOf(const Division& d) {
    std::vector<Block> blocks;
    for (std::size_t c = 0; c < d.clusters(); ++c)
        for (std::size_t begin = d.start[c]; begin < d.start[c + 1]; begin += kTile)
            blocks.push_back({c, begin, std::min(begin + kTile, d.start[c + 1])});
    return blocks;
}

/// True neighbours (places, ascending) of sampled places.
std::vector<std::vector<std::int32_t>> truth(const Division& d, const std::vector<std::int32_t>& places, std::size_t k,
                                             const JobContext& job) {
    std::vector<std::vector<std::int32_t>> result(places.size());
    searchAll(pick(d.rows, places), d.rows, k + 1, job, [&](std::size_t i, std::span<Candidate> near) {
        for (const Candidate& c : near)
            if (c.row() != places[i] && result[i].size() < k) result[i].push_back(c.row());
        std::sort(result[i].begin(), result[i].end());
    });
    return result;
}

double recallOf(const Division& d, const std::vector<std::int32_t>& places,
                const std::vector<std::vector<std::int32_t>>& expected, std::size_t probes, std::size_t k) {
    std::vector<std::size_t> found(places.size(), 0);
    parallelChunks(places.size(), 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
            const auto at = static_cast<std::size_t>(places[s]);
            const auto cluster =
                static_cast<std::size_t>(std::upper_bound(d.start.begin(), d.start.end(), at) - d.start.begin()) - 1;
            searchBlock(d, cluster, at, at + 1, probes, k + 1, [&](std::size_t, std::span<Candidate> near) {
                for (const Candidate& c : near)
                    found[s] += std::binary_search(expected[s].begin(), expected[s].end(), c.row()) ? 1U : 0U;
            });
        }
    });
    return static_cast<double>(std::accumulate(found.begin(), found.end(), std::size_t{0})) /
           static_cast<double>(places.size() * k);
}
}  // namespace

Result<ClusteredNeighbours> clusteredNeighbours(const FeatureMatrix& x, int k, Metric metric,
                                                const ClusteredOptions& options, const JobContext& job) {
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    const auto n = static_cast<std::size_t>(x.rows());
    const auto kept = static_cast<std::size_t>(k);
    if (k < 1 || k >= x.rows())
        return fail(ErrorCode::kInvalid,
                    say("{} neighbours of each of {} images cannot be found: ask for 1 to {}.", k, x.rows(), x.rows() - 1));
    const auto clusters = std::clamp<std::size_t>(static_cast<std::size_t>(2.0 * std::sqrt(static_cast<double>(n))), 1,
                                                  std::max<std::size_t>(1, n / 32));
    const Division d = divide(metricRows(x, metric), clusters, options.seed, job);
    if (job.cancelled()) return cancelled();
    const auto places = sampleRows(n, static_cast<std::size_t>(std::max(options.sample, 1)), options.seed + 2);
    const auto expected = truth(d, places, kept, job);
    if (job.cancelled()) return cancelled();
    ClusteredNeighbours result;
    result.clusters = static_cast<int>(clusters);
    // Enough clusters to hold k others for certain, then half as many more until the sample is content.
    for (std::size_t probes = std::min<std::size_t>(8, clusters);; probes = std::min(clusters, probes + (probes + 1) / 2)) {
        if (job.cancelled()) return cancelled();
        result.probes = static_cast<int>(probes);
        result.recall = recallOf(d, places, expected, probes, kept);
        if (result.recall >= options.recall || probes == clusters) break;
    }
    NeighbourGraph& graph = result.graph;
    graph.k = k;
    graph.index.resize(n * kept);
    graph.squaredDistance.resize(n * kept);
    const auto blocks = blocksOf(d);
    std::atomic<std::int64_t> done{0};
    std::atomic<bool> starved{false};
    parallelChunks(blocks.size(), 1, [&](std::size_t b, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const auto store = [&](std::size_t at, std::span<Candidate> near) {
            const auto i = static_cast<std::size_t>(d.order[at]);
            std::size_t c = 0;
            for (const Candidate& candidate : near) {
                if (static_cast<std::size_t>(candidate.row()) == at || c == kept) continue;
                graph.index[i * kept + c] = d.order[static_cast<std::size_t>(candidate.row())];
                graph.squaredDistance[i * kept + c++] = candidate.squaredDistance();
            }
            if (c < kept) starved = true;
        };
        searchBlock(d, blocks[b].cluster, blocks[b].begin, blocks[b].end, static_cast<std::size_t>(result.probes), kept + 1,
                    store);
        if (const std::int64_t count = ++done; count % 64 == 0)
            job.progress(say("neighbours"), count, static_cast<std::int64_t>(blocks.size()));
    });
    if (job.cancelled()) return cancelled();
    if (starved) {  // clusters too small to hold k rows: only exact search will do
        auto exact = exactNeighbours(x, k, metric, job);
        if (!exact) return forward(exact);
        return ClusteredNeighbours{std::move(*exact), 1.0, result.clusters, result.clusters};
    }
    return result;
}

Result<ClusteredNeighbours> mapNeighbours(const FeatureMatrix& x, int k, Metric metric, const JobContext& job) {
    constexpr Eigen::Index kExactUpTo = 150000;
    if (x.rows() > kExactUpTo) return clusteredNeighbours(x, k, metric, {}, job);
    auto exact = exactNeighbours(x, k, metric, job);
    if (!exact) return forward(exact);
    return ClusteredNeighbours{std::move(*exact), 1.0, 0, 0};
}

}  // namespace facespace
