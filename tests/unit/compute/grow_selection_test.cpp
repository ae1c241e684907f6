#include "core/compute/grow_selection.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

namespace facespace {
namespace {

/// Images on a circle, one degree apart, at growing distance from the origin; one without a feature.
FeatureSet circle(int count) {
    FeatureSet set;
    set.features.resize(count, 2);
    for (int i = 0; i < count; ++i) {
        const float angle = static_cast<float>(i) * 0.017453F, radius = 1.0F + 0.1F * static_cast<float>(i % 5);
        set.features.row(i) << radius * std::cos(angle), radius * std::sin(angle);
    }
    set.features.row(7).setConstant(std::numeric_limits<float>::quiet_NaN());
    for (int i = 0; i < count; ++i) set.distance.push_back(set.features.row(i).norm());
    return set;
}

TEST(GrowSelection, TakesTheNearestOfEach) {
    const FeatureSet set = circle(40);
    const auto grown = grownByNeighbours(set, {3, 20}, {2, Metric::kCosine}, {});
    ASSERT_TRUE(grown);
    EXPECT_EQ(*grown, (std::vector<int>{2, 3, 4, 19, 20, 21}));
    // By distance the circle's neighbours of the same radius (every fifth) come first.
    const auto euclidean = grownByNeighbours(set, {20}, {2, Metric::kEuclidean}, {});
    ASSERT_TRUE(euclidean);
    EXPECT_EQ(*euclidean, (std::vector<int>{15, 20, 25}));
}

TEST(GrowSelection, ImagesWithoutFeaturesStayAndBringNothing) {
    const auto grown = grownByNeighbours(circle(40), {7}, {3, Metric::kCosine}, {});
    ASSERT_TRUE(grown);
    EXPECT_EQ(*grown, std::vector<int>{7});
    const auto all = grownByNeighbours(circle(10), {1}, {500, Metric::kCosine}, {});
    ASSERT_TRUE(all);
    EXPECT_EQ(*all, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 8, 9}));
}

TEST(GrowSelection, StopsWhenAsked) {
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(grownByNeighbours(circle(40), {1}, {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
