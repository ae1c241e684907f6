#include "core/projection/quality.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"
#include "core/projection/kernels.h"
#include "core/projection/pair_scan.h"
#include "core/projection/planar_distances.h"

namespace facespace {
namespace {
std::vector<double> ranksWithTies(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (std::size_t i = first; i <= last; ++i) ranks[order[i]] = 0.5 * static_cast<double>(first + last);
        first = last + 1;
    }
    return ranks;
}

/// Ranks on the map of each image's neighbours in the features.
std::vector<std::int32_t> mapRanks(const PlanarPoints& points, const NeighbourGraph& inData, const JobContext& job) {
    constexpr std::size_t kColumns = 1024;
    const std::size_t n = points.size();
    const auto k = static_cast<std::size_t>(inData.k);
    std::vector<float> distance(inData.index.size());
    parallelChunks(n, 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t c = i * k; c < (i + 1) * k; ++c) {
                const auto j = static_cast<std::size_t>(inData.index[c]);
                points.distances(i, j, j + 1, &distance[c]);
            }
    });
    RankCounter counter(inData, std::move(distance), std::vector<float>(n, 0.0F));
    parallelChunks(n, 64, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        alignas(64) std::array<float, kColumns> row{};
        std::array<std::int32_t, kColumns + 16> hits{};
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t j0 = 0; j0 < n; j0 += kColumns) {
                const std::size_t j1 = std::min(n, j0 + kColumns);
                points.distances(i, j0, j1, row.data());
                if (i >= j0 && i < j1) row[i - j0] = std::numeric_limits<float>::infinity();  // not its own neighbour
                const int below = kernels().collectBelow(row.data(), j1 - j0, counter.limits()[i], hits.data());
                for (int h = 0; h < below; ++h)
                    counter.see(i, row[static_cast<std::size_t>(hits[static_cast<std::size_t>(h)])]);
            }
    });
    return counter.ranks();
}

/// 1 − 2/(N k (2N − 3k − 1)) Σ (rank − k) over listed neighbours whose rank in the other space is beyond k.
double rankMeasure(const std::vector<std::int32_t>& ranks, std::size_t listed, std::size_t k) {
    double excess = 0;
    const std::size_t n = ranks.size() / listed;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t c = 0; c < k; ++c)
            excess += std::max(0.0, static_cast<double>(ranks[i * listed + c]) - static_cast<double>(k));
    const auto nd = static_cast<double>(n);
    const auto kd = static_cast<double>(k);
    return 1.0 - 2.0 / (nd * kd * (2.0 * nd - 3.0 * kd - 1.0)) * excess;
}

Eigen::VectorXf sharedNeighbours(const NeighbourGraph& a, const NeighbourGraph& b, std::size_t k) {
    Eigen::VectorXf share(static_cast<Eigen::Index>(a.rows()));
    const auto ka = static_cast<std::size_t>(a.k);
    const auto kb = static_cast<std::size_t>(b.k);
    parallelChunks(a.rows(), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::int32_t> of(k);
        for (std::size_t i = begin; i < end; ++i) {
            std::copy_n(b.index.begin() + static_cast<std::ptrdiff_t>(i * kb), k, of.begin());
            std::sort(of.begin(), of.end());
            std::size_t common = 0;
            for (std::size_t c = 0; c < k; ++c)
                common += std::binary_search(of.begin(), of.end(), a.index[i * ka + c]) ? 1U : 0U;
            share[static_cast<Eigen::Index>(i)] = static_cast<float>(common) / static_cast<float>(k);
        }
    });
    return share;
}

Eigen::MatrixXd centroids(const FeatureMatrix& x, std::span<const int> classes) {
    std::map<int, Eigen::Index> row;
    for (const int c : classes)
        if (c >= 0) row.try_emplace(c, static_cast<Eigen::Index>(row.size()));
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(row.size()), x.cols());
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(sums.rows());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] < 0) continue;
        const Eigen::Index r = row.at(classes[i]);
        sums.row(r) += x.row(static_cast<Eigen::Index>(i)).cast<double>();
        counts[r] += 1.0;
    }
    return counts.cwiseInverse().asDiagonal() * sums;
}

