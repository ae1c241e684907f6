#pragma once
#include <cstdint>
#include <vector>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/features/metric.h"

namespace facespace {

/// The k nearest other rows of each row.
struct NeighbourGraph {
    int k = 0;
    std::vector<std::int32_t> index;     ///< N × k, nearest first; equal distances in the order of rows.
    std::vector<float> squaredDistance;  ///< N × k, ascending; squared Euclidean distances under the metric.
    std::size_t rows() const { return k > 0 ? index.size() / static_cast<std::size_t>(k) : 0; }
};

/// How rows are changed so that squared Euclidean distances are those of the metric (2 − 2·cos for the cosines; a zero
/// vector stays zero): centred (Euclidean distances do not change, and lose less to rounding), of unit
/// length.
class MetricTransform {
  public:
    MetricTransform(const FeatureMatrix& x, Metric metric);
    /// Other rows under the same transform, with the mean of the rows it was made from.
    FeatureMatrix operator()(const FeatureMatrix& rows) const;

  private:
    Eigen::VectorXf mean_;
    bool unit_;
};

/// The rows as the metric sees them.
FeatureMatrix metricRows(const FeatureMatrix& x, Metric metric);

/// Exact neighbours by blocks of float32 dot products; distances that the expansion |x|²+|y|²−2x·y would blur are computed
/// directly, so that duplicates are at 0.
/// @param x  N × D, finite, N ≥ 2.  @param k  1 … N − 1.
/// Errors: kInvalid, kCancelled. The same for any number of threads.
Result<NeighbourGraph> exactNeighbours(const FeatureMatrix& x, int k, Metric metric = Metric::kEuclidean,
                                       const JobContext& job = {});

/// The k nearest of the rows of x for each query row, exactly; a row equal to a query counts. 1 ≤ k ≤ rows of x.
/// Errors: kInvalid (also when widths differ), kCancelled.
Result<NeighbourGraph> neighboursOf(const FeatureMatrix& queries, const FeatureMatrix& x, int k,
                                    Metric metric = Metric::kEuclidean, const JobContext& job = {});

struct ClusteredOptions {
    double recall = 0.95;  ///< Wanted share of neighbours that are no farther than the true k-th, measured on `sample` rows.
    int sample = 768;
    std::uint64_t seed = 1;
};
/// How neighbours were found: exactly (recall 1, no clusters), or in clusters.
struct NeighbourSearch {
    double recall = 1.0;  ///< Measured against exact neighbours of the sample.
    int clusters = 0;
    int probes = 0;  ///< Clusters searched for each row, on average.
};
struct ClusteredNeighbours : NeighbourSearch {
    NeighbourGraph graph;
};
/// Approximate neighbours for sizes at which exact ones take too long: rows are divided into small clusters (k-means), and
/// each row is held against those whose centres are near by the measure of the neighbours found so far, in eight bits where
/// the processor multiplies bytes fast and that tells neighbours apart; what is kept is held against the rows themselves.
/// How near a centre has to be is told by a sample, so that it reaches the wanted recall. Distances are exact. Errors as
/// exactNeighbours. The same for any number of threads.
Result<ClusteredNeighbours> clusteredNeighbours(const FeatureMatrix& x, int k, Metric metric,
                                                const ClusteredOptions& options = {}, const JobContext& job = {});

/// Up to so many rows maps are made from exact neighbours: they take a second or two on two cores.
constexpr Eigen::Index kMostExactRows = 30000;

/// What a map is made from: exact neighbours up to kMostExactRows, then clustered ones of a recall of 0.98, and of 0.95
/// beyond 150,000 rows. Errors as exactNeighbours.
Result<ClusteredNeighbours> mapNeighbours(const FeatureMatrix& x, int k, Metric metric, const JobContext& job = {});

}  // namespace facespace
