#include "core/projection/neighbours.h"

#include "core/common/parallel.h"
#include "core/projection/exact_search.h"
#include "core/projection/tile_product.h"

namespace facespace {
namespace {
constexpr std::size_t kRowChunk = 512;
}

MetricTransform::MetricTransform(const FeatureMatrix& x, Metric metric)
    : mean_(metric == Metric::kCosine ? Eigen::VectorXf(Eigen::VectorXf::Zero(x.cols())) : columnMean(x)),
      unit_(metric != Metric::kEuclidean) {}

FeatureMatrix MetricTransform::operator()(const FeatureMatrix& x) const {
    FeatureMatrix rows(x.rows(), x.cols());
    parallelChunks(static_cast<std::size_t>(x.rows()), kRowChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const auto i = static_cast<Eigen::Index>(r);
            rows.row(i) = x.row(i) - mean_.transpose();
            if (!unit_) continue;
            const double norm = rows.row(i).cast<double>().norm();
            if (norm > 0) rows.row(i) *= static_cast<float>(1.0 / norm);
        }
    });
    return rows;
}

FeatureMatrix metricRows(const FeatureMatrix& x, Metric metric) { return MetricTransform(x, metric)(x); }

Result<NeighbourGraph> exactNeighbours(const FeatureMatrix& x, int k, Metric metric, const JobContext& job) {
    auto search = ExactSearch::create(x, k, metric);
    if (!search) return forward(search);
    if (const auto ran = search->runTo(1, job); !ran) return forward(ran);
    return search->finish();
}

}  // namespace facespace
