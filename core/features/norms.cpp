#include "core/features/norms.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {

constexpr std::size_t kChunk = 512;

using RowVectorD = Eigen::RowVectorXd;

auto rowAsDouble(const FeatureMatrix& features, std::size_t row) {
    return features.row(static_cast<Eigen::Index>(row)).cast<double>();
}

/// Value of `measure(row)` for every row.
template <class Measure>
std::vector<float> perRow(const FeatureMatrix& features, Measure&& measure) {
    std::vector<float> values(static_cast<std::size_t>(features.rows()));
    parallelChunks(values.size(), kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) values[i] = static_cast<float>(measure(i));
    });
    return values;
}

}  // namespace

/// Chunk sums are added in order.
RowVectorD meanFeature(const FeatureMatrix& features) {
    const auto rows = static_cast<std::size_t>(features.rows());
    std::vector<RowVectorD> sums(chunkCount(rows, kChunk), RowVectorD::Zero(features.cols()));
    std::vector<std::size_t> counts(sums.size(), 0);
    parallelChunks(rows, kChunk, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const RowVectorD row = rowAsDouble(features, i);
            if (!row.allFinite()) continue;
            sums[chunk] += row;
            ++counts[chunk];
        }
    });
    RowVectorD total = RowVectorD::Zero(features.cols());
    std::size_t count = 0;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        total += sums[c];
        count += counts[c];
    }
    return total / static_cast<double>(std::max<std::size_t>(count, 1));
}

std::vector<float> distancesFromOrigin(const FeatureMatrix& features) {
    return perRow(features, [&](std::size_t i) { return rowAsDouble(features, i).norm(); });
}

std::vector<float> distancesFromMean(const FeatureMatrix& features) {
    const RowVectorD mean = meanFeature(features);
    return perRow(features, [&](std::size_t i) { return (rowAsDouble(features, i) - mean).norm(); });
}

std::vector<float> cosinesToIdentityCentroid(const FeatureMatrix& features, std::span<const std::int32_t> identity) {
    const auto rows = std::min(static_cast<std::size_t>(features.rows()), identity.size());
    std::int32_t highest = -1;
    for (std::size_t i = 0; i < rows; ++i) highest = std::max(highest, identity[i]);
    const auto identities = static_cast<std::size_t>(highest + 1);
    FeatureMatrix::Index columns = features.cols();
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> centroids =
        decltype(centroids)::Zero(static_cast<Eigen::Index>(identities), columns);
    std::vector<std::size_t> counts(identities, 0);
    const std::vector<float> norms = distancesFromOrigin(features);
    const auto usable = [&](std::size_t i) {
        return i < rows && identity[i] >= 0 && std::isfinite(norms[i]) && norms[i] > 0;
    };
    for (std::size_t i = 0; i < rows; ++i) {
        if (!usable(i)) continue;
        centroids.row(identity[i]) += rowAsDouble(features, i).normalized();
        ++counts[static_cast<std::size_t>(identity[i])];
    }
    return perRow(features, [&](std::size_t i) -> double {
        if (!usable(i) || counts[static_cast<std::size_t>(identity[i])] < 2) return kNoValueFloat;
        const auto centroid = centroids.row(identity[i]);
        const double length = centroid.norm();
        if (length == 0) return kNoValueFloat;
        return std::clamp(rowAsDouble(features, i).normalized().dot(centroid) / length, -1.0, 1.0);
    });
}

}  // namespace facespace
