#include "core/analysis/statistics.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>

#include "core/analysis/ranks.h"
#include "core/analysis/smooth_curve.h"
#include "core/analysis/verdict_text.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/nested_noise.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Pairs {
    std::vector<double> x, y;
    std::vector<std::string> identity;
};
Pairs planted(int identities, int per, double slope, double shared, std::uint64_t seed = 9) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Pairs p;
    for (int g = 0; g < identities; ++g) {
        const double sx = shared * normal(random), sy = shared * normal(random);
        for (int i = 0; i < per; ++i) {
            p.x.push_back(normal(random) + sx);
            p.y.push_back(slope * p.x.back() + normal(random) + sy);
            p.identity.push_back(std::to_string(g));
        }
    }
    return p;
}
std::vector<std::string> ownIdentity(std::size_t n) {
    std::vector<std::string> identity;
    for (std::size_t i = 0; i < n; ++i) identity.push_back(std::to_string(i));
    return identity;
}
void expectRelative(double a, double b) { EXPECT_NEAR(a, b, 1e-9 * std::abs(b)); }

TEST(Statistics, AgreesWithSciPyAndScikitLearn) {
    const auto r = test::reference("statistics");
    const auto x = r["x"].get<std::vector<double>>(), y = r["y"].get<std::vector<double>>();
    const auto identity = ownIdentity(x.size());
    StatisticsOptions o;
    o.bootstrap = 50;
    const auto c = rankCorrelation(x, y, identity, o, {});
    ASSERT_TRUE(c) << c.error().message;
    expectRelative(c->spearman.value, r["spearman"]);
    expectRelative(c->kendall.value, r["kendall"]);
    expectRelative(spearmanRho(x, y), r["spearman"]);
    expectRelative(kendallTauB(x, y), r["kendall"]);
    const auto p = partialRankCorrelation(
        x, y, {{"c1", r["c1"].get<std::vector<double>>()}, {"c2", r["c2"].get<std::vector<double>>()}}, identity, o, {});
    ASSERT_TRUE(p) << p.error().message;
    expectRelative(p->rho.value, r["partial"]);
    const auto iso = trendOf(x, y, identity, o, {});
    ASSERT_TRUE(iso) << iso.error().message;
    EXPECT_TRUE(iso->increasing);
    EXPECT_EQ(iso->x, r["iso_x"].get<std::vector<double>>());
    const auto expected = r["iso_y"].get<std::vector<double>>();
    ASSERT_EQ(iso->y.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(iso->y[i], expected[i], 1e-12);
    expectRelative(iso->r2, r["iso_r2"]);
    EXPECT_LT(*iso->pValue, 0.01);
}

TEST(Statistics, WeightsStandForCopies) {
    const Pairs p = planted(10, 8, 0.5, 0.5);
    std::vector<double> x = p.x, y = p.y;
    for (auto& v : x) v = std::round(v * 2);
    for (auto& v : y) v = std::round(v * 2);
    std::vector<std::int32_t> weight;
    std::vector<double> cx, cy;
    for (std::size_t i = 0; i < x.size(); ++i) {
        weight.push_back(static_cast<std::int32_t>(i % 4));
        for (std::size_t k = 0; k < i % 4; ++k) {
            cx.push_back(x[i]);
            cy.push_back(y[i]);
        }
    }
    expectRelative(kendallCounts(RankedValues(x), RankedValues(y), weight).tauB(), kendallTauB(cx, cy));
    std::vector<double> ranks, copied;
    RankedValues(x).ranks(weight, ranks);
    RankedValues(cx).ranks(std::vector<std::int32_t>(cx.size(), 1), copied);
    std::size_t at = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::int32_t k = 0; k < weight[i]; ++k) EXPECT_EQ(ranks[i], copied[at++]);
}

TEST(Statistics, KendallWithSomeLeftOutIsThatOfTheRest) {
    const Pairs p = planted(12, 20, 0.5, 0.5);
    for (const double coarse : {1000.0, 2.0, 0.3}) {  // without ties, with some, with hardly anything else
        std::vector<double> x = p.x, y = p.y;
        for (auto& v : x) v = std::round(v * coarse);
        for (auto& v : y) v = std::round(v * coarse);
        const RankedValues rx(x), ry(y);
        const KendallLeftOut counts(rx, ry);
        for (const std::size_t first : {0U, 100U, 239U}) {
            std::vector<std::int32_t> weight(x.size(), 1);
            std::vector<std::int64_t> out;
            for (std::size_t i = first; i < x.size(); i += 1 + i % 7) {
                weight[i] = 0;
                out.push_back(static_cast<std::int64_t>(i));
            }
            const KendallCounts left = counts.without(out), again = kendallCounts(rx, ry, weight);
            EXPECT_EQ(left.pairs, again.pairs);
            EXPECT_EQ(left.discordant, again.discordant);
            EXPECT_EQ(left.tiedX, again.tiedX);
            EXPECT_EQ(left.tiedY, again.tiedY);
            EXPECT_EQ(left.tiedBoth, again.tiedBoth);
        }
        EXPECT_EQ(counts.without({}).tauB(), counts.all().tauB());
    }
}

