// Placement of new images, and UMAP-style maps.
#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include "core/common/parallel.h"
#include "core/projection/map_method.h"
#include "core/projection/neighbours.h"
#include "core/projection/placement.h"
#include "core/projection/umap.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

TEST(NeighboursOf, AgreeWithExactNeighboursOfTheSameRows) {
    const FeatureMatrix x = plantedFaces(50, 11, 40).features;
    for (const Metric metric : {Metric::kEuclidean, Metric::kCosine, Metric::kCentredCosine}) {
        const auto all = exactNeighbours(x, 12, metric);
        const auto asked = neighboursOf(x, x, 13, metric);
        ASSERT_TRUE(asked);
        for (std::size_t i = 0; i < 550; ++i) {
            EXPECT_EQ(asked->index[i * 13], static_cast<int>(i));
            for (std::size_t c = 0; c < 12; ++c) EXPECT_EQ(asked->index[i * 13 + c + 1], all->index[i * 12 + c]);
        }
    }
    EXPECT_EQ(neighboursOf(x.leftCols(3), x, 5).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(neighboursOf(x, x, 551).error().code, ErrorCode::kInvalid);
}

TEST(MapMethods, SayWhereNeighboursAreApproximate) {
    for (const char* name : {"tsne", "umap"}) {
        const std::string approximate = mapMethod(name)->note({{"neighbourRecall", 0.9813}}).english();
        EXPECT_NE(approximate.find("approximate: 98.1 %"), std::string::npos) << approximate;
        EXPECT_EQ(mapMethod(name)->note({{"neighbourRecall", 1.0}}).english().find("approximate"), std::string::npos);
    }
}

TEST(PlaceOnMap, PutsImagesAmongTheirNeighbours) {
    const auto faces = plantedFaces(20, 20, 30);
    Embedding map(400, 2);
    for (int i = 0; i < 400; ++i) map.row(i) << static_cast<float>(100 * faces.identity[static_cast<std::size_t>(i)]), 1.0F;
    FeatureMatrix added = faces.features.middleRows(45, 30);
    added.array() += 0.01F;
    const auto placed = placeOnMap(faces.features, map, added);
    ASSERT_TRUE(placed) << placed.error().message;
    for (int i = 0; i < 30; ++i) {
        EXPECT_EQ((*placed)(i, 0), static_cast<float>(100 * faces.identity[static_cast<std::size_t>(45 + i)]));
        EXPECT_EQ((*placed)(i, 1), 1.0F);
    }
    EXPECT_EQ(placeOnMap(faces.features, map.topRows(5), added).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(placeOnMap(faces.features, map, added.leftCols(4)).error().code, ErrorCode::kInvalid);
    EXPECT_TRUE(placeOnMap(faces.features.topRows(1), map.topRows(1), added)->allFinite());
    map(3, 1) = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(placeOnMap(faces.features, map, added).error().code, ErrorCode::kInvalid);
}

TEST(PlaceOnMap, AWeightedImageMovesWithoutLeapsFromOneItEquals) {
    const auto faces = plantedFaces(20, 20, 30);
    Embedding map(400, 2);
    for (int i = 0; i < 400; ++i)
        map.row(i) << static_cast<float>(100 * faces.identity[static_cast<std::size_t>(i)] + i % 20), static_cast<float>(i);
    // From one image to one of another person.
    constexpr int kSteps = 200;
    FeatureMatrix added(kSteps + 1, faces.features.cols());
    for (int i = 0; i <= kSteps; ++i) {
        const float share = static_cast<float>(i) / kSteps;
        added.row(i) = (1 - share) * faces.features.row(45) + share * faces.features.row(245);
    }
    PlacementOptions options;
    options.weighted = true;
    const auto placed = placeOnMap(faces.features, map, added, options);
    ASSERT_TRUE(placed) << placed.error().message;
    EXPECT_NEAR((*placed)(0, 0), map(45, 0), 0.1F);
    EXPECT_NEAR((*placed)(0, 1), map(45, 1), 0.1F);
    EXPECT_NEAR((*placed)(kSteps, 0), map(245, 0), 0.1F);
    // Beside an image it is beside its point: the plain median leaps to the middle of the neighbours at once.
    EXPECT_NEAR((*placed)(2, 1), map(45, 1), 0.5F);
    // One neighbour, and neighbours at one distance, are the plain median.
    options.neighbours = 1;
    EXPECT_EQ((*placeOnMap(faces.features, map, added.topRows(1), options))(0, 1), map(45, 1));
    FeatureMatrix corners(4, 2);
    corners << 1, 0, -1, 0, 0, 1, 0, -1;
    Embedding places(4, 2);
    places << 0, 5, 1, 5, 3, 5, 9, 5;
    options.neighbours = 4;
    const auto middle = placeOnMap(corners, places, FeatureMatrix::Zero(1, 2), options);
    ASSERT_TRUE(middle);
    EXPECT_NEAR((*middle)(0, 0), 2.0F, 1e-5F);
    EXPECT_EQ((*middle)(0, 1), 5.0F);
}

TEST(Umap, FitsTheCurveOfTheReference) {
    const UmapCurve curve = fitUmapCurve(0.1, 1.0);  // umap-learn's find_ab_params(1.0, 0.1): 1.5769, 0.8951
    EXPECT_NEAR(curve.a, 1.5769, 0.01);
    EXPECT_NEAR(curve.b, 0.8951, 0.003);
}

TEST(Umap, RecoversIdentitiesTheSameForAnyNumberOfThreadsAndSlices) {
    const auto faces = plantedFaces(25, 20, 30);
    setThreadCount(1);
    auto one = Umap::create(faces.features, {});
    ASSERT_TRUE(one) << one.error().message;
    ASSERT_TRUE(one->runTo(one->epochs()));
    setThreadCount(2);
    auto two = Umap::create(faces.features, {});
    for (const int epoch : {3, 77, 500, 900}) ASSERT_TRUE(two->runTo(epoch));
    setThreadCount(0);
    EXPECT_EQ(two->epoch(), 500);
    EXPECT_EQ(one->embedding(), two->embedding());
    const Embedding map = one->embedding();
    int agree = 0;
    for (Eigen::Index i = 0; i < 500; ++i) {
        Eigen::VectorXf d = (map.rowwise() - map.row(i)).rowwise().squaredNorm();
        d[i] = std::numeric_limits<float>::max();
        Eigen::Index best = 0;
        d.minCoeff(&best);
        agree += faces.identity[static_cast<std::size_t>(i)] == faces.identity[static_cast<std::size_t>(best)] ? 1 : 0;
    }
    EXPECT_GT(agree, 490);
}

TEST(Umap, DefinesDegenerateInput) {
    for (const auto& x : {FeatureMatrix(FeatureMatrix::Ones(1, 4)), FeatureMatrix(FeatureMatrix::Random(2, 4)),
                          FeatureMatrix(FeatureMatrix::Ones(60, 4)), FeatureMatrix(FeatureMatrix::Zero(3, 1))}) {
        auto umap = Umap::create(x, {.dims = 3, .epochs = 50});
        ASSERT_TRUE(umap);
        ASSERT_TRUE(umap->runTo(50));
        EXPECT_TRUE(umap->embedding().allFinite());
    }
    EXPECT_EQ(Umap::create(FeatureMatrix::Ones(9, 2), {.dims = 1}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Umap::create(FeatureMatrix::Ones(9, 2), {.minDistance = 2}).error().code, ErrorCode::kInvalid);
    JobContext job;
    auto umap = Umap::create(FeatureMatrix::Random(50, 3), {});
    job.report = [&](const Progress& p) {
        if (p.done == 7) job.cancel.cancel();
    };
    EXPECT_EQ(umap->runTo(100, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(umap->epoch(), 7);
}
