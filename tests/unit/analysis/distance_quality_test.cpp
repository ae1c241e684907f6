#include "core/analysis/distance_quality.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

#include "tests/unit/analysis/planted.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(DistanceQuality, RelatesWhatCanBeAndSaysWhatCannot) {
    const auto d = test::planted(40, 10, 3, 1);
    std::vector<double> distance, sharp, blur, unrelated, none(d.labels.size(), kNaN), constant(d.labels.size(), 7);
    for (Eigen::Index i = 0; i < d.x.rows(); ++i) {
        distance.push_back(static_cast<double>(d.x(i, 0)));
        sharp.push_back(distance.back() + 0.3 * static_cast<double>(d.x(i, 1)));
        blur.push_back(-sharp.back());
        unrelated.push_back(static_cast<double>(d.x(i, 2)));
    }
    DistanceQualityOptions o;
    o.heldFixed = {"unrelated"};
    o.statistics.bootstrap = 100;
    const auto r = relateToDistance(
        distance, {{"sharp", sharp}, {"none", none}, {"blur", blur}, {"constant", constant}, {"unrelated", unrelated}},
        d.identity, o, {});
    ASSERT_TRUE(r) << r.error().message;
    ASSERT_EQ(r->size(), 5U);
    EXPECT_GT((*r)[0].rank->spearman.low, 0.5);
    EXPECT_GT((*r)[0].partial->rho.value, 0.5);
    EXPECT_TRUE((*r)[0].trend->increasing);
    EXPECT_EQ((*r)[0].medians.size(), 10U);
    EXPECT_FALSE((*r)[2].trend->increasing);
    EXPECT_FALSE((*r)[1].rank);
    ASSERT_EQ((*r)[1].missing.size(), 1U);
    EXPECT_NE((*r)[1].missing[0].find("both distance and none"), std::string::npos);
    EXPECT_NE((*r)[3].missing[0].find("constant is the same"), std::string::npos);
    EXPECT_FALSE((*r)[4].partial);
    // What measures the same thing is not held fixed.
    const auto same = relateToDistance(
        distance, {{"sharp", sharp, 1, {}, {"unrelated"}}, {"blur", blur}, {"unrelated", unrelated}}, d.identity, o, {});
    ASSERT_TRUE(same) << same.error().message;
    EXPECT_FALSE((*same)[0].partial);
    EXPECT_EQ((*same)[1].partial->controls, std::vector<std::string>{"unrelated"});
    const auto unit = relateToDistance(std::vector<double>(d.labels.size(), 1.0), {{"sharp", sharp}}, d.identity, o, {});
    ASSERT_FALSE(unit);
    EXPECT_NE(unit.error().message.find("unit length"), std::string::npos);
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.done == 2) job.cancel.cancel();
    };
    const auto stopped = relateToDistance(distance, {{"a", sharp}, {"b", sharp}, {"c", sharp}}, d.identity, o, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