TEST(Statistics, IntervalsCoverTheTruth) {
    // Independent sides with strong identity effects: clustered 95 % intervals cover 0 most of the time, naive ones do not.
    int covered = 0, naive = 0;
    const int trials = 60;
    for (int t = 0; t < trials; ++t) {
        const Pairs p = planted(40, 10, 0, 2, 1000 + static_cast<std::uint64_t>(t));
        StatisticsOptions o;
        o.bootstrap = 200;
        o.kendallLeaveOut = 2;
        const auto c = rankCorrelation(p.x, p.y, p.identity, o, {});
        const auto n = rankCorrelation(p.x, p.y, ownIdentity(p.x.size()), o, {});
        ASSERT_TRUE(c && n);
        covered += c->spearman.low <= 0 && c->spearman.high >= 0 ? 1 : 0;
        naive += n->spearman.low <= 0 && n->spearman.high >= 0 ? 1 : 0;
    }
    EXPECT_GE(covered, trials * 90 / 100);
    EXPECT_LE(naive, trials * 75 / 100);
}

TEST(Statistics, PartialCorrelationRemovesTheCommonCause) {
    const Pairs cause = planted(200, 5, 0, 0);
    const Pairs noise = planted(200, 5, 0, 0, 77);
    std::vector<double> x, y;
    for (std::size_t i = 0; i < cause.x.size(); ++i) {
        x.push_back(cause.x[i] + 0.3 * noise.x[i]);
        y.push_back(cause.x[i] + 0.3 * noise.y[i]);
    }
    StatisticsOptions o;
    o.bootstrap = 100;
    const auto p = partialRankCorrelation(x, y, {{"cause", cause.x}, {"same", std::vector<double>(x.size(), 4)}},
                                          cause.identity, o, {});
    ASSERT_TRUE(p) << p.error().message;
    EXPECT_GT(spearmanRho(x, y), 0.8);
    EXPECT_LT(std::abs(p->rho.value), 0.12);
    EXPECT_LT(p->rho.low, p->rho.value);
    ASSERT_EQ(p->notes.size(), 1U);
    EXPECT_NE(p->notes[0].find("same does not vary"), std::string::npos);
    EXPECT_FALSE(partialRankCorrelation(x, y, {{"x", x}}, cause.identity, o, {}));
}

/// y = shape(percentile of x) + noise, in videos of three frames that share most of both.
Pairs shaped(int identities, int videos, double noise, const std::function<double(double)>& shape, std::uint64_t seed,
             Units& units) {
    const test::Layout layout{identities, videos, 3};
    test::NestedNoise xs(layout, 0.2, 0.7, seed), ys(layout, 0.2, 0.7, seed + 1);
    Pairs p{xs.column(), ys.column(), {}};
    for (std::size_t i = 0; i < p.x.size(); ++i) p.y[i] = noise * p.y[i] + shape(0.5 * std::erfc(-p.x[i] / std::sqrt(2.0)));
    units = layout.units();
    return p;
}

TEST(Statistics, TrendsAreCalledWhatTheyAre) {
    struct Case {
        std::function<double(double)> shape;
        TrendShape right;
        double turn = 0;
    };
    const Case cases[] = {
        {[](double p) { return 3 * p; }, TrendShape::kRises},
        {[](double p) { return -3 * p; }, TrendShape::kFalls},
        {[](double p) { return p < 0.6 ? 5 * p : 3 - 5 * (p - 0.6); }, TrendShape::kRisesThenFalls, 60},
        {[](double p) { return 8 * (p - 0.4) * (p - 0.4); }, TrendShape::kFallsThenRises, 40},
        {[](double) { return 0.0; }, TrendShape::kFlat},
    };
    for (const Case& c : cases) {
        Units units;
        const Pairs p = shaped(600, 20, 1, c.shape, 4, units);
        const auto trend = trendOf(p.x, p.y, units, {}, {});
        ASSERT_TRUE(trend) << trend.error().message;
        EXPECT_EQ(trend->shape, c.right) << shapeText(*trend) << ": rise " << trend->rise.size.low << " to "
                                         << trend->rise.size.high << ", fall " << trend->fall.size.low << " to "
                                         << trend->fall.size.high;
        EXPECT_EQ(trend->units, 12000);
        EXPECT_EQ(trend->turn.has_value(), c.turn > 0);
        EXPECT_NEAR(trend->turn.value_or(c.turn), c.turn, 6);
        EXPECT_EQ(*trend->pValue < 0.01, c.right != TrendShape::kFlat);
    }
    // With few images a rise does not yet exclude that it ends in a fall.
    Units units;
    const Pairs few = shaped(
        12, 4, 1, [](double p) { return p; }, 4, units);
    EXPECT_EQ(trendOf(few.x, few.y, units, {}, {})->shape, TrendShape::kCannotTell);
}

