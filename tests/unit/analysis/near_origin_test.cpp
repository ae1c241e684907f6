#include "core/analysis/near_origin.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

#include "core/analysis/effect_grade.h"
#include "core/analysis/verdict_text.h"
#include "tests/unit/analysis/nested_noise.h"

namespace facespace {
namespace {
using test::Layout;
using test::NestedNoise;

TEST(NearOrigin, SeesWhatACorrelationDoesNot) {
    // Only the nearest 5 % of the videos are blurred more than the rest: the correlation is slight, the ratio is large.
    const Layout layout{60, 10, 3};
    NestedNoise noise(layout, 0.1, 0.8, 3);
    const auto distance = noise.column();
    auto blur = noise.column();
    const double limit = quantile(distance, 0.05);
    for (std::size_t i = 0; i < blur.size(); ++i)
        if (distance[i] < limit) blur[i] += 2;
    const auto near = nearOrigin(distance, {"blur", blur, -1}, layout.units(), {0.01, 0.05, 0.1}, {}, {});
    ASSERT_TRUE(near) << near.error().message;
    ASSERT_EQ(near->size(), 3U);
    EXPECT_EQ((*near)[1].units, 30);
    EXPECT_TRUE(std::isnan((*near)[1].poorNear.low)) << "the poorest tenth ties the shares";
    EXPECT_GT((*near)[1].identities, 10);
    EXPECT_GT((*near)[1].ratio.low, 2);
    EXPECT_GT((*near)[1].difference.low, 0.8);
    EXPECT_NEAR((*near)[1].ratio.value, (*near)[1].poorNear.value / (*near)[1].poorRest.value, 1e-12);
    EXPECT_LT(std::abs(rankCorrelation(distance, blur, layout.units(), {}, {})->spearman.value), 0.25);
}

TEST(NearOrigin, HoldsItsLevel) {
    const Layout layout{40, 6, 3};
    const Units units = layout.units();
    int ratio = 0, difference = 0;
    constexpr int kSets = 150;
    for (int s = 0; s < kSets; ++s) {
        NestedNoise noise(layout, 0.3, 0.5, 700 + static_cast<std::uint64_t>(s));
        const auto x = noise.column(), y = noise.column();
        const auto near = nearOrigin(x, {"y", y, 1}, units, {0.1}, {}, {});
        ASSERT_TRUE(near);
        const NearOrigin& n = near->front();
        ratio += std::isfinite(n.ratio.low) && (n.ratio.low > 1 || n.ratio.high < 1) ? 1 : 0;
        difference += n.difference.low > 0 || n.difference.high < 0 ? 1 : 0;
    }
    EXPECT_LE(ratio, 15);
    EXPECT_LE(difference, 15);
}

TEST(NearOrigin, ATenthOfManyEqualValuesIsWhatIsPoorer) {
    std::vector<double> values(96, 0.0);
    values.insert(values.end(), {0.1, 0.2, 0.3, 0.4});
    const auto above = poorValues({"overexposure", values, -1});
    ASSERT_TRUE(above);
    EXPECT_FALSE((*above)(0));
    EXPECT_TRUE((*above)(0.1));
    for (double& v : values) v = -v;
    EXPECT_DOUBLE_EQ(poorValues({"overexposure", values, 1})->limit, -0.1);
}

TEST(NearOrigin, KnowsWhatIsPoor) {
    const auto tenth = poorValues({"sharpness", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 1});
    ASSERT_TRUE(tenth);
    EXPECT_TRUE(tenth->tenth);
    EXPECT_TRUE((*tenth)(2));
    EXPECT_FALSE((*tenth)(2.1));
    const auto yes = poorValues({"occluded", {0, 1, 1, std::numeric_limits<double>::quiet_NaN()}, -1});
    EXPECT_FALSE(yes->tenth);
    EXPECT_TRUE((*yes)(1));
    EXPECT_FALSE((*yes)(0));
    const auto named = poorValues({"abs_yaw", {0, 30, 60}, -1, 45});
    EXPECT_TRUE((*named)(45));
    EXPECT_FALSE((*named)(44));
    EXPECT_FALSE(poorValues({"brightness", {1, 2, 3}, 0}));
    EXPECT_FALSE(poorValues({"none", {std::numeric_limits<double>::quiet_NaN()}, 1}));
}

TEST(Grades, GoByTheEndThatIsNearerToNothing) {
    const GradeLimits limits{0, 0.13, 0.26};
    EXPECT_EQ(gradeOf({0.05, 0.03, 0.08}, limits), Grade::kWeak);
    EXPECT_EQ(gradeOf({0.3, 0.2, 0.4}, limits), Grade::kModerate);
    EXPECT_EQ(gradeOf({0.5, 0.4, 0.6}, limits), Grade::kStrong);
    EXPECT_EQ(gradeOf({0.5, -0.1, 0.9}, limits), Grade::kNone);
    EXPECT_EQ(gradeOf({0.5, std::nan(""), std::nan("")}, limits), Grade::kNone);
    EXPECT_EQ(limits.text("R²"), "R² above 0 is weak, from 0.13 moderate, from 0.26 strong");
}

TEST(Words, TheLeastPValueIsABound) {
    EXPECT_EQ(pValueText(1.0 / 200, 199), "p ≤ 0.005 (199 shuffles)");
    EXPECT_EQ(pValueText(2.0 / 200, 199), "p = 0.010 (199 shuffles)");
    EXPECT_EQ(pValueText(1e-21), "p < 0.001");
    EXPECT_EQ(pValueText(0.0341), "p = 0.034");
    EXPECT_EQ(pValueText(std::nan("")), "–");
    Trend trend;
    trend.shape = TrendShape::kRisesThenFalls;
    trend.turn = 63;
    EXPECT_EQ(shapeText(trend), "rises, then falls (from the 63rd percentile on)");
}

}  // namespace
}  // namespace facespace
