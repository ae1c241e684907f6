#include "core/analysis/units.h"

#include "core/analysis/experiment1_parts.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/statistics.h"
#include "tests/unit/analysis/nested_noise.h"

#include <gtest/gtest.h>

namespace facespace {
namespace {
using test::Layout;
using test::NestedNoise;

TEST(Units, AreVideosAndStills) {
    const Units units({"a", "a", "b", "a", "b", "a"}, {"v", "", "v", "v", "", ""});
    EXPECT_EQ(units.unitOf(), (std::vector<std::int32_t>{0, 1, 2, 0, 3, 4})) << "a video's name counts within an identity";
    EXPECT_TRUE(units.grouped());
    const UnitGroups some = units.of({3, 2, 0, 5});
    EXPECT_EQ(some.units.groupOf, (std::vector<std::int32_t>{0, 1, 0, 2}));
    EXPECT_EQ(some.identities.groupOf, (std::vector<std::int32_t>{0, 1, 0, 0}));
    EXPECT_EQ(some.identityOfUnit, (std::vector<std::int32_t>{0, 1, 0}));
    EXPECT_EQ(some.unitMeans({1, 5, 3, 7}), (std::vector<double>{2, 5, 7}));
    EXPECT_EQ(&some.clusters(), &some.identities);
    const UnitGroups one = units.of({0, 1, 3});
    EXPECT_EQ(&one.clusters(), &one.units) << "of one identity the units are what there is";
    EXPECT_FALSE(Units(std::vector<std::string>{"a", "a"}).grouped());
}

TEST(Units, AreNeverSplitByFoldsOrRandomSplits) {
    const Layout layout{7, 6, 3};
    std::vector<std::int64_t> rows(static_cast<std::size_t>(layout.images()));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::int64_t>(i);
    const UnitGroups groups = layout.units().of(rows);
    for (const FoldPlan& plan : {identityPlan(groups, 2, 4), identityPlan(groups, 5, 4), randomPlan(groups.units, 0.5, 4)})
        for (std::size_t i = 1; i < rows.size(); ++i)
            EXPECT_TRUE(groups.units.groupOf[i] != groups.units.groupOf[i - 1] || plan.blockOf[i] == plan.blockOf[i - 1])
                << i;
    const FoldPlan split = randomPlan(groups.units, 0.5, 4);
    const auto tested = std::count(split.blockOf.begin(), split.blockOf.end(), 4);
    EXPECT_NEAR(static_cast<double>(tested), layout.images() / 2.0, 3);
}

TEST(Units, ShufflesMoveWholeVideos) {
    const Layout layout{4, 5, 3};
    std::vector<std::int64_t> rows(static_cast<std::size_t>(layout.images()));
    Eigen::VectorXd y(layout.images());
    for (std::size_t i = 0; i < rows.size(); ++i)
        y(static_cast<Eigen::Index>(i)) = static_cast<double>(rows[i] = static_cast<std::int64_t>(i));
    const UnitGroups groups = layout.units().of(rows);
    for (const auto scheme : {PermutationScheme::kWithinIdentity, PermutationScheme::kWholeIdentities}) {
        const Eigen::MatrixXd shuffled = experiment1::permutedLabels(y, groups, scheme, 20, 3);
        EXPECT_FALSE((shuffled.col(0) - y).isZero()) << "something moved";
        for (Eigen::Index p = 0; p < 20; ++p)
            for (Eigen::Index i = 0; i < y.size(); i += 3) {
                EXPECT_EQ(std::fmod(shuffled(i, p), 3), 0) << "a video begins where a video began";
                EXPECT_EQ(shuffled(i + 1, p), shuffled(i, p) + 1);
                EXPECT_EQ(shuffled(i + 2, p), shuffled(i, p) + 2);
            }
    }
}

TEST(Jackknife, IsTheStandardErrorOfAMean) {
    const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6};
    const auto mean = [&](const std::vector<std::int32_t>& weights, double* out) {
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < values.size(); ++i) sum += weights[i] * values[i], count += weights[i];
        *out = sum / count;
    };
    const auto error = clusteredJackknife(8, 1, mean, {}, {});
    ASSERT_TRUE(error);
    const Spread spread = spreadOf(values);
    EXPECT_NEAR(error->front().value, spread.sd / std::sqrt(8.0), 1e-12);
    EXPECT_EQ(error->front().df, 7);
    // qt(.975, 7) = 2.364624, and of t.test(values): p = 0.00987.
    EXPECT_NEAR(error->front().interval(spread.mean).high, spread.mean + 2.364624 * spread.sd / std::sqrt(8.0), 1e-5);
    EXPECT_NEAR(error->front().pValue(spread.mean, spread.mean), 1, 1e-12);
    EXPECT_TRUE(std::isnan(clusteredJackknife(1, 1, mean, {}, {})->front().interval(1).low));
    const auto grouped = clusteredJackknife(8, 1, mean, {4, 1}, {});
    EXPECT_EQ(grouped->front().df, 3);
}

TEST(Jackknife, PerfectCorrelationsHaveAnInterval) {
    std::vector<double> x, y;
    std::vector<std::string> identity;
    for (int i = 0; i < 60; ++i) {
        x.push_back(i);
        y.push_back(-i * i);
        identity.push_back(std::to_string(i % 12));
    }
    const auto r = rankCorrelation(x, y, identity, {}, {});
    ASSERT_TRUE(r);
    EXPECT_NEAR(r->spearman.low, -1, 1e-6);
    EXPECT_NEAR(r->spearman.high, -1, 1e-6);
    EXPECT_LT(r->spearmanP, 1e-6);
}

TEST(Jackknife, PValuesOfCorrelationsHoldTheirLevelInVideos) {
    // Both sides constant within videos, and half of it within identities: 5 % of tests are to be significant.
    for (const double ofIdentity : {0.0, 0.5}) {
        int small = 0, covered = 0;
        const int sets = 200;
        const Layout layout{30, 5, 4};
        const Units units = layout.units();
        StatisticsOptions o;
        o.kendallLeaveOut = 0;
        for (int s = 0; s < sets; ++s) {
            NestedNoise noise(layout, ofIdentity, 1 - ofIdentity, 50 + static_cast<std::uint64_t>(s));
            const auto x = noise.column(), y = noise.column();
            const auto r = rankCorrelation(x, y, units, o, {});
            ASSERT_TRUE(r);
            EXPECT_EQ(r->units, 150);
            small += r->spearmanP <= 0.05 ? 1 : 0;
            covered += r->spearman.low <= 0 && r->spearman.high >= 0 ? 1 : 0;
        }
        EXPECT_GE(small, 3) << ofIdentity;
        EXPECT_LE(small, 18) << ofIdentity;
        EXPECT_EQ(small + covered, sets) << "interval and p-value say the same";
    }
}

}  // namespace
}  // namespace facespace
