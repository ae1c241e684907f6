#include "core/projection/neighbours.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include "core/common/parallel.h"
#include "core/projection/affinities.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
/// Squared distances in double, and neighbours by a full sort.
std::vector<std::pair<double, int>> sortedNeighbours(const Eigen::MatrixXd& x, int i) {
    std::vector<std::pair<double, int>> all;
    for (int j = 0; j < x.rows(); ++j)
        if (j != i) all.emplace_back((x.row(i) - x.row(j)).squaredNorm(), j);
    std::sort(all.begin(), all.end());
    return all;
}

/// Rows of length 1; a row of zeros stays.
Eigen::MatrixXd normalized(Eigen::MatrixXd x) {
    for (auto row : x.rowwise()) row.normalize();
    return x;
}

void expectExact(const FeatureMatrix& x, int k, Metric metric, const Eigen::MatrixXd& reference, int every = 7) {
    const auto graph = exactNeighbours(x, k, metric);
    ASSERT_TRUE(graph) << graph.error().message;
    for (int i = 0; i < x.rows(); i += every) {
        const auto expected = sortedNeighbours(reference, i);
        for (int c = 0; c < k; ++c) {
            const auto at = static_cast<std::size_t>(i) * static_cast<std::size_t>(k) + static_cast<std::size_t>(c);
            const double d = expected[static_cast<std::size_t>(c)].first;
            ASSERT_NEAR(static_cast<double>(graph->squaredDistance[at]), d, 2e-5 * d + 1e-9) << i << " " << c;
            const double own = (reference.row(i) - reference.row(graph->index[at])).squaredNorm();
            ASSERT_NEAR(own, d, 2e-5 * d + 1e-9) << i << " " << c;
        }
    }
}
}  // namespace

TEST(ExactNeighbours, AgreeWithAFullSort) {
    for (const int columns : {3, 64, 129}) {
        const FeatureMatrix x = plantedFaces(50, 13, columns).features;  // 650 rows: not a multiple of the tile
        expectExact(x, 40, Metric::kEuclidean, x.cast<double>());
        expectExact(x, 5, Metric::kCosine, x.cast<double>().rowwise().normalized());
        const Eigen::MatrixXd centred = x.cast<double>().rowwise() - x.cast<double>().colwise().mean();
        expectExact(x, 5, Metric::kCentredCosine, centred.rowwise().normalized());
    }
}

/// Sets that are large enough for products of eight-bit values, where the processor has fast ones.
TEST(ExactNeighbours, OfManyRowsAgreeWithAFullSort) {
    constexpr int kRows = 4500, kColumns = 40;
    std::mt19937_64 random(5);
    std::normal_distribution<float> normal;
    FeatureMatrix even(kRows, kColumns);  // no clusters: norms of all lengths, nearest rows hardly nearer than the next
    for (float& v : even.reshaped()) v = normal(random);
    for (Eigen::Index i = 0; i < kRows; ++i) even.row(i) *= 0.1F + 3 * std::abs(normal(random));
    even.row(7).setZero();
    even.row(8) = even.row(4000);
    FeatureMatrix odd = even;  // a few values say nearly everything of a row's length; most of the rest is rounded away
    odd.col(3) *= 200;
    FeatureMatrix far = even;  // all rows are far from the origin and near each other
    far.array() += 30.0F;
    FeatureMatrix uneven = even;  // lengths that differ by orders
    for (Eigen::Index i = 0; i < kRows; i += 5) uneven.row(i) *= 300.0F;
    int kind = 0;
    for (const FeatureMatrix& x : {even, odd, far, uneven, plantedFaces(90, 50, kColumns).features}) {
        SCOPED_TRACE(kind++);
        expectExact(x, 30, Metric::kEuclidean, x.cast<double>(), 211);
        expectExact(x, 10, Metric::kCosine, normalized(x.cast<double>()), 307);
    }
}

