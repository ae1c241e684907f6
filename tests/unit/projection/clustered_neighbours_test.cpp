// Approximate neighbours, and the clusters and products of bytes that they are found by.
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include "core/common/parallel.h"
#include "core/projection/cluster_search.h"
#include "core/projection/neighbours.h"
#include "core/projection/quantised_rows.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
/// Rows without sharp clusters: shared directions and noise, lengths that differ by a factor of ten.
FeatureMatrix evenRows(int rows, int columns, std::uint64_t seed = 3) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal;
    std::gamma_distribution<float> length(9, 2);
    const FeatureMatrix shared = FeatureMatrix::NullaryExpr(12, columns, [&] { return normal(random) / 3; });
    FeatureMatrix x(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i) {
        x.row(i) = Eigen::RowVectorXf::NullaryExpr(12, [&] { return normal(random); }) * shared;
        for (float& v : x.row(i)) v += normal(random) / 3;
        x.row(i) *= length(random) / x.row(i).norm();
    }
    return x;
}

FeatureMatrix shapelessRows(int rows, int columns) {
    std::mt19937_64 random(9);
    std::normal_distribution<float> normal;
    return FeatureMatrix::NullaryExpr(rows, columns, [&] { return normal(random); });
}

/// The share of neighbours that are no farther than the k-th true one.
double recallOf(const NeighbourGraph& found, const NeighbourGraph& exact) {
    const auto k = static_cast<std::size_t>(exact.k);
    std::size_t near = 0;
    for (std::size_t i = 0; i < exact.rows(); ++i)
        for (std::size_t c = 0; c < k; ++c)
            near += found.squaredDistance[i * k + c] <= exact.squaredDistance[i * k + k - 1] * 1.00001F ? 1U : 0U;
    return static_cast<double>(near) / static_cast<double>(exact.index.size());
}

/// Lists are what NeighbourGraph says: others, each once, nearest first, with distances of the rows themselves.
void expectWellFormed(const NeighbourGraph& graph, const FeatureMatrix& rows) {
    const auto k = static_cast<std::size_t>(graph.k);
    ASSERT_EQ(graph.rows(), static_cast<std::size_t>(rows.rows()));
    for (std::size_t i = 0; i < graph.rows(); i += 13) {
        std::vector<std::int32_t> others(graph.index.begin() + static_cast<std::ptrdiff_t>(i * k),
                                         graph.index.begin() + static_cast<std::ptrdiff_t>((i + 1) * k));
        for (std::size_t c = 0; c < k; ++c) {
            ASSERT_NE(others[c], static_cast<int>(i));
            const float d = graph.squaredDistance[i * k + c];
            const auto expected = (rows.row(static_cast<Eigen::Index>(i)) - rows.row(others[c])).squaredNorm();
            ASSERT_NEAR(d, expected, 1e-4F * expected + 1e-6F);
            ASSERT_LE(c > 0 ? graph.squaredDistance[i * k + c - 1] : 0.0F, d);
        }
        std::ranges::sort(others);
        ASSERT_EQ(std::ranges::adjacent_find(others), others.end());
    }
}
}  // namespace

TEST(ClusteredNeighbours, ReachTheRecallTheyState) {
    for (const FeatureMatrix& x : {plantedFaces(400, 15, 32).features, evenRows(6000, 40)})
        for (const double wanted : {0.9, 0.98}) {
            SCOPED_TRACE(wanted);
            const auto found = clusteredNeighbours(x, 20, Metric::kEuclidean, {.recall = wanted});
            ASSERT_TRUE(found) << found.error().message;
            EXPECT_GE(found->recall, wanted);
            EXPECT_LT(found->probes, found->clusters * 9 / 10);
            EXPECT_NEAR(recallOf(found->graph, *exactNeighbours(x, 20)), found->recall, 0.012);
            expectWellFormed(found->graph, x);
        }
}

TEST(ClusteredNeighbours, FollowTheMetric) {
    const FeatureMatrix x = (plantedFaces(300, 10, 24).features.array() + 20.0F).matrix();  // nearly one direction
    for (const Metric metric : {Metric::kCosine, Metric::kCentredCosine}) {
        const auto found = clusteredNeighbours(x, 9, metric);
        ASSERT_TRUE(found);
        EXPECT_GE(recallOf(found->graph, *exactNeighbours(x, 9, metric)), 0.94);
    }
}

TEST(ClusteredNeighbours, AreTheSameForAnyNumberOfThreads) {
    for (const FeatureMatrix& x : {evenRows(3000, 24), shapelessRows(2500, 90)}) {
        setThreadCount(1);
        const auto one = clusteredNeighbours(x, 10, Metric::kCosine);
        setThreadCount(3);
        const auto three = clusteredNeighbours(x, 10, Metric::kCosine);
        setThreadCount(0);
        EXPECT_EQ(one->graph.index, three->graph.index);
        EXPECT_EQ(one->graph.squaredDistance, three->graph.squaredDistance);
        EXPECT_EQ(one->recall, three->recall);
        EXPECT_EQ(one->probes, three->probes);
    }
}

