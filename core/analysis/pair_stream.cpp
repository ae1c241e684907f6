#include "core/analysis/pair_stream.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "core/analysis/blas.h"
#include "core/analysis/folds.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kBlock = 384;
}

PairStream::PairStream(const FeatureMatrix& x, const std::vector<std::string>& identity, Metric metric) : metric_(metric) {
    if (static_cast<Eigen::Index>(identity.size()) != x.rows())
        throw std::logic_error("pairs: one identity per feature row");
    std::vector<std::int64_t> rows;
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
        if (x.row(i).allFinite()) rows.push_back(i);
    }
    Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(x.cols());
    if (metric != Metric::kCosine && !rows.empty()) {  // distances keep more digits around the mean
        for (const std::int64_t r : rows) mean += x.row(r).cast<double>();
        mean /= static_cast<double>(rows.size());
    }
    if (metric != Metric::kEuclidean)
        zeroRows_ = static_cast<std::int64_t>(
            std::erase_if(rows, [&](std::int64_t r) { return !((x.row(r).cast<double>() - mean).squaredNorm() > 0); }));
    const IdentityGroups groups = groupIdentities(identity, rows);
    identities_ = groups.count;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return groups.groupOf[a] < groups.groupOf[b]; });
    features_.resize(static_cast<Eigen::Index>(rows.size()), x.cols());
    double largest = 0;
    for (std::size_t p = 0; p < order.size(); ++p) {
        rows_.push_back(rows[order[p]]);
        groups_.push_back(groups.groupOf[order[p]]);
        Eigen::RowVectorXd row = x.row(rows_.back()).cast<double>() - mean;
        if (metric != Metric::kEuclidean) row /= row.norm();
        features_.row(static_cast<Eigen::Index>(p)) = row.cast<float>();
        squaredNorm_.push_back(static_cast<float>(row.squaredNorm()));
        largest = std::max(largest, row.norm());
    }
    if (metric == Metric::kEuclidean) scale_ = {largest > 0 ? -2 * largest : -1, 0};
}

double PairStream::score(std::size_t p, std::size_t q) const {
    const auto a = features_.row(static_cast<Eigen::Index>(p)).cast<double>(),
               b = features_.row(static_cast<Eigen::Index>(q)).cast<double>();
    return metric_ == Metric::kEuclidean ? -(a - b).norm() : a.dot(b);
}

void PairStream::levelsOf(std::size_t p, std::size_t firstQ, std::size_t count, const float* products,
                          std::int32_t* levels) const {
    constexpr auto top = static_cast<float>(ScoreScale::kLevels - 1);
    const auto perUnit = static_cast<float>(1 / scale_.step());
    const auto low = static_cast<float>(scale_.low);
    if (metric_ != Metric::kEuclidean) {
        for (std::size_t k = 0; k < count; ++k)
            levels[k] = static_cast<std::int32_t>(std::min(std::max((products[k] - low) * perUnit + 0.5F, 0.0F), top));
        return;
    }
    const float own = squaredNorm_[p];
    const float* other = squaredNorm_.data() + firstQ;
    for (std::size_t k = 0; k < count; ++k) {
        const float distance = std::sqrt(std::max(own + other[k] - 2 * products[k], 0.0F));
        levels[k] = static_cast<std::int32_t>(std::min(std::max((-distance - low) * perUnit + 0.5F, 0.0F), top));
    }
}

std::size_t PairStream::blocks() const {
    const std::size_t side = chunkCount(images(), kBlock);
    return side * (side + 1) / 2;
}

Result<void> PairStream::run(const std::function<void(const Line&)>& visit, const JobContext& job, const Text& stage) const {
    const std::size_t n = images(), side = chunkCount(n, kBlock), all = blocks();
    std::vector<std::pair<std::size_t, std::size_t>> corner;
    for (std::size_t a = 0; a < side; ++a)
        for (std::size_t b = a; b < side; ++b) corner.emplace_back(a * kBlock, b * kBlock);
    const int d = static_cast<int>(features_.cols());
    std::atomic<std::int64_t> done{0};
    parallelChunks(all, 1, [&](std::size_t block, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const auto [p0, q0] = corner[block];
        const std::size_t pCount = std::min(kBlock, n - p0), qCount = std::min(kBlock, n - q0);
        std::vector<float> products(pCount * qCount);
        std::vector<std::int32_t> levels(qCount);
        blas::productTransposed(features_.data() + p0 * static_cast<std::size_t>(d),
                                features_.data() + q0 * static_cast<std::size_t>(d), products.data(),
                                static_cast<int>(pCount), static_cast<int>(qCount), d);
        for (std::size_t p = p0; p < p0 + pCount; ++p) {
            const std::size_t first = std::max(q0, p + 1);
            if (first >= q0 + qCount) continue;
            const std::size_t count = q0 + qCount - first;
            levelsOf(p, first, count, products.data() + (p - p0) * qCount + (first - q0), levels.data());
            visit({block, p, first, count, levels.data(), groups_[first] > groups_[p]});
        }
        job.progress(stage, ++done, static_cast<std::int64_t>(all));
    });
    if (job.cancelled()) return cancelled();
    return {};
}

}  // namespace facespace
