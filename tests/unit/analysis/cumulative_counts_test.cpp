#include "core/analysis/cumulative_counts.h"

#include <gtest/gtest.h>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <limits>

#include "core/analysis/score_counts.h"

namespace facespace {
namespace {

void expectPlainSums(const std::vector<std::uint64_t>& counts) {
    const CumulativeCounts cumulative(counts);
    std::uint64_t sum = 0;
    for (std::size_t level = counts.size(); level-- > 0;) {
        sum += counts[level];
        ASSERT_EQ(cumulative[level], sum) << level;
    }
    EXPECT_EQ(cumulative.all(), sum);
    EXPECT_EQ(cumulative[counts.size()], 0U);
    for (std::size_t level = 0; level < counts.size(); ++level)
        if (counts[level] > 0) {
            EXPECT_LE(cumulative.first(), level);
            EXPECT_LT(level, cumulative.end());
        }
}

/// Scores of pairs as a network gives them: about 0, with a spread of a tenth of the scale's half.
std::vector<std::uint64_t> impostors(std::int64_t pairs) {
    boost::random::mt19937_64 random(7);
    boost::random::normal_distribution<double> score(0, 0.1);
    std::vector<std::uint64_t> counts(ScoreScale::kLevels, 0);
    for (std::int64_t i = 0; i < pairs; ++i) ++counts[static_cast<std::size_t>(ScoreScale{}.level(score(random)))];
    return counts;
}

TEST(CumulativeCounts, ArePlainSumsOfAnySize) {
    for (const std::size_t levels : {1U, 63U, 64U, 65U, 1000U}) {
        for (const std::uint64_t each : {0U, 1U, 4U, 5U, 1000U, 2000U, 100'000'000U})
            expectPlainSums(std::vector<std::uint64_t>(levels, each));
        expectPlainSums(std::vector<std::uint64_t>(levels, std::numeric_limits<std::uint64_t>::max() / 2000));
    }
}

TEST(CumulativeCounts, LevelsThatDoNotOccurAreKnownAllTheSame) {
    std::vector<std::uint64_t> counts(500, 0);
    expectPlainSums(counts);
    EXPECT_EQ(CumulativeCounts(counts).first(), CumulativeCounts(counts).end());
    for (const std::size_t only : {0U, 137U, 499U}) {
        counts.assign(500, 0);
        counts[only] = 3;
        expectPlainSums(counts);
        EXPECT_EQ(CumulativeCounts(counts).first(), only);
        EXPECT_EQ(CumulativeCounts(counts).end(), only + 1);
    }
    counts[2] = counts[400] = 300;
    expectPlainSums(counts);
}

TEST(CumulativeCounts, AMillionLevelsOfPairsTakeFewBytes) {
    const auto counts = impostors(2'000'000);
    expectPlainSums(counts);
    EXPECT_LT(CumulativeCounts(counts).bytes(), 3'000'000U) << "a number for each level would be 17 MB";
}

TEST(ScoreCounts, LowestHighestAndAreaAreThoseOfThePairs) {
    std::vector<std::uint64_t> genuine(ScoreScale::kLevels, 0), impostor(ScoreScale::kLevels, 0);
    genuine[1'500'000] = 2, genuine[1'000'000] = 2;
    impostor[900'000] = 3, impostor[1'000'000] = 1;
    const ScoreCounts counts({}, genuine, impostor);
    EXPECT_EQ(counts.lowest(), ScoreScale{}.value(900'000));
    EXPECT_EQ(counts.highest(), ScoreScale{}.value(1'500'000));
    EXPECT_DOUBLE_EQ(counts.auc(), (2 * 4 + 2 * 3.5) / 16);
    EXPECT_DOUBLE_EQ(counts.fmr(1'000'000), 0.25);
    EXPECT_DOUBLE_EQ(counts.fnmr(1'000'001), 0.5);
    const auto [ofGenuine, ofImpostor] = counts.binned(2, counts.lowest(), counts.highest());
    EXPECT_EQ(ofGenuine, (std::vector<std::uint64_t>{2, 2}));
    EXPECT_EQ(ofImpostor, (std::vector<std::uint64_t>{4, 0}));
    EXPECT_LT(counts.bytes(), 1'500'000U);
}

}  // namespace
}  // namespace facespace