/// Where each row would have to be held against most others, all pairs are: products of bytes are cheap enough.
TEST(ClusteredNeighbours, AreLookedForAmongAllRowsWhereThereAreNoClusters) {
    const FeatureMatrix x = shapelessRows(3000, 100);
    const auto found = clusteredNeighbours(x, 15, Metric::kEuclidean, {.recall = 0.98});
    ASSERT_TRUE(found);
    EXPECT_GE(found->recall, 0.98);
    if (kernels().nearStrip != nullptr) {
        EXPECT_EQ(found->probes, found->clusters);
    }
    EXPECT_NEAR(recallOf(found->graph, *exactNeighbours(x, 15)), found->recall, 0.012);
    expectWellFormed(found->graph, x);
}

TEST(ClusteredNeighbours, OfFewRowsAreAllOthers) {
    const FeatureMatrix x = plantedFaces(10, 4, 6).features;
    for (const int n : {2, 3, 40}) {
        const auto found = clusteredNeighbours(x.topRows(n), n - 1, Metric::kEuclidean);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->recall, 1.0);
        EXPECT_EQ(found->graph.index, exactNeighbours(x.topRows(n), n - 1)->index);
    }
    const FeatureMatrix many = evenRows(700, 5);  // more clusters than one, and all rows asked for
    const auto all = clusteredNeighbours(many, 699, Metric::kEuclidean);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->recall, 1.0);
    expectWellFormed(all->graph, many);
}

TEST(ClusteredNeighbours, OfDuplicatesAreAtZero) {
    FeatureMatrix x = evenRows(2400, 16);
    for (Eigen::Index i = 0; i < 1200; ++i) x.row(i * 2) = x.row(i / 40 * 2);  // 30 rows, 40 times each
    const auto found = clusteredNeighbours(x, 30, Metric::kEuclidean);
    ASSERT_TRUE(found);
    EXPECT_GE(found->recall, 0.95);
    for (std::size_t c = 0; c < 30; ++c) EXPECT_EQ(found->graph.squaredDistance[200 * 30 + c], 0.0F);
    const auto equal = clusteredNeighbours(FeatureMatrix::Constant(3000, 4, 1.0F), 30, Metric::kEuclidean);
    ASSERT_TRUE(equal);
    EXPECT_EQ(equal->recall, 1.0);
    EXPECT_LT(equal->probes, equal->clusters);
    EXPECT_EQ(*std::ranges::max_element(equal->graph.squaredDistance), 0.0F);
    expectWellFormed(equal->graph, FeatureMatrix::Constant(3000, 4, 1.0F));
}

/// Pairs so near that eight bits do not tell them apart from others of their group.
TEST(ClusteredNeighbours, OfRowsFinerThanEightBitsAreFoundAllTheSame) {
    FeatureMatrix x = evenRows(3000, 8);
    for (Eigen::Index i = 0; i < 3000; ++i) x.row(i) = 100 * x.row(i % 10) + 1e-3F * x.row(i);
    const auto found = clusteredNeighbours(x, 5, Metric::kEuclidean);
    ASSERT_TRUE(found);
    EXPECT_GE(recallOf(found->graph, *exactNeighbours(x, 5)), 0.94);
}

TEST(ClusteredNeighbours, OfRowsBeyondAllNumbersAreExact) {
    FeatureMatrix x = evenRows(600, 8);
    x.row(5).setConstant(1e30F);
    const auto found = clusteredNeighbours(x, 4, Metric::kEuclidean);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->graph.rows(), 600U);
}

