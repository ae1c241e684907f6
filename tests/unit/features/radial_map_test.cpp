#include "core/features/radial_map.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

namespace facespace {
namespace {

TEST(RadialMap, TheRadiusIsTheDistanceAndTheAngleTheMaps) {
    constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
    Embedding map(6, 2);
    map << 11, 20, 10, 21, 9, 20, 10, 19, kNothing, 1, 30, 20;
    map.row(5) << 10, 20;  // in the middle: no angle, but a distance
    const Embedding radial = radialMap(map, {3, 4, 5, kNothing, 7, 2});
    ASSERT_EQ(radial.rows(), 6);
    EXPECT_NEAR(radial(0, 0), 3, 1e-5);
    EXPECT_NEAR(radial(0, 1), 0, 1e-5);
    EXPECT_NEAR(radial(1, 1), 4, 1e-5);
    EXPECT_NEAR(radial(2, 0), -5, 1e-5);
    EXPECT_TRUE(std::isnan(radial(3, 0)));
    EXPECT_TRUE(std::isnan(radial(4, 0)));
    EXPECT_NEAR(radial.row(5).norm(), 2, 1e-5);
}

TEST(RadialMap, AShiftOfTheMapChangesNothing) {
    Embedding map(50, 2);
    std::vector<float> distance;
    for (int i = 0; i < 50; ++i) {
        map.row(i) << std::sin(static_cast<float>(i)), std::cos(2.0F * static_cast<float>(i));
        distance.push_back(5.0F + static_cast<float>(i));
    }
    const Embedding here = radialMap(map, distance);
    Embedding moved = map;
    moved.col(0).array() += 16.0F;
    EXPECT_TRUE(radialMap(moved, distance).isApprox(here, 1e-4F));
    for (int i = 0; i < 50; ++i) EXPECT_NEAR(here.row(i).norm(), distance[static_cast<std::size_t>(i)], 1e-3);
}

}  // namespace
}  // namespace facespace
