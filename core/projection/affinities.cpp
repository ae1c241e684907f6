#include "core/projection/affinities.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"

namespace facespace {
namespace {
struct Moments {
    double sum = 0;
    double mean = 0;      // of the distances under the weights
    double variance = 0;  // the same
};

Moments weigh(std::span<const float> d, float nearest, double beta, std::span<float> w) {
    double sum = 0;
    double first = 0;
    double second = 0;
    for (std::size_t j = 0; j < d.size(); ++j) {
        const float offset = d[j] - nearest;
        w[j] = std::exp(static_cast<float>(-beta) * offset);
        sum += static_cast<double>(w[j]);
        first += static_cast<double>(w[j] * offset);
        second += static_cast<double>(w[j] * offset) * static_cast<double>(offset);
    }
    const double mean = first / sum;
    return {sum, mean, std::max(0.0, second / sum - mean * mean)};
}
}  // namespace

void gaussianWeights(std::span<const float> d, double perplexity, std::span<float> w) {
    const float nearest = *std::min_element(d.begin(), d.end());
    double spread = 0;
    for (const float x : d) spread += static_cast<double>(x - nearest);
    spread /= static_cast<double>(d.size());
    if (!(spread > 0) || perplexity >= static_cast<double>(d.size())) {
        std::fill(w.begin(), w.end(), 1.0F / static_cast<float>(d.size()));
        return;
    }
    // Entropy H(β) = ln Σ + β·mean falls with β, dH/d ln β = −β²·variance: Newton in ln β, kept inside a shrinking bracket.
    const double target = std::log(perplexity);
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    double logBeta = -std::log(spread);
    Moments m;
    for (int step = 0; step < 100; ++step) {
        const double beta = std::exp(logBeta);
        m = weigh(d, nearest, beta, w);
        const double excess = std::log(m.sum) + beta * m.mean - target;
        if (std::abs(excess) < 1e-5) break;
        (excess > 0 ? low : high) = logBeta;
        const double slope = beta * beta * m.variance;
        double next = logBeta + (slope > 1e-9 ? std::clamp(excess / slope, -2.0, 2.0) : (excess > 0 ? 2.0 : -2.0));
        if (next <= low || next >= high) next = 0.5 * (low + high);
        if (!std::isfinite(next) || std::abs(next) > 80 || next == logBeta) break;  // ties: this entropy cannot be reached
        logBeta = next;
    }
    const float scale = static_cast<float>(1.0 / m.sum);
    for (float& x : w) x *= scale;
}

namespace {
/// N × k conditional weights, averaged over the perplexities.
std::vector<float> conditional(const NeighbourGraph& graph, std::span<const double> perplexities) {
    const auto k = static_cast<std::size_t>(graph.k);
    std::vector<float> p(graph.index.size(), 0.0F);
    parallelChunks(graph.rows(), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<float> w(k);
        for (std::size_t i = begin; i < end; ++i) {
            const std::span<const float> d(graph.squaredDistance.data() + i * k, k);
            for (const double perplexity : perplexities) {
                gaussianWeights(d, perplexity, w);
                for (std::size_t c = 0; c < k; ++c) p[i * k + c] += w[c] / static_cast<float>(perplexities.size());
            }
        }
    });
    return p;
}

struct Edge {
    std::int32_t to;
    float weight;
};

/// For each row, the rows that list it, in ascending order: a counting sort over the graph.
struct Reverse {
    std::vector<std::size_t> start;
    std::vector<Edge> edges;
};

Reverse reversed(const NeighbourGraph& graph, const std::vector<float>& p) {
    const auto k = static_cast<std::size_t>(graph.k);
    Reverse r;
    r.start.assign(graph.rows() + 1, 0);
    for (const std::int32_t j : graph.index) ++r.start[static_cast<std::size_t>(j) + 1];
    for (std::size_t i = 0; i < graph.rows(); ++i) r.start[i + 1] += r.start[i];
    r.edges.resize(graph.index.size());
    std::vector<std::size_t> next(r.start.begin(), r.start.end() - 1);
    for (std::size_t i = 0; i < graph.rows(); ++i)
        for (std::size_t c = 0; c < k; ++c)
            r.edges[next[static_cast<std::size_t>(graph.index[i * k + c])]++] = {static_cast<std::int32_t>(i), p[i * k + c]};
    return r;
}

/// Merges a row's own edges and its reverse edges, adding the weights of those that are in both.
std::size_t mergeRow(std::vector<Edge>& own, std::span<const Edge> back, std::vector<Edge>& out) {
    std::sort(own.begin(), own.end(), [](const Edge& a, const Edge& b) { return a.to < b.to; });
    out.clear();
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < own.size() || b < back.size()) {
        if (b == back.size() || (a < own.size() && own[a].to < back[b].to)) {
            out.push_back(own[a++]);
        } else if (a == own.size() || back[b].to < own[a].to) {
            out.push_back(back[b++]);
        } else {
            out.push_back({own[a].to, own[a].weight + back[b].weight});
            ++a;
            ++b;
        }
    }
    return chunkCount(out.size(), kEdgeBlock) * kEdgeBlock;
}
}  // namespace

