#include "core/features/neighbours.h"

#include <algorithm>
#include <cmath>

#include "core/common/parallel.h"
#include "core/features/norms.h"

namespace facespace {
namespace {

constexpr std::size_t kChunk = 1024;

/// Single precision decides who is looked at closely; so many more than k that rounding leaves none of the k out.
std::size_t candidateCount(std::size_t k, std::size_t available) { return std::min(2 * k + 32, available); }

struct Scored {
    std::size_t row;
    float score;  ///< Smaller is nearer.
};

std::vector<float> products(const FeatureMatrix& features, std::size_t row) {
    const Eigen::VectorXf x = features.row(static_cast<Eigen::Index>(row)).transpose();
    std::vector<float> values(static_cast<std::size_t>(features.rows()));
    Eigen::Map<Eigen::VectorXf> out(values.data(), features.rows());
    parallelChunks(values.size(), kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        const auto first = static_cast<Eigen::Index>(begin), count = static_cast<Eigen::Index>(end - begin);
        out.segment(first, count).noalias() = features.middleRows(first, count) * x;
    });
    return values;
}

std::vector<Scored> scores(const FeatureMatrix& features, std::size_t row, Metric metric, const std::vector<float>& norms) {
    const std::vector<float> dots = products(features, row);
    std::vector<Scored> scored;
    scored.reserve(dots.size());
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const float norm = norms[i];
        if (i == row || !std::isfinite(norm) || (metric == Metric::kCosine && norm <= 0)) continue;
        scored.push_back({i, metric == Metric::kCosine ? -dots[i] / norm : norm * norm - 2 * dots[i]});
    }
    return scored;
}

double exactValue(const FeatureMatrix& features, std::size_t a, std::size_t b, Metric metric) {
    const Eigen::RowVectorXd x = features.row(static_cast<Eigen::Index>(a)).cast<double>();
    const Eigen::RowVectorXd y = features.row(static_cast<Eigen::Index>(b)).cast<double>();
    if (metric == Metric::kEuclidean) return (x - y).norm();
    return std::clamp(x.dot(y) / (x.norm() * y.norm()), -1.0, 1.0);
}

}  // namespace

std::vector<Neighbour> nearestNeighbours(const FeatureMatrix& features, std::size_t row, std::size_t k, Metric metric,
                                         const std::vector<float>& givenNorms) {
    const auto rows = static_cast<std::size_t>(features.rows());
    if (row >= rows || k == 0) return {};
    if (metric == Metric::kCentredCosine)
        return nearestNeighbours(features.rowwise() - meanFeature(features).cast<float>(), row, k, Metric::kCosine);
    const std::vector<float> ownNorms = givenNorms.size() == rows ? std::vector<float>() : distancesFromOrigin(features);
    const std::vector<float>& norms = givenNorms.size() == rows ? givenNorms : ownNorms;
    if (!std::isfinite(norms[row]) || (metric == Metric::kCosine && norms[row] <= 0)) return {};
    std::vector<Scored> scored = scores(features, row, metric, norms);
    const std::size_t candidates = candidateCount(k, scored.size());
    std::partial_sort(
        scored.begin(), scored.begin() + static_cast<std::ptrdiff_t>(candidates), scored.end(),
        [](const Scored& a, const Scored& b) { return a.score != b.score ? a.score < b.score : a.row < b.row; });
    std::vector<Neighbour> nearest;
    for (std::size_t i = 0; i < candidates; ++i)
        nearest.push_back({scored[i].row, exactValue(features, row, scored[i].row, metric)});
    std::ranges::sort(nearest, [metric](const Neighbour& a, const Neighbour& b) {
        if (a.value != b.value) return metric == Metric::kCosine ? a.value > b.value : a.value < b.value;
        return a.row < b.row;
    });
    nearest.resize(std::min(k, nearest.size()));
    return nearest;
}

}  // namespace facespace
