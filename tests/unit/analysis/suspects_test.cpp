#include "core/analysis/suspects.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/common/parallel.h"
#include "tests/unit/analysis/planted.h"

namespace facespace {
namespace {

/// Identities that are far apart; each image near its own.
test::Planted apart(int identities, int per) {
    auto d = test::planted(identities, per, 32, 0, 8);
    for (Eigen::Index i = 0; i < d.x.rows(); ++i) {
        d.x.row(i) *= 0.2F;
        d.x(i, i / per) += 3;
    }
    return d;
}

TEST(Suspects, FindsSwappedLabels) {
    auto d = apart(20, 10);
    std::swap(d.identity[5], d.identity[15]);
    std::swap(d.identity[44], d.identity[123]);
    const auto s = findSuspects(d.x, d.identity, {}, {});
    ASSERT_TRUE(s) << s.error().message;
    EXPECT_EQ(s->judged, 200);
    std::set<std::int64_t> found;
    for (std::size_t k = 0; k < 4 && k < s->list.size(); ++k) found.insert(s->list[k].row);
    EXPECT_EQ(found, (std::set<std::int64_t>{5, 15, 44, 123}));
    for (const Suspect& suspect : s->list) {
        EXPECT_GT(suspect.margin(), 0);
        EXPECT_FLOAT_EQ(static_cast<float>(suspect.margin()), s->margins[static_cast<std::size_t>(suspect.row)]);
        EXPECT_TRUE(suspect.row != 5 || suspect.nearest == "person 0");
        for (const auto& [row, name] :
             {std::pair{suspect.ownExample, suspect.identity}, {suspect.nearestExample, suspect.nearest}}) {
            ASSERT_GE(row, 0);
            EXPECT_NE(row, suspect.row);
            EXPECT_EQ(d.identity[static_cast<std::size_t>(row)], name);
            EXPECT_FALSE(s->margins[static_cast<std::size_t>(row)] > 0) << "its own label looks right";
        }
    }
    EXPECT_TRUE(std::is_sorted(s->list.begin(), s->list.end(),
                               [](const auto& a, const auto& b) { return a.margin() > b.margin(); }));
}

TEST(Suspects, OwnCentroidLeavesTheImageOut) {
    // Two images of one identity that are unlike: with itself in the centroid the second would look fine.
    FeatureMatrix x(4, 2);
    x << 1, 0, 0, 1, 0.1F, 1, 0, 1;
    const auto s = findSuspects(x, {"a", "a", "b", "b"}, {}, {});
    ASSERT_TRUE(s) << s.error().message;
    ASSERT_FALSE(s->list.empty());
    EXPECT_EQ(s->list[0].row, 1);
    EXPECT_EQ(s->list[0].ownExample, 0) << "the only other image of “a”";
    EXPECT_NEAR(s->list[0].own, 0, 1e-7);
}

TEST(Suspects, ATieIsNoSuspicion) {
    // All images alike, or the same image under two names: rounding must not accuse.
    auto d = apart(6, 15);
    const FeatureMatrix first = d.x.row(0);
    for (Eigen::Index i = 0; i < d.x.rows(); ++i) d.x.row(i) = first;
    const auto s = findSuspects(d.x, d.identity, {}, {});
    ASSERT_TRUE(s) << s.error().message;
    EXPECT_EQ(s->judged, 90);
    EXPECT_TRUE(s->list.empty());
}

TEST(Suspects, EdgeCases) {
    auto d = apart(5, 3);
    d.identity[0] = "alone";
    d.x.row(4).setConstant(std::numeric_limits<float>::quiet_NaN());
    d.x.row(7).setZero();
    const auto s = findSuspects(d.x, d.identity, {}, {});
    ASSERT_TRUE(s) << s.error().message;
    EXPECT_EQ(s->alone, 1);
    EXPECT_TRUE(std::isnan(s->margins[0]));
    EXPECT_TRUE(std::isnan(s->margins[4]));
    EXPECT_TRUE(std::isnan(s->margins[7]));
    EXPECT_FALSE(findSuspects(d.x, std::vector<std::string>(15, "one"), {}, {}));
    std::vector<std::string> unique;
    for (int i = 0; i < 15; ++i) unique.push_back(std::to_string(i));
    EXPECT_FALSE(findSuspects(d.x, unique, {}, {}));
    EXPECT_EQ(findSuspects(d.x, d.identity, {2, 1}, {})->list.size(), std::min<std::size_t>(1, s->list.size()));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(findSuspects(d.x, d.identity, {}, job).error().code, ErrorCode::kCancelled);
    setThreadCount(1);
    const auto one = findSuspects(d.x, d.identity, {}, {});
    setThreadCount(0);
    ASSERT_EQ(one->list.size(), s->list.size());
}

}  // namespace
}  // namespace facespace
