#include "core/projection/quality.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>
#include "core/common/parallel.h"
#include "core/projection/tsne.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
/// rank[i][j]: 1 for the nearest other row; ties by row.
std::vector<std::vector<int>> rankMatrix(const Eigen::MatrixXd& x) {
    const auto n = static_cast<int>(x.rows());
    std::vector<std::vector<int>> rank(static_cast<std::size_t>(n), std::vector<int>(static_cast<std::size_t>(n), 0));
    for (int i = 0; i < n; ++i) {
        std::vector<std::pair<double, int>> all;
        for (int j = 0; j < n; ++j)
            if (j != i) all.emplace_back((x.row(i) - x.row(j)).squaredNorm(), j);
        std::sort(all.begin(), all.end());
        for (std::size_t r = 0; r < all.size(); ++r)
            rank[static_cast<std::size_t>(i)][static_cast<std::size_t>(all[r].second)] = static_cast<int>(r) + 1;
    }
    return rank;
}

/// Venna & Kaski's formula, word for word: U is the neighbours in `of` that are not neighbours in `in`.
double plainMeasure(const std::vector<std::vector<int>>& of, const std::vector<std::vector<int>>& in, int k) {
    double sum = 0;
    const std::size_t n = of.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (j != i && of[i][j] <= k && in[i][j] > k) sum += in[i][j] - k;
    const auto nd = static_cast<double>(n);
    return 1.0 - 2.0 / (nd * k * (2.0 * nd - 3.0 * k - 1.0)) * sum;
}

struct Example {
    FeatureMatrix x;
    Embedding map;
    std::vector<int> identity;
};
Example example() {
    auto faces = plantedFaces(45, 10, 30);
    Example e{faces.features, faces.features.leftCols(2), faces.identity};
    return e;
}
}  // namespace

/// The largest k decides how ranks are counted: beyond an identity's images, and beyond what a table of steps holds.
class MapQualityUpTo : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Neighbours, MapQualityUpTo, ::testing::Values(12, 100, 200));

TEST_P(MapQualityUpTo, AgreesWithTheFormulas) {
    const Example e = example();
    const auto q = mapQuality(e.x, e.map, {.neighbours = {5, GetParam()}}, e.identity);
    ASSERT_TRUE(q) << q.error().message;
    const auto inData = rankMatrix(e.x.cast<double>());
    const auto onMap = rankMatrix(e.map.cast<double>());
    for (std::size_t c = 0; c < 2; ++c) {
        const int k = q->neighbours[c];
        EXPECT_NEAR(q->trustworthiness[c], plainMeasure(onMap, inData, k), 1e-5);
        EXPECT_NEAR(q->continuity[c], plainMeasure(inData, onMap, k), 1e-5);
        double total = 0;
        for (std::size_t i = 0; i < inData.size(); ++i) {
            int common = 0;
            for (std::size_t j = 0; j < inData.size(); ++j)
                common += j != i && inData[i][j] <= k && onMap[i][j] <= k ? 1 : 0;
            EXPECT_NEAR(q->pointPreservation(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)),
                        static_cast<float>(common) / static_cast<float>(k), 1e-6F);
            total += static_cast<double>(common) / k;
        }
        EXPECT_NEAR(q->preservation[c], total / static_cast<double>(inData.size()), 1e-6);
    }
    std::vector<double> dx;
    std::vector<double> dm;
    for (Eigen::Index i = 0; i < e.x.rows(); ++i)
        for (Eigen::Index j = i + 1; j < e.x.rows(); ++j) {
            dx.push_back((e.x.row(i) - e.x.row(j)).cast<double>().norm());
            dm.push_back((e.map.row(i) - e.map.row(j)).cast<double>().norm());
        }
    EXPECT_NEAR(q->distanceCorrelation, spearman(dx, dm), 1e-3);
    EXPECT_GT(q->centroidCorrelation, 0.0);
    EXPECT_LT(q->centroidCorrelation, 1.0);
}

TEST(MapQuality, IsPerfectForACopyAndPoorForNoise) {
    Example e = example();
    const FeatureMatrix plane = e.x.leftCols(2);
    const auto perfect = mapQuality(plane, e.map, {.neighbours = {7}}, e.identity);
    ASSERT_TRUE(perfect);
    EXPECT_NEAR(perfect->trustworthiness[0], 1.0, 1e-6);
    EXPECT_NEAR(perfect->continuity[0], 1.0, 1e-6);
    EXPECT_NEAR(perfect->preservation[0], 1.0, 5e-3);
    EXPECT_NEAR(perfect->distanceCorrelation, 1.0, 1e-3);
    EXPECT_NEAR(perfect->centroidCorrelation, 1.0, 1e-12);
    const auto noise = mapQuality(e.x, plantedFaces(450, 1, 2, 99).features, {.neighbours = {7}});
    EXPECT_NEAR(noise->trustworthiness[0], 0.5, 0.05);
    EXPECT_LT(noise->preservation[0], 0.05);
    EXPECT_TRUE(std::isnan(noise->centroidCorrelation));
}

