#include "core/analysis/edc_gain.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include "core/analysis/edc_pairs.h"
#include "core/common/numbers.h"
#include "tests/unit/analysis/score_settings.h"

namespace facespace {
namespace {

using test::kScoreLimit;
using test::ScoreSet;

/// Against sorting the pairs by comparison.
TEST(EdcPairs, StandByTheQualityOfTheirPoorerImage) {
    boost::random::mt19937_64 random(5);
    boost::random::uniform_int_distribution<std::int64_t> image(0, 39), level(0, 9);
    std::vector<double> quality(40);
    for (double& q : quality) q = static_cast<double>(level(random)) / 3;  // many are equal
    quality[7] = kNoValue;
    Verification v;
    for (int k = 0; k < 500; ++k) v.genuine.push_back({image(random), image(random), static_cast<float>(level(random))});
    const edc::SortedPairs sorted = edc::sortedPairs(edc::scoredPairs(v), quality);
    std::vector<std::pair<double, float>> expected;
    for (const ScoredPair& p : v.genuine)
        if (p.a != 7 && p.b != 7)
            expected.emplace_back(std::min(quality[static_cast<std::size_t>(p.a)], quality[static_cast<std::size_t>(p.b)]),
                                  p.score);
    std::ranges::sort(expected);
    ASSERT_EQ(sorted.quality.size(), expected.size());
    EXPECT_EQ(static_cast<std::size_t>(sorted.without), v.genuine.size() - expected.size());
    EXPECT_TRUE(sorted.turn.empty());
    for (std::size_t k = 0; k < expected.size(); ++k)
        EXPECT_EQ(std::pair(sorted.quality[k], sorted.score[k]), expected[k]) << k;
    std::vector<std::uint32_t> places = sorted.byScore;
    EXPECT_TRUE(std::ranges::is_sorted(places, {}, [&](std::uint32_t k) { return sorted.score[k]; }));
    std::ranges::sort(places);
    for (std::size_t k = 0; k < places.size(); ++k) EXPECT_EQ(places[k], k) << "each pair once";
}

TEST(EdcGain, IsThatOfTheCurvesAndTheOtherWayRoundTheOtherSign) {
    const ScoreSet set(60, 8, 1);
    const auto areas = set.areas();
    VerificationOptions o;
    o.fmrTargets = {1e-2};
    const auto verified = verifyAllPairs(set.x, set.identity, o, {});
    EdcOptions e;
    e.fmrTargets = o.fmrTargets;
    const auto curves = edcCurves(verified.value(), {{"good", set.good}, {"fair", set.fair}}, e, {}).value();
    for (std::size_t q = 0; q < 2; ++q) {
        EXPECT_NEAR(areas[q].area.back(), curves[q].pAucLinear, 0.02 * curves[q].pAucLinear);
        EXPECT_NEAR(areas[q].start.back(), curves[q].startFnmr, 1e-12);
        EXPECT_EQ(areas[q].area.size(), 61U) << "each identity, and all";
    }
    const Estimate gain = edcGain(areas[0], areas[1], kScoreLimit), back = edcGain(areas[1], areas[0], kScoreLimit);
    EXPECT_NEAR(gain.value, (areas[1].area.back() - areas[0].area.back()) / (areas[0].start.back() * 0.2), 1e-12);
    EXPECT_GT(gain.low, 0) << "the better score is told";
    EXPECT_NEAR(gain.low, -back.high, 1e-12);
    EXPECT_LT(edcGain(areas[0], areas[1], kScoreLimit, 0.99).low, gain.low);
    EXPECT_EQ(edcGain(areas[0], areas[0], kScoreLimit).value, 0);
    EXPECT_TRUE(std::isnan(edcGain({}, areas[0], kScoreLimit).value));
}

TEST(EdcGain, TheBestIsToldWhereItIsAndNotAmongEquals) {
    int alone = 0, wrong = 0, both = 0;
    for (std::uint64_t s = 0; s < 10; ++s) {
        auto areas = ScoreSet(120, 8, 50 + s).areas();
        const auto may = maybeBest(areas, kScoreLimit);
        alone += may == std::vector<std::size_t>{0} ? 1 : 0;
        wrong += std::ranges::find(may, 0U) == may.end() ? 1 : 0;
        areas.erase(areas.begin());
        both += maybeBest(areas, kScoreLimit).size() == 2 ? 1 : 0;
    }
    EXPECT_GE(alone, 6);
    EXPECT_EQ(wrong, 0);
    EXPECT_GE(both, 8) << "two that are as good as each other";
    EXPECT_TRUE(maybeBest({{}, {}}, kScoreLimit).empty());
    EXPECT_EQ(leastArea({{}, {}}), 2U);
}

TEST(EdcGain, ItsIntervalsHoldTheTruth) {
    constexpr int kSets = 40;
    const test::ScoreTruth truth = test::scoreTruth(300, 6);
    int good = 0, fair = 0;
    for (std::uint64_t s = 0; s < kSets; ++s) {
        const auto areas = ScoreSet(40, 6, 500 + s).areas();
        const Estimate a = edcGain(areas[0], areas[1], kScoreLimit), b = edcGain(areas[1], areas[2], kScoreLimit);
        good += a.low <= truth.good && truth.good <= a.high ? 1 : 0;
        fair += b.low <= truth.fair && truth.fair <= b.high ? 1 : 0;
    }
    EXPECT_GE(good, 36);
    EXPECT_GE(fair, 36);
}

TEST(EdcGain, LikenessAndDirectionsAreOfOtherImagesAndOtherIdentities) {
    const ScoreSet set(30, 5, 3);
    auto likeness = likenessToOwn(set.x, set.identity);
    double sum = 0;
    for (int j = 1; j < 5; ++j)
        sum += set.x.row(0).cast<double>().normalized().dot(set.x.row(j).cast<double>().normalized()) / 4;
    EXPECT_NEAR(likeness[0], sum, 1e-6);
    std::vector<std::string> alone = set.identity;
    alone[0] = "alone";
    EXPECT_TRUE(std::isnan(likenessToOwn(set.x, alone)[0]));
    std::vector<double> negative = set.good;
    for (double& v : negative) v = -v;
    EXPECT_EQ(directedOutOfFold(negative, likeness, set.identity, 5, 1), set.good) << "signs are learned";
    // Whatever an identity's own images say, its direction is that of the others.
    std::vector<double> odd = set.good;
    for (int i = 0; i < 5; ++i) odd[static_cast<std::size_t>(i)] *= -100;
    const auto directed = directedOutOfFold(odd, likeness, set.identity, 30, 1);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(directed[i], odd[i]);
}

}  // namespace
}  // namespace facespace