Result<Affinities> affinities(const NeighbourGraph& graph, std::span<const double> perplexities, const JobContext& job) {
    const std::size_t n = graph.rows();
    const auto k = static_cast<std::size_t>(graph.k);
    const std::vector<float> p = conditional(graph, perplexities);
    if (job.cancelled()) return cancelled();
    const Reverse reverse = reversed(graph, p);
    if (job.cancelled()) return cancelled();
    const float scale = 1.0F / (2.0F * static_cast<float>(n));
    Affinities result;
    result.rowStart.assign(n + 1, 0);
    // Twice over the rows: first their lengths, then their edges; merging is cheaper than keeping everything twice.
    for (const bool fill : {false, true}) {
        parallelChunks(n, 512, [&](std::size_t, std::size_t begin, std::size_t end) {
            std::vector<Edge> own(k);
            std::vector<Edge> merged;
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t c = 0; c < k; ++c) own[c] = {graph.index[i * k + c], p[i * k + c]};
                const std::span<const Edge> back(reverse.edges.data() + reverse.start[i],
                                                 reverse.start[i + 1] - reverse.start[i]);
                const std::size_t length = mergeRow(own, back, merged);
                if (!fill) {
                    result.rowStart[i + 1] = length;
                    continue;
                }
                const std::size_t at = result.rowStart[i];
                for (std::size_t e = 0; e < length; ++e) {
                    result.to[at + e] = e < merged.size() ? merged[e].to : static_cast<std::int32_t>(i);
                    result.weight[at + e] = e < merged.size() ? merged[e].weight * scale : 0.0F;
                }
            }
        });
        if (job.cancelled()) return cancelled();
        if (fill) break;
        for (std::size_t i = 0; i < n; ++i) result.rowStart[i + 1] += result.rowStart[i];
        result.to.resize(result.rowStart[n]);
        result.weight.resize(result.rowStart[n]);
    }
    return result;
}

void renumber(const Affinities& p, const std::vector<std::int32_t>& order, Affinities& result) {
    const std::size_t n = p.rows();
    std::vector<std::int32_t> place(n);
    for (std::size_t r = 0; r < n; ++r) place[static_cast<std::size_t>(order[r])] = static_cast<std::int32_t>(r);
    result.rowStart.assign(n + 1, 0);
    for (std::size_t r = 0; r < n; ++r) {
        const auto from = static_cast<std::size_t>(order[r]);
        result.rowStart[r + 1] = result.rowStart[r] + p.rowStart[from + 1] - p.rowStart[from];
    }
    // Empty first: where memory is short, nothing old is copied and no more than this is taken.
    result.to.clear();
    result.weight.clear();
    result.to.resize(p.to.size());
    result.weight.resize(p.weight.size());
    parallelChunks(n, 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const auto from = p.rowStart[static_cast<std::size_t>(order[r])];
            const std::size_t at = result.rowStart[r];
            for (std::size_t e = 0; e < result.rowStart[r + 1] - at; ++e) {
                result.to[at + e] = place[static_cast<std::size_t>(p.to[from + e])];
                result.weight[at + e] = p.weight[from + e];
            }
        }
    });
}

}  // namespace facespace
