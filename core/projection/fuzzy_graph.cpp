#include "core/projection/fuzzy_graph.h"

#include <algorithm>
#include <cmath>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"

namespace facespace {
namespace {
/// Membership exp(−(d − ρ)/σ): ρ is the distance of the nearest other point, σ makes the memberships sum to log₂(k + 1).
void memberships(const float* squared, std::size_t k, double floor, float* w) {
    double rho = 0;
    for (std::size_t c = 0; c < k && rho == 0; ++c) rho = std::sqrt(static_cast<double>(squared[c]));
    const double target = std::log2(static_cast<double>(k + 1));
    double low = 0;
    double high = 1e300;
    double sigma = 1;
    for (int step = 0; step < 64; ++step) {
        double sum = 0;
        for (std::size_t c = 0; c < k; ++c)
            sum += std::exp(-std::max(0.0, std::sqrt(static_cast<double>(squared[c])) - rho) / sigma);
        if (std::abs(sum - target) < 1e-5) break;
        (sum > target ? high : low) = sigma;
        sigma = high > 1e299 ? 2.0 * sigma : 0.5 * (low + high);
    }
    sigma = std::max({sigma, floor, 1e-30});
    for (std::size_t c = 0; c < k; ++c)
        w[c] = static_cast<float>(std::exp(-std::max(0.0, std::sqrt(static_cast<double>(squared[c])) - rho) / sigma));
}
}  // namespace

Affinities fuzzyUnion(const NeighbourGraph& graph) {
    const auto k = static_cast<std::size_t>(graph.k);
    const std::size_t n = graph.rows();
    std::vector<float> w(graph.index.size());
    double mean = 0;
    for (const float d : graph.squaredDistance) mean += std::sqrt(static_cast<double>(d));
    const double floor = 1e-3 * mean / static_cast<double>(std::max<std::size_t>(1, graph.index.size()));
    parallelChunks(n, 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) memberships(&graph.squaredDistance[i * k], k, floor, &w[i * k]);
    });
    struct Edge {
        std::int32_t to;
        float weight;
    };
    std::vector<std::vector<Edge>> rows(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t c = i * k; c < (i + 1) * k; ++c) {
            rows[i].push_back({graph.index[c], w[c]});
            rows[static_cast<std::size_t>(graph.index[c])].push_back({static_cast<std::int32_t>(i), w[c]});
        }
    Affinities result;
    result.rowStart.push_back(0);
    for (std::size_t i = 0; i < n; ++i) {
        auto& row = rows[i];
        std::stable_sort(row.begin(), row.end(), [](const Edge& a, const Edge& b) { return a.to < b.to; });
        for (std::size_t e = 0; e < row.size(); ++e) {
            const bool both = e + 1 < row.size() && row[e + 1].to == row[e].to;
            result.to.push_back(row[e].to);
            // Probability that at least one of the two edges exists.
            result.weight.push_back(both ? row[e].weight + row[e + 1].weight - row[e].weight * row[e + 1].weight
                                         : row[e].weight);
            if (both) ++e;
        }
        while (result.to.size() % kEdgeBlock != 0) {
            result.to.push_back(static_cast<std::int32_t>(i));
            result.weight.push_back(0.0F);
        }
        result.rowStart.push_back(result.to.size());
    }
    return result;
}

}  // namespace facespace