TEST(Statistics, FlatIsNotCalledATrend) {
    int small = 0;
    const int sets = 200;
    for (std::uint64_t seed = 0; seed < sets; ++seed) {
        Units units;
        const Pairs p = shaped(
            30, 5, 1, [](double) { return 0.0; }, 300 + 2 * seed, units);
        const auto trend = trendOf(p.x, p.y, units, {}, {});
        small += *trend->pValue <= 0.05 ? 1 : 0;
        EXPECT_TRUE(trend->shape == TrendShape::kFlat || trend->shape == TrendShape::kCannotTell || *trend->pValue <= 0.05);
    }
    EXPECT_GE(small, 3);
    EXPECT_LE(small, 18);
}

TEST(Statistics, TheSmoothIsACubicSpline) {
    // A cubic is in the span of the basis, and a constant too.
    std::vector<double> p, cubic;
    IdentityGroups clusters{{}, 50};
    for (int i = 0; i < 100; ++i) {
        p.push_back((i + 0.5) / 100);
        cubic.push_back(2 + p.back() - 3 * p.back() * p.back() + 4 * std::pow(p.back(), 3));
        clusters.groupOf.push_back(i % 50);
    }
    const SmoothCurve curve(p, cubic, clusters, {});
    ASSERT_TRUE(curve.known());
    for (const double at : {0.0, 0.2, 1.0 / 3, 0.5, 0.9, 1.0})
        EXPECT_NEAR(curve.at(at), 2 + at - 3 * at * at + 4 * at * at * at, 1e-8);
    EXPECT_NEAR(curve.r2(), 1, 1e-9);
    EXPECT_FALSE(SmoothCurve({0.1, 0.1, 0.1, 0.1}, {1, 2, 3, 4}, {{0, 1, 0, 1}, 2}, {}).known());
}

TEST(Statistics, BinnedMedians) {
    std::vector<double> x, y;
    for (int i = 0; i < 100; ++i) {
        x.push_back(i);
        y.push_back(i < 50 ? i % 7 : 10 + i % 7);
    }
    x[3] = kNaN;
    StatisticsOptions o;
    o.bootstrap = 200;
    const auto bins = binnedMedians(x, y, ownIdentity(100), 2, o, {});
    ASSERT_TRUE(bins) << bins.error().message;
    ASSERT_EQ(bins->size(), 2U);
    EXPECT_EQ((*bins)[0].rows.size() + (*bins)[1].rows.size(), 99U);
    EXPECT_NEAR((*bins)[0].median.value, 3, 0.51);
    EXPECT_EQ((*bins)[1].median.value, 13);
    EXPECT_LE((*bins)[1].median.low, 13);
    EXPECT_GE((*bins)[1].median.high, 13);
    EXPECT_EQ(binnedMedians({1, 1, 1, 1, 2}, {1, 2, 3, 4, 5}, ownIdentity(5), 5, o, {})->size(), 2U);
}

TEST(Statistics, SaysWhatIsMissing) {
    const auto r = rankCorrelation({1, kNaN, 3}, {1, 2, 3}, ownIdentity(3), {}, {}, "distance", "sharpness");
    ASSERT_FALSE(r);
    EXPECT_NE(r.error().message.find("Only 2 images have both distance and sharpness"), std::string::npos);
    const auto c = rankCorrelation({1, 1, 1}, {1, 2, 3}, ownIdentity(3), {}, {}, "distance", "sharpness");
    ASSERT_FALSE(c);
    EXPECT_NE(c.error().message.find("distance is the same (1)"), std::string::npos);
}

TEST(Statistics, SameForAnyThreadsAndCancels) {
    const Pairs p = planted(500, 48, 0.3, 0.5);
    const auto start = std::chrono::steady_clock::now();
    const auto all = rankCorrelation(p.x, p.y, p.identity, {}, {});
    const auto middle = std::chrono::steady_clock::now();
    const auto iso = trendOf(p.x, p.y, p.identity, {}, {});
    const auto bins = binnedMedians(p.x, p.y, p.identity, 10, {}, {});
    const auto end = std::chrono::steady_clock::now();
    std::printf("24,000: rank correlations with intervals %.2f s, trend and medians %.2f s\n",
                std::chrono::duration<double>(middle - start).count(), std::chrono::duration<double>(end - middle).count());
    setThreadCount(1);
    StatisticsOptions few;
    few.bootstrap = 40;
    few.kendallLeaveOut = 40;
    const auto one = rankCorrelation(p.x, p.y, p.identity, few, {});
    const auto isoOne = trendOf(p.x, p.y, p.identity, few, {});
    setThreadCount(3);
    const auto three = rankCorrelation(p.x, p.y, p.identity, few, {});
    const auto isoThree = trendOf(p.x, p.y, p.identity, few, {});
    setThreadCount(0);
    ASSERT_TRUE(all && iso && bins && one && three);
    EXPECT_EQ(one->spearman.low, three->spearman.low);
    EXPECT_EQ(one->kendall.high, three->kendall.high);
    EXPECT_EQ(*isoOne->pValue, *isoThree->pValue);
    JobContext job;
    job.report = [&](const Progress&) { job.cancel.cancel(); };
    EXPECT_EQ(rankCorrelation(p.x, p.y, p.identity, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(trendOf(p.x, p.y, p.identity, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(binnedMedians(p.x, p.y, p.identity, 5, {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
