#include "core/analysis/ridge_blocks.h"

#include <algorithm>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kRowsAtOnce = 1024;
/// Of the moments of all blocks, and of what fits on two threads hold besides: some copies of one block's.
constexpr double kMostBytes = 4.0 * 1024 * 1024 * 1024, kCopies = 6;
bool has(RidgeBlocks::BlockSet set, int block) { return (set >> block & 1U) != 0; }
}  // namespace

Eigen::MatrixXd lowerPart(const Eigen::MatrixXd& lower, const std::vector<Eigen::Index>& features) {
    const auto n = static_cast<Eigen::Index>(features.size());
    Eigen::MatrixXd part(n, n);
    for (Eigen::Index c = 0; c < n; ++c)
        for (Eigen::Index r = c; r < n; ++r) {
            const Eigen::Index a = features[static_cast<std::size_t>(r)], b = features[static_cast<std::size_t>(c)];
            part(r, c) = a > b ? lower(a, b) : lower(b, a);
        }
    return part;
}

RidgeBlocks::RidgeBlocks(const FeatureMatrix& x, std::vector<std::int64_t> rows, const Eigen::MatrixXd& targets,
                         const std::vector<std::int32_t>& blockOf, int blocks)
    : x_(x), rows_(std::move(rows)), targets_(targets), blocks_(blocks), entries_(static_cast<std::size_t>(blocks)) {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        entries_[static_cast<std::size_t>(blockOf[i])].push_back(static_cast<std::int64_t>(i));
    targetOrigin_ = targets_.colwise().mean();
    targets_.rowwise() -= targetOrigin_;
    origin_ = Eigen::RowVectorXd::Zero(x.cols());
    for (const std::int64_t row : rows_) origin_ += x.row(row).cast<double>();
    origin_ /= std::max<double>(1, static_cast<double>(rows_.size()));
}

blas::RowMatrixXd RidgeBlocks::shifted(const std::vector<std::int64_t>& entries, std::size_t begin, std::size_t end) const {
    blas::RowMatrixXd part(static_cast<Eigen::Index>(end - begin), x_.cols());
    for (std::size_t i = begin; i < end; ++i)
        part.row(static_cast<Eigen::Index>(i - begin)) =
            x_.row(rows_[static_cast<std::size_t>(entries[i])]).cast<double>() - origin_;
    return part;
}

void RidgeBlocks::gatherBlock(int block) {
    const auto& entries = entries_[static_cast<std::size_t>(block)];
    Moments& m = moments_[static_cast<std::size_t>(block)];
    m.gram = Eigen::MatrixXd::Zero(x_.cols(), x_.cols());
    m.xy = Eigen::MatrixXd::Zero(x_.cols(), targets_.cols());
    m.sx = Eigen::VectorXd::Zero(x_.cols());
    m.sy = Eigen::RowVectorXd::Zero(targets_.cols());
    m.syy = Eigen::RowVectorXd::Zero(targets_.cols());
    m.rows = static_cast<std::int64_t>(entries.size());
    for (std::size_t begin = 0; begin < entries.size(); begin += kRowsAtOnce) {
        const std::size_t end = std::min(entries.size(), begin + kRowsAtOnce);
        const blas::RowMatrixXd part = shifted(entries, begin, end);
        blas::RowMatrixXd y(part.rows(), targets_.cols());
        for (std::size_t i = begin; i < end; ++i) y.row(static_cast<Eigen::Index>(i - begin)) = targets_.row(entries[i]);
        blas::addGram(part, m.gram);
        blas::addProduct(part, y, m.xy);
        m.sx += part.colwise().sum().transpose();
        m.sy += y.colwise().sum();
        m.syy += y.array().square().matrix().colwise().sum();
    }
}

Result<void> RidgeBlocks::gather(const JobContext& job, BlockSet set) {
    const auto width = static_cast<double>(x_.cols());
    const double bytes = (blocks_ + kCopies) * width * width * sizeof(double);
    if (bytes > kMostBytes)
        return fail(
            ErrorCode::kInvalid,
            say("Features of {} numbers are too wide for a prediction: it would take {:.0f} GB of memory. The analysis "
                "“layers” reads such features through their principal components.",
                x_.cols(), bytes / 1e9));
    moments_.assign(static_cast<std::size_t>(blocks_), {});
    parallelChunks(static_cast<std::size_t>(blocks_), 1, [&](std::size_t block, std::size_t, std::size_t) {
        if (has(set, static_cast<int>(block)) && !job.cancelled()) gatherBlock(static_cast<int>(block));
    });
    if (job.cancelled()) return cancelled();
    return {};
}

std::int64_t RidgeBlocks::rowsIn(BlockSet set) const {
    std::int64_t rows = 0;
    for (int b = 0; b < blocks_; ++b)
        if (has(set, b)) rows += static_cast<std::int64_t>(entries_[static_cast<std::size_t>(b)].size());
    return rows;
}

RidgeBlocks::Moments RidgeBlocks::sum(BlockSet set) const {
    Moments total;
    total.gram = Eigen::MatrixXd::Zero(x_.cols(), x_.cols());
    total.xy = Eigen::MatrixXd::Zero(x_.cols(), targets_.cols());
    total.sx = Eigen::VectorXd::Zero(x_.cols());
    total.sy = Eigen::RowVectorXd::Zero(targets_.cols());
    total.syy = Eigen::RowVectorXd::Zero(targets_.cols());
    for (int b = 0; b < blocks_; ++b) {
        if (!has(set, b) || moments_[static_cast<std::size_t>(b)].rows == 0) continue;
        const Moments& m = moments_[static_cast<std::size_t>(b)];
        total.gram += m.gram;
        total.xy += m.xy;
        total.sx += m.sx;
        total.sy += m.sy;
        total.syy += m.syy;
        total.rows += m.rows;
    }
    return total;
}