double centroidCorrelation(const FeatureMatrix& rows, const Embedding& map, std::span<const int> classes) {
    const Eigen::MatrixXd a = centroids(rows, classes);
    const Eigen::MatrixXd b = centroids(map, classes);
    if (a.rows() < 3) return kNoValue;
    std::vector<double> da;
    std::vector<double> db;
    for (Eigen::Index i = 0; i < a.rows(); ++i)
        for (Eigen::Index j = i + 1; j < a.rows(); ++j) {
            da.push_back((a.row(i) - a.row(j)).squaredNorm());
            db.push_back((b.row(i) - b.row(j)).squaredNorm());
        }
    return spearman(da, db);
}

/// The same graph with the k nearest alone.
NeighbourGraph nearestOf(const NeighbourGraph& graph, int k) {
    if (k == graph.k) return graph;
    NeighbourGraph fewer;
    fewer.k = k;
    for (std::size_t i = 0; i < graph.rows(); ++i) {
        const auto first = static_cast<std::ptrdiff_t>(i) * graph.k;
        fewer.index.insert(fewer.index.end(), graph.index.begin() + first, graph.index.begin() + first + k);
        fewer.squaredDistance.insert(fewer.squaredDistance.end(), graph.squaredDistance.begin() + first,
                                     graph.squaredDistance.begin() + first + k);
    }
    return fewer;
}

/// Σ over i ≠ j of 1/(1 + |yᵢ − yⱼ|²).
double exactNormalisation(const PlanarPoints& points) {
    constexpr std::size_t kColumns = 1024;
    const std::size_t n = points.size();
    std::vector<double> sums(chunkCount(n, 64));
    parallelChunks(n, 64, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::array<float, kColumns> distance{};
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t j0 = 0; j0 < n; j0 += kColumns) {
                const std::size_t j1 = std::min(n, j0 + kColumns);
                points.distances(i, j0, j1, distance.data());
                // Sixteen sums side by side: they vectorise, and lose less to rounding than one.
                std::array<float, 16> part{};
                for (std::size_t j = j1 - j0; j < kColumns; ++j) distance[j] = std::numeric_limits<float>::infinity();
                for (std::size_t j = 0; j < kColumns; j += 16)
                    for (std::size_t l = 0; l < 16; ++l) part[l] += 1.0F / (1.0F + distance[j + l]);
                for (const float p : part) sum += static_cast<double>(p);
            }
        sums[chunk] = sum - static_cast<double>(end - begin);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

tl::expected<void, Error> check(const FeatureMatrix& x, const Embedding& map, const QualityOptions& options,
                                std::span<const int> classes) {
    if (const auto ok = checkFiniteRows(x); !ok) return ok;
    if (map.rows() != x.rows() || (!classes.empty() && classes.size() != static_cast<std::size_t>(x.rows())))
        return fail(ErrorCode::kInvalid, say("A map of {} points cannot be judged by {} feature rows and {} labels.",
                                             map.rows(), x.rows(), classes.size()));
    if (const auto ok = checkFiniteRows(map); !ok) return ok;
    if (x.rows() < 4) return fail(ErrorCode::kInvalid, say("The quality of a map needs at least 4 images."));
    if (options.neighbours.empty()) return fail(ErrorCode::kInvalid, say("Say how many neighbours to judge a map by."));
    for (const int k : options.neighbours)
        if (k < 1 || 2 * k >= x.rows())
            return fail(ErrorCode::kInvalid,
                        say("{} neighbours cannot be judged among {} images: ask for fewer than half.", k, x.rows()));
    return {};
}
}  // namespace

