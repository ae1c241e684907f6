#include "core/projection/tile_product.h"

#include <algorithm>
#include <Eigen/Eigenvalues>
#include <utility>
#include <vector>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"

namespace facespace {

Eigen::VectorXf columnMean(const FeatureMatrix& x) {
    const auto n = static_cast<std::size_t>(x.rows());
    constexpr std::size_t kRowChunk = 2048;
    std::vector<Eigen::VectorXd> sums(chunkCount(n, kRowChunk));
    parallelChunks(n, kRowChunk, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Eigen::VectorXd sum = Eigen::VectorXd::Zero(x.cols());
        // Short float runs, then doubles: exact enough, and as fast as the memory.
        for (std::size_t i = begin; i < end; i += 32) {
            const auto rows = static_cast<Eigen::Index>(std::min<std::size_t>(32, end - i));
            sum += x.middleRows(static_cast<Eigen::Index>(i), rows).colwise().sum().transpose().cast<double>();
        }
        sums[chunk] = std::move(sum);
    });
    Eigen::VectorXd total = Eigen::VectorXd::Zero(x.cols());
    for (const auto& sum : sums) total += sum;
    return (total / static_cast<double>(n)).cast<float>();
}

void addGramProduct(const FeatureMatrix& rows, Eigen::MatrixXd& sum) {
    const auto n = static_cast<std::size_t>(rows.rows());
    const std::size_t blocks = chunkCount(n, kTile);
    std::vector<std::pair<std::size_t, std::size_t>> tiles;
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::size_t j = i; j < blocks; ++j) tiles.emplace_back(i, j);
    const auto depth = static_cast<std::size_t>(rows.cols());
    parallelChunks(tiles.size(), 1, [&](std::size_t t, std::size_t, std::size_t) {
        const std::size_t i0 = tiles[t].first * kTile;
        const std::size_t j0 = tiles[t].second * kTile;
        const std::size_t ni = std::min(kTile, n - i0);
        const std::size_t nj = std::min(kTile, n - j0);
        TileScratch scratch(depth);
        kernels().dotTile(rows.data() + i0 * depth, ni, rows.data() + j0 * depth, nj, depth, scratch.packed(),
                          scratch.tile());
        for (std::size_t i = 0; i < ni; ++i)
            for (std::size_t j = 0; j < nj; ++j) {
                const auto r = static_cast<Eigen::Index>(i0 + i);
                const auto c = static_cast<Eigen::Index>(j0 + j);
                if (c < r) continue;
                sum(r, c) += static_cast<double>(scratch.tile()[i * kTile + j]);
                sum(c, r) = sum(r, c);
            }
    });
}

extern "C" void dsyevr_(const char* jobz, const char* range, const char* uplo, const int* n, double* a, const int* lda,
                        const double* vl, const double* vu, const int* il, const int* iu, const double* abstol, int* m,
                        double* w, double* z, const int* ldz, int* isuppz, double* work, const int* lwork, int* iwork,
                        const int* liwork, int* info);

Eigenpairs largestEigenpairs(const Eigen::MatrixXd& matrix, int count) {
    const int n = static_cast<int>(matrix.rows());
    const int first = n - count + 1;
    Eigen::MatrixXd a = matrix;
    Eigen::VectorXd values(n);
    Eigen::MatrixXd vectors(n, count);
    std::vector<int> support(2 * static_cast<std::size_t>(count));
    const double tolerance = 0.0;
    const double unused = 0.0;
    int found = 0;
    int info = 0;
    double workSize = 0.0;
    int integerWorkSize = 0;
    const int query = -1;
    dsyevr_("V", "I", "U", &n, a.data(), &n, &unused, &unused, &first, &n, &tolerance, &found, values.data(), vectors.data(),
            &n, support.data(), &workSize, &query, &integerWorkSize, &query, &info);
    const int size = static_cast<int>(workSize);
    std::vector<double> work(static_cast<std::size_t>(size));
    std::vector<int> integerWork(static_cast<std::size_t>(integerWorkSize));
    dsyevr_("V", "I", "U", &n, a.data(), &n, &unused, &unused, &first, &n, &tolerance, &found, values.data(), vectors.data(),
            &n, support.data(), work.data(), &size, integerWork.data(), &integerWorkSize, &info);
    if (info != 0 || found != count) {  // Never seen on finite symmetric input; Eigen's solver is the slower certainty.
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
        return {solver.eigenvalues().tail(count).reverse(), solver.eigenvectors().rightCols(count).rowwise().reverse()};
    }
    return {values.head(count).reverse(), vectors.rowwise().reverse()};
}

}  // namespace facespace
