#include "core/projection/moving_search.h"

#include <gtest/gtest.h>
#include "core/common/parallel.h"
#include "core/projection/exact_search.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
/// Wide enough for a search in parts.
const FeatureMatrix& wideFaces() {
    static const FeatureMatrix x = plantedFaces(620, 15, 512).features;
    return x;
}
}  // namespace

TEST(ExactSearch, InPartsFindsTheSameNeighbours) {
    const FeatureMatrix x = plantedFaces(90, 47, 24).features;  // 4,230 rows: the last group of blocks is not full
    const auto whole = exactNeighbours(x, 12);
    ASSERT_TRUE(whole);
    for (const SearchOrder order : {SearchOrder::kAsGiven, SearchOrder::kShuffled}) {
        auto search = ExactSearch::create(x, 12, Metric::kEuclidean, order, 7);
        ASSERT_TRUE(search);
        EXPECT_EQ(search->parts(), 7);
        ASSERT_TRUE(search->runTo(1));
        const NeighbourGraph early = search->soFar(12);
        int found = 0;
        for (std::size_t i = 0; i < x.rows() * 12ULL; ++i) {
            ASSERT_NE(early.index[i], static_cast<std::int32_t>(i / 12));
            ASSERT_GE(early.squaredDistance[i], whole->squaredDistance[i] * 0.999F - 1e-3F);
            found += early.index[i] == whole->index[i] ? 1 : 0;
        }
        EXPECT_GT(found, 0);
        ASSERT_TRUE(search->runTo(7));
        const NeighbourGraph all = search->finish();
        EXPECT_EQ(all.index, whole->index);
        EXPECT_EQ(all.squaredDistance, whole->squaredDistance);
    }
}

TEST(MovingSearch, ShowsAMapThatMovesAndEndsAsGood) {
    TsneOptions options;
    options.iterations = 200;
    ASSERT_GE(movingParts(wideFaces(), options), 3);
    std::vector<Embedding> maps;
    auto moving = Tsne::create(wideFaces(), options, {}, [&](const Embedding& map, int) { maps.push_back(map); });
    ASSERT_TRUE(moving);
    ASSERT_GE(maps.size(), 3U);  // PCA, and one after every part but the last
    for (std::size_t m = 1; m < maps.size(); ++m) EXPECT_NE(maps[m], maps[m - 1]);
    EXPECT_EQ(moving->iteration(), options.searchIterations);
    ASSERT_TRUE(moving->runTo(200));
    options.searchIterations = 0;
    auto still = Tsne::create(wideFaces(), options);
    ASSERT_TRUE(still->runTo(200));
    EXPECT_LT(moving->klDivergence(), 1.02 * still->klDivergence());
}

TEST(MovingSearch, IsTheSameForAnyNumberOfThreadsAndInSlices) {
    setThreadCount(1);
    auto one = Tsne::create(wideFaces(), {});
    ASSERT_TRUE(one->runTo(45));
    ASSERT_TRUE(one->runTo(60));
    setThreadCount(2);
    auto two = Tsne::create(wideFaces(), {});
    ASSERT_TRUE(two->runTo(60));
    setThreadCount(0);
    EXPECT_EQ(one->embedding(), two->embedding());
}

TEST(MovingSearch, IsNotForFewImagesOrPresetsOfTheLiterature) {
    EXPECT_EQ(movingParts(plantedFaces(100, 10, 64).features, {}), 0);
    TsneOptions none;
    none.searchIterations = 0;
    EXPECT_EQ(movingParts(wideFaces(), none), 0);
}
