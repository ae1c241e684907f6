#include "widgets/map/screen_index.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <random>

namespace facespace {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

Embedding randomMap(int rows, int dims, unsigned seed) {
    std::mt19937 engine(seed);
    Embedding map(rows, dims);
    for (Eigen::Index i = 0; i < map.size(); ++i) map.data()[i] = static_cast<float>(engine() % 100000) / 1000.0F - 50.0F;
    return map;
}

struct Scene {
    Embedding map;
    MapCamera camera;
    MapViewport port{1000, 700};
    ScreenIndex index;
    std::vector<Eigen::Vector3d> at;

    Scene(Embedding coordinates, double zoom = 1) : map(std::move(coordinates)) {
        camera.dims = static_cast<int>(map.cols());
        camera.rotate(80, 50, port);
        camera.fit(boundsOf(map), port);
        camera.zoomAt(500, 350, zoom, port);
        index.build(map, camera, port);
        for (Eigen::Index row = 0; row < map.rows(); ++row) {
            Eigen::Vector3d p = Eigen::Vector3d::Zero();
            for (Eigen::Index d = 0; d < map.cols(); ++d) p[d] = static_cast<double>(map(row, d));
            at.push_back(camera.project(p, port));
        }
    }
    bool visible(std::size_t row) const {
        const auto& p = at[row];
        return p.z() > 0 && p.x() >= 0 && p.x() <= port.width && p.y() >= 0 && p.y() <= port.height;
    }
    template <class Inside>
    std::vector<int> where(Inside inside) const {
        std::vector<int> rows;
        for (std::size_t row = 0; row < at.size(); ++row) {
            if (visible(row) && inside(at[row].x(), at[row].y())) rows.push_back(static_cast<int>(row));
        }
        return rows;
    }
};

class ScreenIndexTest : public ::testing::TestWithParam<int> {};

TEST_P(ScreenIndexTest, PicksTheNearestPointOrNone) {
    const Scene scene(randomMap(3000, GetParam(), 5), 2);
    std::mt19937 engine(9);
    int found = 0;
    for (int trial = 0; trial < 500; ++trial) {
        const float x = static_cast<float>(engine() % 1000), y = static_cast<float>(engine() % 700);
        int nearest = -1;
        double best = 64;
        for (std::size_t row = 0; row < scene.at.size(); ++row) {
            const double square = std::pow(scene.at[row].x() - x, 2) + std::pow(scene.at[row].y() - y, 2);
            if (scene.visible(row) && square < best) {
                best = square;
                nearest = static_cast<int>(row);
            }
        }
        // No radius of its own: in 3-D, too, the nearest on the screen.
        EXPECT_EQ(scene.index.pick(x, y, 8, 0), nearest);
        found += nearest >= 0 ? 1 : 0;
    }
    EXPECT_GT(found, 50);
}

TEST_P(ScreenIndexTest, RectangleCircleAndLassoAgreeWithALoopOverAllPoints) {
    const Scene scene(randomMap(3000, GetParam(), 6), 3);
    const auto rectangle = scene.where([](double x, double y) { return x >= 210 && x <= 480 && y >= 120 && y <= 333; });
    EXPECT_EQ(scene.index.inRectangle({480, 120}, {210, 333}), rectangle);
    EXPECT_FALSE(rectangle.empty());
    const auto circle = scene.where([](double x, double y) { return std::hypot(x - 500, y - 350) <= 150; });
    EXPECT_EQ(scene.index.inCircle({500, 350}, 150), circle);
    EXPECT_FALSE(circle.empty());
    const auto triangle =
        scene.where([](double x, double y) { return x >= 100 && y >= 100 && (x - 100) + (y - 100) <= 500; });
    EXPECT_EQ(scene.index.inPolygon({{100, 100}, {600, 100}, {100, 600}}), triangle);
    EXPECT_FALSE(triangle.empty());
}

TEST_P(ScreenIndexTest, AnythingOverTheWholeViewFindsAllInView) {
    const Scene scene(randomMap(2000, GetParam(), 8));
    EXPECT_EQ(scene.index.size(), 2000U);
    EXPECT_EQ(scene.index.inRectangle({-50, -50}, {2000, 2000}).size(), 2000U);
    EXPECT_EQ(scene.index.inPolygon({{-9, -9}, {1100, -9}, {1100, 800}, {-9, 800}}).size(), 2000U);
}

TEST_P(ScreenIndexTest, PointsWithoutCoordinatesAreNeverFound) {
    Embedding map = randomMap(10, GetParam(), 8);
    map.row(4).setConstant(kNan);
    map(7, 1) = kNan;
    const Scene scene(map);
    EXPECT_EQ(scene.index.inRectangle({0, 0}, {1000, 700}), (std::vector<int>{0, 1, 2, 3, 5, 6, 8, 9}));
}

INSTANTIATE_TEST_SUITE_P(Dims, ScreenIndexTest, ::testing::Values(2, 3));

TEST(ScreenIndex, InThreeDimensionsTheFrontPointWins) {
    Embedding map(3, 3);
    map << 0, 0, -10, 0.02F, 0, 10, 30, 30, 0;
    MapCamera camera;
    camera.dims = 3;
    const MapViewport port{400, 400};
    camera.fit(boundsOf(map), port);
    ScreenIndex index;
    index.build(map, camera, port);
    const Eigen::Vector3d back = camera.project({0, 0, -10}, port);
    const auto x = static_cast<float>(back.x()), y = static_cast<float>(back.y());
    EXPECT_EQ(index.pick(x, y, 8, 0), 0);
    EXPECT_EQ(index.pick(x, y, 8, 60), 1);
}

TEST(ScreenIndex, ALassoThatCrossesItselfFollowsTheEvenOddRule) {
    Embedding map(3, 2);
    map << 0, 0, 100, 100, 50, 50;
    MapCamera camera;
    const MapViewport port{400, 400};
    camera.fit(boundsOf(map), port);
    ScreenIndex index;
    index.build(map, camera, port);
    // Twice around the middle: inside twice is outside.
    EXPECT_TRUE(
        index.inPolygon({{150, 150}, {250, 150}, {250, 250}, {150, 250}, {150, 150}, {250, 150}, {250, 250}, {150, 250}})
            .empty());
    EXPECT_EQ(index.inPolygon({{150, 150}, {250, 150}, {250, 250}, {150, 250}}), (std::vector<int>{2}));
    EXPECT_TRUE(index.inPolygon({{150, 150}, {250, 150}}).empty());
}

TEST(ScreenIndex, EmptyFindsNothing) {
    ScreenIndex index;
    EXPECT_EQ(index.pick(3, 3, 10, 5), -1);
    EXPECT_TRUE(index.inRectangle({0, 0}, {9, 9}).empty());
    index.build(Embedding(0, 2), MapCamera(), MapViewport{100, 100});
    EXPECT_EQ(index.pick(3, 3, 10, 5), -1);
}

TEST(ScreenIndex, SaysHowLongItTakes) {
    for (const int count : {24'000, 1'000'000}) {
        for (const int dims : {2, 3}) {
            const Embedding map = randomMap(count, dims, 2);
            MapCamera camera;
            camera.dims = dims;
            const MapViewport port{1200, 900};
            camera.fit(boundsOf(map), port);
            ScreenIndex index;
            const auto start = std::chrono::steady_clock::now();
            index.build(map, camera, port);
            const auto built = std::chrono::steady_clock::now();
            int hits = 0;
            for (int i = 0; i < 1000; ++i) {
                hits += index.pick(static_cast<float>(i % 1200), static_cast<float>(i * 7 % 900), 8, 3) >= 0 ? 1 : 0;
            }
            const auto picked = std::chrono::steady_clock::now();
            std::printf("%d points, %d-D: index %.2f ms, pick %.4f ms (%d hits)\n", count, dims,
                        std::chrono::duration<double, std::milli>(built - start).count(),
                        std::chrono::duration<double, std::milli>(picked - built).count() / 1000, hits);
            EXPECT_GT(hits, 100);
        }
    }
}

}  // namespace
}  // namespace facespace