double spearman(std::span<const double> a, std::span<const double> b) {
    if (a.size() != b.size() || a.size() < 2) return kNoValue;
    const auto ra = ranksWithTies(a);
    const auto rb = ranksWithTies(b);
    const double mean = 0.5 * static_cast<double>(a.size() - 1);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < ra.size(); ++i) {
        ab += (ra[i] - mean) * (rb[i] - mean);
        aa += (ra[i] - mean) * (ra[i] - mean);
        bb += (rb[i] - mean) * (rb[i] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

double exactKlDivergence(const Affinities& p, const Embedding& map) {
    const std::size_t n = p.rows();
    if (n < 2) return 0.0;
    const double logZ = std::log(exactNormalisation(PlanarPoints(map)));
    std::vector<double> sums(chunkCount(n, 256));
    parallelChunks(n, 256, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t e = p.rowStart[i]; e < p.rowStart[i + 1]; ++e) {
                const auto weight = static_cast<double>(p.weight[e]);
                if (!(weight > 0)) continue;
                const auto own = map.row(static_cast<Eigen::Index>(i)).cast<double>();
                const double d2 = (own - map.row(p.to[e]).cast<double>()).squaredNorm();
                sum += weight * (std::log(weight) + std::log1p(d2) + logZ);
            }
        sums[chunk] = sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

Result<MapQuality> mapQuality(const FeatureMatrix& x, const Embedding& map, const QualityOptions& options,
                              std::span<const int> classes, const JobContext& job) {
    if (const auto ok = check(x, map, options, classes); !ok) return tl::make_unexpected(ok.error());
    const int most = *std::max_element(options.neighbours.begin(), options.neighbours.end());
    const FeatureMatrix rows = metricRows(x, options.metric);
    const PlanarPoints points(map);
    std::vector<double> perplexities = options.perplexities;
    for (double& p : perplexities) p = std::clamp(p, 1.0, static_cast<double>(x.rows() - 1) / 3.0);
    const double widest = perplexities.empty() ? 0.0 : *std::ranges::max_element(perplexities);
    const int forDivergence = static_cast<int>(3.0 * widest);
    const auto found = exactNeighbours(rows, std::max(most, forDivergence), Metric::kEuclidean, job);
    if (!found) return forward(found);
    const auto inData = nearestOf(*found, most);
    const auto onMap = planarNeighbours(points, most, job);
    if (!onMap) return forward(onMap);
    const auto pairs = scanPairs(rows, points, *onMap, job);
    if (!pairs) return forward(pairs);
    const auto ranksOnMap = mapRanks(points, inData, job);
    if (job.cancelled()) return cancelled();
    MapQuality quality;
    quality.neighbours = options.neighbours;
    quality.pointPreservation.resize(x.rows(), static_cast<Eigen::Index>(options.neighbours.size()));
    for (std::size_t c = 0; c < options.neighbours.size(); ++c) {
        const auto k = static_cast<std::size_t>(options.neighbours[c]);
        quality.trustworthiness.push_back(rankMeasure(pairs->dataRanks, static_cast<std::size_t>(most), k));
        quality.continuity.push_back(rankMeasure(ranksOnMap, static_cast<std::size_t>(most), k));
        const auto column = static_cast<Eigen::Index>(c);
        quality.pointPreservation.col(column) = sharedNeighbours(inData, *onMap, k);
        quality.preservation.push_back(quality.pointPreservation.col(column).cast<double>().mean());
    }
    quality.distanceCorrelation = pairs->distanceCorrelation;
    quality.centroidCorrelation = centroidCorrelation(rows, map, classes);
    quality.klDivergence = kNoValue;
    if (perplexities.empty()) return quality;
    const auto p = affinities(nearestOf(*found, forDivergence), perplexities, job);
    if (!p) return forward(p);
    quality.klDivergence = exactKlDivergence(*p, map);
    return quality;
}

Result<double> mapAgreement(const Embedding& a, const Embedding& b, int k, const JobContext& job) {
    for (const Embedding* map : {&a, &b})
        if (const auto ok = checkFiniteRows(*map); !ok) return tl::make_unexpected(ok.error());
    if (a.rows() != b.rows() || k < 1 || k >= a.rows())
        return fail(ErrorCode::kInvalid,
                    say("Maps of {} and {} points cannot be compared by {} neighbours.", a.rows(), b.rows(), k));
    const auto inA = planarNeighbours(PlanarPoints(a), k, job);
    if (!inA) return forward(inA);
    const auto inB = planarNeighbours(PlanarPoints(b), k, job);
    if (!inB) return forward(inB);
    return sharedNeighbours(*inA, *inB, static_cast<std::size_t>(k)).cast<double>().mean();
}

}  // namespace facespace