TEST(MapQuality, IsTheSameForAnyNumberOfThreadsAndDefinedForEqualRows) {
    const Example e = example();
    setThreadCount(1);
    const auto one = mapQuality(e.x, e.map, {});
    setThreadCount(2);
    const auto two = mapQuality(e.x, e.map, {});
    setThreadCount(0);
    EXPECT_EQ(one->trustworthiness, two->trustworthiness);
    EXPECT_EQ(one->continuity, two->continuity);
    EXPECT_EQ(one->distanceCorrelation, two->distanceCorrelation);
    const auto equal = mapQuality(FeatureMatrix::Constant(100, 3, 1.0F), Embedding::Zero(100, 2), {});
    ASSERT_TRUE(equal);
    EXPECT_EQ(equal->trustworthiness[0], 1.0);
}

TEST(MapQuality, RefusesWhatItCannotJudge) {
    Example e = example();
    EXPECT_EQ(mapQuality(e.x, e.map.topRows(3), {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(mapQuality(e.x, e.map, {.neighbours = {225}}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(mapQuality(e.x, e.map, {.neighbours = {}}).error().code, ErrorCode::kInvalid);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(mapQuality(e.x, e.map, {}, {}, job).error().code, ErrorCode::kCancelled);
    e.map(3, 1) = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(mapQuality(e.x, e.map, {}).error().code, ErrorCode::kInvalid);
}

TEST(MapAgreement, ComparesMaps) {
    const Example e = example();
    EXPECT_NEAR(*mapAgreement(e.map, e.map * 3.0F, 10), 1.0, 5e-3);
    EXPECT_LT(*mapAgreement(e.map, plantedFaces(450, 1, 2, 99).features, 10), 0.1);
    EXPECT_EQ(mapAgreement(e.map, e.map.topRows(4), 10).error().code, ErrorCode::kInvalid);
}

TEST(Spearman, HandlesTies) {
    EXPECT_NEAR(spearman(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 4, 9, 16}), 1.0, 1e-12);
    EXPECT_NEAR(spearman(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 3, 2, 4}), 0.948683,
                1e-6);  // scipy.stats.spearmanr
    EXPECT_TRUE(std::isnan(spearman(std::vector<double>{1}, std::vector<double>{1})));
}

TEST(MapQuality, DivergenceIsThatOfTheRun) {
    const auto faces = plantedFaces(40, 20, 24);
    auto tsne = Tsne::create(faces.features, {.perplexity = 12});
    ASSERT_TRUE(tsne->runTo(300));
    const auto q = mapQuality(faces.features, tsne->embedding(), {.neighbours = {10}, .perplexities = {12}});
    ASSERT_TRUE(q) << q.error().message;
    EXPECT_NEAR(q->klDivergence, tsne->klDivergence(), 1e-3 * tsne->klDivergence());
    // Word for word, in double, over all pairs.
    const Eigen::MatrixXd y = tsne->embedding().cast<double>();
    const auto p = affinities(*exactNeighbours(faces.features, 36), std::vector<double>{12.0});
    double z = 0;
    for (Eigen::Index i = 0; i < 800; ++i)
        for (Eigen::Index j = 0; j < 800; ++j) z += i == j ? 0.0 : 1.0 / (1.0 + (y.row(i) - y.row(j)).squaredNorm());
    double kl = 0;
    for (std::size_t i = 0; i < 800; ++i)
        for (std::size_t e = p->rowStart[i]; e < p->rowStart[i + 1]; ++e) {
            const double w = static_cast<double>(p->weight[e]);
            if (w > 0)
                kl += w * std::log(w * z * (1.0 + (y.row(static_cast<Eigen::Index>(i)) - y.row(p->to[e])).squaredNorm()));
        }
    EXPECT_NEAR(q->klDivergence, kl, 1e-5 * kl);
    EXPECT_TRUE(std::isnan(mapQuality(faces.features, tsne->embedding(), {})->klDivergence));
    EXPECT_TRUE(
        mapQuality(faces.features.topRows(9), tsne->embedding().topRows(9), {.neighbours = {2}, .perplexities = {30}}));
}
