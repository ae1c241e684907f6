#include "core/projection/pca.h"

#include <fmt/format.h>
#include <Eigen/Eigenvalues>
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"
#include "core/projection/kernels.h"
#include "core/projection/tile_product.h"

namespace facespace {
namespace {
constexpr std::size_t kRowChunk = 2048;
using RowMatrix = FeatureMatrix;

/// Σ over rows of (x−mean)(x−mean)ᵀ as D × D: float products over chunks of rows, summed in double in the order of chunks.
Result<Eigen::MatrixXd> scatterOfColumns(const FeatureMatrix& x, const Eigen::VectorXf& mean, const JobContext& job) {
    const Eigen::Index d = x.cols();
    Eigen::MatrixXd scatter = Eigen::MatrixXd::Zero(d, d);
    for (Eigen::Index begin = 0; begin < x.rows(); begin += static_cast<Eigen::Index>(kRowChunk)) {
        if (job.cancelled()) return cancelled();
        job.progress(say("PCA"), begin, x.rows());
        const Eigen::Index rows = std::min<Eigen::Index>(static_cast<Eigen::Index>(kRowChunk), x.rows() - begin);
        RowMatrix transposed(d, rows);
        parallelChunks(static_cast<std::size_t>(d), 16, [&](std::size_t, std::size_t c0, std::size_t c1) {
            const auto c = static_cast<Eigen::Index>(c0);
            const auto count = static_cast<Eigen::Index>(c1 - c0);
            // Squares of 16 × 16, so that reading and writing both stay in the cache.
            for (Eigen::Index r = 0; r < rows; r += 16)
                for (Eigen::Index r1 = std::min<Eigen::Index>(rows, r + 16), k = c; k < c + count; ++k)
                    for (Eigen::Index i = r; i < r1; ++i) transposed(k, i) = x(begin + i, k) - mean[k];
        });
        addGramProduct(transposed, scatter);
    }
    return scatter;
}

/// (X−mean)(X−mean)ᵀ as N × N, for fewer rows than columns.
Eigen::MatrixXd gramOfRows(const FeatureMatrix& x, const Eigen::VectorXf& mean) {
    const RowMatrix centred = x.rowwise() - mean.transpose();
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(x.rows(), x.rows());
    addGramProduct(centred, gram);
    return gram;
}

void fixSigns(Eigen::MatrixXf& components) {
    for (Eigen::Index j = 0; j < components.cols(); ++j) {
        Eigen::Index largest = 0;
        components.col(j).cwiseAbs().maxCoeff(&largest);
        if (components(largest, j) < 0) components.col(j) *= -1.0F;
    }
}

Embedding project(const FeatureMatrix& x, const Eigen::VectorXf& mean, const Eigen::MatrixXf& components) {
    Embedding scores(x.rows(), components.cols());
    parallelChunks(static_cast<std::size_t>(x.rows()), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        Eigen::VectorXf centred(x.cols());
        for (std::size_t r = begin; r < end; ++r) {
            const auto i = static_cast<Eigen::Index>(r);
            centred = x.row(i).transpose() - mean;
            for (Eigen::Index j = 0; j < components.cols(); ++j) scores(i, j) = centred.dot(components.col(j));
        }
    });
    return scores;
}
}  // namespace

Result<Pca> pca(const FeatureMatrix& x, const PcaOptions& options, const JobContext& job) {
    if (options.dims < 1) return fail(ErrorCode::kInvalid, say("PCA needs at least one dimension."));
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    Pca result;
    result.mean = columnMean(x);
    const bool byRows = x.rows() < x.cols();
    Eigen::MatrixXd matrix;
    if (byRows) {
        matrix = gramOfRows(x, result.mean);
    } else {
        auto scatter = scatterOfColumns(x, result.mean, job);
        if (!scatter) return forward(scatter);
        matrix = std::move(*scatter);
    }
    if (job.cancelled()) return cancelled();
    const double divisor = static_cast<double>(std::max<Eigen::Index>(1, x.rows() - 1));
    result.totalVariance = matrix.trace() / divisor;
    const auto kept = std::min<Eigen::Index>(options.dims, matrix.rows());
    const auto pairs = largestEigenpairs(matrix, static_cast<int>(kept));
    result.components = Eigen::MatrixXf::Zero(x.cols(), options.dims);
    result.explainedVariance = Eigen::VectorXd::Zero(options.dims);
    const double rankFloor = 1e-9 * std::max(matrix.trace(), 0.0);
    for (Eigen::Index j = 0; j < kept; ++j) {
        if (!(pairs.values[j] > rankFloor)) continue;  // beyond the rank: stays zero
        result.explainedVariance[j] = pairs.values[j] / divisor;
        Eigen::VectorXd axis = pairs.vectors.col(j);
        if (byRows) axis = (x.rowwise() - result.mean.transpose()).cast<double>().transpose() * axis;
        result.components.col(j) = axis.normalized().cast<float>();
    }
    fixSigns(result.components);
    result.scores = project(x, result.mean, result.components);
    return result;
}

Result<Embedding> pcaScores(const Pca& pca, const FeatureMatrix& x) {
    if (x.cols() != pca.mean.size())
        return fail(ErrorCode::kInvalid,
                    say("These features have {} values a row, but the PCA was made from {}.", x.cols(), pca.mean.size()));
    return project(x, pca.mean, pca.components);
}

}  // namespace facespace