double RidgeBlocks::scale(BlockSet set) const {
    double trace = 0;
    Eigen::VectorXd sx = Eigen::VectorXd::Zero(x_.cols());
    for (int b = 0; b < blocks_; ++b)
        if (has(set, b) && moments_[static_cast<std::size_t>(b)].rows > 0) {
            trace += moments_[static_cast<std::size_t>(b)].gram.trace();
            sx += moments_[static_cast<std::size_t>(b)].sx;
        }
    const double n = std::max<double>(1, static_cast<double>(rowsIn(set)));
    return (trace - sx.squaredNorm() / n) / static_cast<double>(x_.cols());
}

std::vector<RidgeBlocks::Fit> RidgeBlocks::fit(BlockSet training, const std::vector<double>& penalties,
                                               const std::vector<Eigen::Index>& features) const {
    const Moments m = sum(training);
    const double n = std::max<double>(1, static_cast<double>(m.rows));
    Eigen::MatrixXd gram = features.empty() ? m.gram : lowerPart(m.gram, features);
    const Eigen::VectorXd sx = features.empty() ? m.sx : Eigen::VectorXd(m.sx(features));
    gram.selfadjointView<Eigen::Lower>().rankUpdate(sx, -1 / n);
    const Eigen::MatrixXd xy = (features.empty() ? m.xy : Eigen::MatrixXd(m.xy(features, Eigen::all))) - sx * m.sy / n;
    const Eigen::RowVectorXd mean = origin_ + m.sx.transpose() / n;
    std::vector<Fit> fits;
    for (const double penalty : penalties) {
        Eigen::MatrixXd system = gram, weights = xy;
        system.diagonal().array() += penalty;
        // Rounding can make a tiny penalty invisible; that fit then loses to the others.
        if (!blas::solvePositive(system, weights)) weights.setConstant(kNoValue);
        Fit fit;
        if (features.empty()) {
            fit.weights = std::move(weights);
        } else {
            fit.weights = Eigen::MatrixXd::Zero(x_.cols(), xy.cols());
            fit.weights(features, Eigen::all) = weights;
        }
        fit.intercept = targetOrigin_ + m.sy / n - mean * fit.weights;
        fits.push_back(std::move(fit));
    }
    return fits;
}

Eigen::MatrixXd RidgeBlocks::squaredError(BlockSet test, const std::vector<Fit>& fits,
                                          const std::vector<Eigen::Index>& features) const {
    // Σ(c + w·x − y)² = n c² + 2c(w·Σx − Σy) + wᵀGw − 2 w·Σxy + Σy², all relative to the origins.
    const Moments m = sum(test);
    const Eigen::MatrixXd gram = features.empty() ? m.gram : lowerPart(m.gram, features);
    Eigen::MatrixXd errors(static_cast<Eigen::Index>(fits.size()), targets_.cols()), gw;
    for (std::size_t f = 0; f < fits.size(); ++f) {
        const Eigen::MatrixXd& w = fits[f].weights;
        const Eigen::RowVectorXd c = fits[f].intercept - targetOrigin_ + origin_ * w;
        const Eigen::MatrixXd used = features.empty() ? w : Eigen::MatrixXd(w(features, Eigen::all));
        blas::symmetricProduct(gram, used, gw);
        const Eigen::RowVectorXd quadratic = (used.array() * gw.array()).colwise().sum();
        const Eigen::RowVectorXd cross = (w.array() * m.xy.array()).colwise().sum();
        const Eigen::RowVectorXd shift = m.sx.transpose() * w - m.sy;
        const Eigen::ArrayXXd total = static_cast<double>(m.rows) * c.array().square() + 2 * c.array() * shift.array() +
                                      quadratic.array() - 2 * cross.array() + m.syy.array();
        // Rounding of a perfect fit may end below zero; NaN (no solution) must stay NaN.
        errors.row(static_cast<Eigen::Index>(f)) = (total < 0).select(0.0, total);
    }
    return errors;
}

void RidgeBlocks::predict(BlockSet test, const Fit& fit, Eigen::MatrixXd& values) const {
    const auto entries = entriesIn(test);
    const Eigen::RowVectorXd shift = fit.intercept + origin_ * fit.weights;
    parallelChunks(entries.size(), kRowsAtOnce, [&](std::size_t, std::size_t begin, std::size_t end) {
        Eigen::MatrixXd part;
        blas::product(shifted(entries, begin, end), fit.weights, part);
        for (std::size_t i = begin; i < end; ++i)
            values.row(entries[i]) = part.row(static_cast<Eigen::Index>(i - begin)) + shift;
    });
}

std::vector<std::int64_t> RidgeBlocks::entriesIn(BlockSet set) const {
    std::vector<std::int64_t> entries;
    for (int b = 0; b < blocks_; ++b)
        if (has(set, b))
            entries.insert(entries.end(), entries_[static_cast<std::size_t>(b)].begin(),
                           entries_[static_cast<std::size_t>(b)].end());
    return entries;
}

}  // namespace facespace
