#include "core/analysis/statistics.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/analysis/monotone_fit.h"
#include "core/analysis/ranks.h"
#include "core/common/parallel.h"
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
    o.permutations = 99;
    const auto c = rankCorrelation(x, y, identity, o, {});
    ASSERT_TRUE(c) << c.error().message;
    expectRelative(c->spearman.value, r["spearman"]);
    expectRelative(c->spearmanP, r["spearman_p"]);
    expectRelative(c->kendall.value, r["kendall"]);
    expectRelative(c->kendallP, r["kendall_p"]);
    expectRelative(spearmanRho(x, y), r["spearman"]);
    expectRelative(kendallTauB(x, y), r["kendall"]);
    const auto p = partialRankCorrelation(
        x, y, {{"c1", r["c1"].get<std::vector<double>>()}, {"c2", r["c2"].get<std::vector<double>>()}}, identity, o, {});
    ASSERT_TRUE(p) << p.error().message;
    expectRelative(p->rho.value, r["partial"]);
    expectRelative(p->pValue, r["partial_p"]);
    const auto iso = isotonicTrend(x, y, identity, o, {});
    ASSERT_TRUE(iso) << iso.error().message;
    EXPECT_TRUE(iso->increasing);
    EXPECT_EQ(iso->x, r["iso_x"].get<std::vector<double>>());
    const auto expected = r["iso_y"].get<std::vector<double>>();
    ASSERT_EQ(iso->y.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(iso->y[i], expected[i], 1e-12);
    expectRelative(iso->r2, r["iso_r2"]);
    EXPECT_EQ(*iso->pValue, 0.01);
}

TEST(Statistics, MonotoneFitExplainsWhatPoolingExplains) {
    boost::random::mt19937_64 engine(7);
    boost::random::normal_distribution<double> normal;
    for (const std::size_t n : {1U, 2U, 63U, 64U, 65U, 500U, 3000U})
        for (const double slope : {-2.0, 0.0, 0.3})
            for (const bool ties : {false, true}) {
                std::vector<double> x(n), y(n);
                for (std::size_t i = 0; i < n; ++i) {
                    x[i] = ties ? std::round(3 * normal(engine)) : normal(engine);
                    y[i] = slope * x[i] + normal(engine);
                }
                const RankedValues ranked(x);
                double mean = 0, total = n == 1 ? 1 : 0;
                for (const double v : y) mean += v / static_cast<double>(n);
                for (const double v : y) total += (v - mean) * (v - mean);
                std::vector<double> steps(static_cast<std::size_t>(ranked.distinct()), 0), weight = steps;
                for (std::size_t i = 0; i < n; ++i) {
                    steps[static_cast<std::size_t>(ranked.levels()[i])] += y[i];
                    weight[static_cast<std::size_t>(ranked.levels()[i])] += 1;
                }
                for (std::size_t k = 0; k < steps.size(); ++k) steps[k] /= weight[k];
                const auto explained = MonotoneFit(ranked).of(y.data(), mean, total);
                for (const bool increasing : {true, false}) {
                    const std::vector<double> fit = poolAdjacentViolators(steps, weight, increasing);
                    double sum = 0;
                    for (std::size_t k = 0; k < fit.size(); ++k) sum += weight[k] * (fit[k] - mean) * (fit[k] - mean);
                    EXPECT_NEAR(increasing ? explained.rising : explained.falling, sum / total, 1e-12)
                        << n << " " << slope << " " << ties << " " << increasing;
                }
            }
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

TEST(Statistics, IntervalsCoverTheTruth) {
    // Independent sides with strong identity effects: clustered 95 % intervals cover 0 most of the time, naive ones do not.
    int covered = 0, naive = 0;
    const int trials = 60;
    for (int t = 0; t < trials; ++t) {
        const Pairs p = planted(40, 10, 0, 2, 1000 + static_cast<std::uint64_t>(t));
        StatisticsOptions o;
        o.bootstrap = 200;
        o.kendallBootstrap = 2;
        const auto c = rankCorrelation(p.x, p.y, p.identity, o, {});
        const auto n = rankCorrelation(p.x, p.y, ownIdentity(p.x.size()), o, {});
        ASSERT_TRUE(c && n);
        covered += c->spearman.low <= 0 && c->spearman.high >= 0 ? 1 : 0;
        naive += n->spearman.low <= 0 && n->spearman.high >= 0 ? 1 : 0;
    }
    EXPECT_GE(covered, trials * 85 / 100);
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

TEST(Statistics, FlatIsNotCalledMonotone) {
    int small = 0;
    StatisticsOptions o;
    o.permutations = 99;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Pairs p = planted(20, 6, 0, 0.3, 300 + seed);
        small += *isotonicTrend(p.x, p.y, p.identity, o, {})->pValue <= 0.1 ? 1 : 0;
    }
    EXPECT_LE(small, 6);
    const Pairs falling = planted(20, 6, -1, 0.3);
    const auto trend = isotonicTrend(falling.x, falling.y, falling.identity, o, {});
    EXPECT_FALSE(trend->increasing);
    EXPECT_EQ(*trend->pValue, 0.01);
    EXPECT_TRUE(std::is_sorted(trend->y.rbegin(), trend->y.rend()));
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
    const auto iso = isotonicTrend(p.x, p.y, p.identity, {}, {});
    const auto bins = binnedMedians(p.x, p.y, p.identity, 10, {}, {});
    const auto end = std::chrono::steady_clock::now();
    std::printf("24,000: rank correlations with intervals %.2f s, trend and medians %.2f s\n",
                std::chrono::duration<double>(middle - start).count(), std::chrono::duration<double>(end - middle).count());
    setThreadCount(1);
    StatisticsOptions few;
    few.bootstrap = 40;
    few.kendallBootstrap = few.permutations = 40;
    const auto one = rankCorrelation(p.x, p.y, p.identity, few, {});
    const auto isoOne = isotonicTrend(p.x, p.y, p.identity, few, {});
    setThreadCount(3);
    const auto three = rankCorrelation(p.x, p.y, p.identity, few, {});
    const auto isoThree = isotonicTrend(p.x, p.y, p.identity, few, {});
    setThreadCount(0);
    ASSERT_TRUE(all && iso && bins && one && three);
    EXPECT_EQ(one->spearman.low, three->spearman.low);
    EXPECT_EQ(one->kendall.high, three->kendall.high);
    EXPECT_EQ(*isoOne->pValue, *isoThree->pValue);
    JobContext job;
    job.report = [&](const Progress&) { job.cancel.cancel(); };
    EXPECT_EQ(rankCorrelation(p.x, p.y, p.identity, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(isotonicTrend(p.x, p.y, p.identity, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(binnedMedians(p.x, p.y, p.identity, 5, {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