TEST(ExactNeighbours, AreAllOthersWhenKIsLargest) {
    const FeatureMatrix x = plantedFaces(5, 4, 10).features;
    expectExact(x, 19, Metric::kEuclidean, x.cast<double>());
    EXPECT_EQ(exactNeighbours(x, 20).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(exactNeighbours(x, 0).error().code, ErrorCode::kInvalid);
}

TEST(ExactNeighbours, PutDuplicatesAtZeroAndFarOffsetsDoNotBlur) {
    FeatureMatrix x = plantedFaces(100, 4, 32).features;
    x.array() += 300.0F;
    x.row(10) = x.row(250);
    const auto graph = exactNeighbours(x, 3);
    ASSERT_TRUE(graph);
    EXPECT_EQ(graph->index[30], 250);
    EXPECT_EQ(graph->squaredDistance[30], 0.0F);
    expectExact(x, 3, Metric::kEuclidean, x.cast<double>());
}

TEST(ExactNeighbours, OfEqualRowsAreTheFirstRows) {
    const auto graph = exactNeighbours(FeatureMatrix::Constant(500, 6, 2.0F), 4);
    ASSERT_TRUE(graph);
    for (std::size_t c = 0; c < 4; ++c) {
        EXPECT_EQ(graph->index[499 * 4 + c], static_cast<int>(c));
        EXPECT_EQ(graph->squaredDistance[499 * 4 + c], 0.0F);
    }
}

TEST(ExactNeighbours, AreTheSameForAnyNumberOfThreads) {
    for (const int images : {11, 45}) {  // the more of them are enough for products of eight-bit values
        const FeatureMatrix x = plantedFaces(100, images, 48).features;
        setThreadCount(1);
        const auto one = exactNeighbours(x, 30);
        setThreadCount(3);
        const auto three = exactNeighbours(x, 30);
        setThreadCount(0);
        EXPECT_EQ(one->index, three->index);
        EXPECT_EQ(one->squaredDistance, three->squaredDistance);
    }
}

TEST(ExactNeighbours, CanBeCancelled) {
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(exactNeighbours(plantedFaces(10, 10, 8).features, 3, Metric::kEuclidean, job).error().code,
              ErrorCode::kCancelled);
}

TEST(MapNeighbours, AreExactAtTheSizesOfImageSets) {
    const FeatureMatrix x = plantedFaces(40, 10, 24).features;
    const auto found = mapNeighbours(x, 12, Metric::kCosine);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->recall, 1.0);
    EXPECT_EQ(found->graph.index, exactNeighbours(x, 12, Metric::kCosine)->index);
    EXPECT_EQ(mapNeighbours(x, 400, Metric::kCosine).error().code, ErrorCode::kInvalid);
}

TEST(GaussianWeights, ReachThePerplexity) {
    const std::vector<float> d = {1.0F, 1.5F, 2.0F, 4.0F, 7.0F, 9.0F, 20.0F, 21.0F, 30.0F};
    std::vector<float> w(d.size());
    for (const double perplexity : {1.2, 2.0, 5.0, 8.5}) {
        for (const float scale : {1e-6F, 1.0F, 1e6F}) {
            std::vector<float> scaled = d;
            for (float& x : scaled) x *= scale;
            gaussianWeights(scaled, perplexity, w);
            double entropy = 0;
            for (const float p : w) entropy -= p > 0 ? static_cast<double>(p) * std::log(static_cast<double>(p)) : 0.0;
            EXPECT_NEAR(std::exp(entropy), perplexity, 1e-3 * perplexity) << scale;
            EXPECT_NEAR(std::accumulate(w.begin(), w.end(), 0.0), 1.0, 1e-5);
        }
    }
}

TEST(GaussianWeights, AreEqualWhereDistancesAreOrPerplexityIsTooHigh) {
    std::vector<float> w(4);
    gaussianWeights(std::vector<float>{0, 0, 0, 0}, 2.0, w);
    EXPECT_EQ(w, std::vector<float>(4, 0.25F));
    gaussianWeights(std::vector<float>{0, 1, 2, 3}, 4.0, w);
    EXPECT_EQ(w, std::vector<float>(4, 0.25F));
    gaussianWeights(std::vector<float>{0, 0, 0, 3}, 2.0, w);  // three ties: perplexity 2 cannot be had
    for (const float p : w) EXPECT_TRUE(std::isfinite(p));
}

TEST(Affinities, AreSymmetricAndSumToOne) {
    const auto graph = exactNeighbours(plantedFaces(30, 9, 12).features, 20);
    const auto p = affinities(*graph, std::vector<double>{5.0, 7.0});
    ASSERT_TRUE(p);
    Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(270, 270);
    for (std::size_t i = 0; i < p->rows(); ++i) {
        EXPECT_EQ(p->rowStart[i] % 16, 0U);
        for (std::size_t e = p->rowStart[i]; e < p->rowStart[i + 1]; ++e)
            dense(static_cast<Eigen::Index>(i), p->to[e]) += static_cast<double>(p->weight[e]);
    }
    EXPECT_NEAR(dense.sum(), 1.0, 1e-5);
    EXPECT_LT((dense - dense.transpose()).cwiseAbs().maxCoeff(), 1e-12);
    EXPECT_EQ(dense.diagonal().sum(), 0.0);
}