TEST(ClusteredNeighbours, RefuseWhatIsNoNumberAndStopWhenAsked) {
    FeatureMatrix x = evenRows(500, 8);
    EXPECT_EQ(clusteredNeighbours(x, 500, Metric::kEuclidean).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(clusteredNeighbours(x, 0, Metric::kEuclidean).error().code, ErrorCode::kInvalid);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(clusteredNeighbours(x, 5, Metric::kEuclidean, {}, job).error().code, ErrorCode::kCancelled);
    x(7, 3) = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(clusteredNeighbours(x, 5, Metric::kEuclidean).error().code, ErrorCode::kInvalid);
}

TEST(RowClusters, HoldEveryRowOnceInSmallClusters) {
    const FeatureMatrix x = plantedFaces(200, 20, 16).features;
    const RowClusters c = clusterRows(x, 1, {});
    auto order = c.order;
    std::ranges::sort(order);
    for (std::size_t i = 0; i < 4000; ++i) ASSERT_EQ(order[i], static_cast<int>(i));
    EXPECT_GT(c.count(), 30U);
    double within = 0;
    for (std::size_t k = 0; k < c.count(); ++k) {
        ASSERT_GE(c.size(k), 1U);
        ASSERT_LE(c.size(k), kTile);
        const auto rows = c.rows.middleRows(static_cast<Eigen::Index>(c.start[k]), static_cast<Eigen::Index>(c.size(k)));
        EXPECT_LT((rows.colwise().mean() - c.centres.row(static_cast<Eigen::Index>(k))).norm(), 1e-3F);
        within += (rows.rowwise() - rows.colwise().mean()).squaredNorm();
    }
    const double all = (x.rowwise() - x.colwise().mean()).squaredNorm();
    EXPECT_LT(within, 0.55 * all);  // 0.98 for parts made by chance
    for (std::size_t i = 0; i < 4000; ++i) ASSERT_EQ(c.rows.row(static_cast<Eigen::Index>(i)), x.row(c.order[i]));
}

/// Both ways of holding rows against clusters find what a plain loop finds.
TEST(StripSearch, FindsTheNearestOfTheClustersThatAreSearched) {
    const FeatureMatrix x = evenRows(1500, 21);  // no multiple of any vector
    const RowClusters clusters = clusterRows(x, 1, {});
    constexpr std::size_t kNearest = 12;
    for (const auto& make : {floatStrips, byteStrips}) {
        const auto strips = make(clusters);
        if (!strips) continue;
        const ClusterSearch search(clusters, *strips, kNearest, {});
        std::size_t mistaken = 0;
        for (std::size_t b = 0; b < search.blocks(); ++b) {
            const std::vector<std::int32_t> chosen = {0, 3, 5};
            ClusterSearch::Block block(search, b, chosen);
            block.reachOut(1.1F);
            for (const std::int32_t row : chosen) {
                const auto place = static_cast<Eigen::Index>(search.firstPlace(b)) + row;
                std::vector<Candidate> expected;
                for (std::size_t j = 0; j < 1500; ++j) {
                    const auto cluster = static_cast<std::size_t>(clusters.of[j]);
                    const float apart = (clusters.centres.row(clusters.of[j]) - clusters.rows.row(place)).squaredNorm() /
                                        block.farthest(row);
                    if (static_cast<Eigen::Index>(j) == place || (!block.hasSearched(cluster) && apart > 1.1F)) continue;
                    const float d =
                        (clusters.rows.row(static_cast<Eigen::Index>(j)) - clusters.rows.row(place)).squaredNorm();
                    expected.emplace_back(d, clusters.order[j]);
                }
                std::sort(expected.begin(), expected.end());
                const auto nearest = block.nearest(row);
                ASSERT_EQ(nearest.size(), kNearest);
                for (std::size_t c = 0; c < kNearest; ++c) mistaken += nearest[c].row() != expected[c].row() ? 1U : 0U;
            }
        }
        EXPECT_LE(mistaken, search.blocks() * 3 * kNearest / 50);  // centres at the very edge of the reach
    }
}

/// The products themselves, for strips of all widths.
TEST(StripSearch, GivesTheDistancesOfBytes) {
    if (kernels().nearStrip == nullptr) GTEST_SKIP() << "no fast products of bytes";
    const FeatureMatrix x = evenRows(200, 30);
    const QuantisedRows rows(x, QuantisedRows::Kind::kEstimate);
    const std::size_t depth = rows.depth();
    std::vector<float> limit(kTile, 200.0F), distance(kTile * kTile + 16);
    std::vector<std::int32_t> place(kTile * kTile + 16), chosen = {0, 1, 2, 5, 8, 13, 21, 34};
    AlignedVector<std::uint8_t> packed(kTile * depth);
    std::vector<std::int8_t> gathered(kStripRows * depth);
    for (const std::size_t width : {1, 15, 16, 31, 48, 64, 100, 192}) {
        kernels().packStrip(rows.values(0), width, depth, packed.data());
        std::vector<float> norm(kTile, std::numeric_limits<float>::infinity()), step(kTile, 0.0F);
        std::copy_n(rows.from(0, nullptr).norm, width, norm.begin());
        std::copy_n(rows.from(0, nullptr).step, width, step.begin());
        const std::size_t found = kernels().nearStrip({rows.values(0),
                                                       chosen.data(),
                                                       chosen.size(),
                                                       packed.data(),
                                                       (width + 15) / 16 * 16,
                                                       depth,
                                                       rows.from(0, limit.data()),
                                                       {norm.data(), step.data(), nullptr, nullptr},
                                                       distance.data(),
                                                       place.data(),
                                                       gathered.data()});
        std::vector<float> all(kTile * kTile, -1.0F);
        for (std::size_t h = 0; h < found; ++h) all[static_cast<std::size_t>(place[h])] = distance[h];
        for (const std::int32_t row : chosen)
            for (std::size_t j = 0; j < kTile; ++j) {
                const float got = all[static_cast<std::size_t>(row) * kTile + j];
                if (j >= width) {
                    ASSERT_EQ(got, -1.0F);
                    continue;
                }
                const float true2 = (x.row(row) - x.row(static_cast<Eigen::Index>(j))).squaredNorm();
                const float rounding = 0.05F * true2 + 0.5F;
                if (got < 0)
                    ASSERT_GT(true2, 200.0F - rounding) << width << " " << row << " " << j;
                else
                    ASSERT_NEAR(got, true2, rounding) << width << " " << row << " " << j;
            }
    }
}
