#include "core/analysis/ageing.h"

#include <gtest/gtest.h>
#include <algorithm>

#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/ageing_settings.h"

namespace facespace {
namespace {

using test::AgeingOptionsOfSet;
using test::AgeingSet;

Ageing of(const AgeingSet& set, const AgeingOptions& options = {}) {
    const auto found = ageing(set.x, set.units(), set.time, options, {});
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value_or(Ageing{});
}

TEST(AgeingTest, ThePlantedSlopeAndItsSpreadAreFound) {
    const Ageing a = of(AgeingSet({.identities = 200, .images = 12}));
    EXPECT_NEAR(a.perYear.value, -0.01, 0.0015);
    EXPECT_LT(a.perYear.low, -0.01);
    EXPECT_GT(a.perYear.high, -0.01);
    EXPECT_LT(a.perYear.high, 0);
    EXPECT_LT(a.pValue, 1e-6);
    EXPECT_NEAR(a.atStart.value, 0.7, 0.015);
    EXPECT_NEAR(a.slopeSd, 0.006, 0.001);
    EXPECT_NEAR(a.startSd, 0.05, 0.01);
    EXPECT_NEAR(a.residualSd, 0.03, 0.002);
    EXPECT_TRUE(std::isnan(a.videoSd));
    EXPECT_EQ(a.people.size(), 200U);
    EXPECT_EQ(a.pairs.size(), 200U * 11U) << "each image with the earliest";
    // The line is the start where no time is in between.
    EXPECT_DOUBLE_EQ(a.line.front().value, a.atStart.value);
    EXPECT_NEAR(a.line.back().value, a.atStart.value + a.perYear.value * a.years.back(), 1e-12);
}

TEST(AgeingTest, SlopesOfPeopleAreDrawnTowardsTheMean) {
    const AgeingSet set({.identities = 60, .images = 5});
    const Ageing a = of(set);
    double spread = 0;
    for (const PersonLine& p : a.people) spread += std::pow(p.perYear - a.perYear.value, 2) / 60;
    EXPECT_LT(std::sqrt(spread), a.slopeSd);
    EXPECT_EQ(a.people[7].identity, "p7");
    EXPECT_EQ(a.people[7].pairs, 4);
}

TEST(AgeingTest, ImagesOfOneVideoHaveAnEffectInCommonAndAreNotCompared) {
    const Ageing a = of(AgeingSet({.identities = 80, .images = 13, .videos = 4}));
    EXPECT_NEAR(a.videoSd, 0.04, 0.01);
    EXPECT_NEAR(a.residualSd, 0.03, 0.003);
    AgeingOptions all;
    all.allPairs = true;
    const AgeingSet set({.identities = 5, .images = 5, .videos = 4});
    EXPECT_EQ(of(set, all).pairs.size(), 5U * 4U) << "the first with four of one video";
}

TEST(AgeingTest, AllPairsAreTakenIfWantedSoManyOfAPersonAtMost) {
    const AgeingSet set({.identities = 12, .images = 9});
    AgeingOptions o;
    o.allPairs = true;
    const Ageing a = of(set, o);
    EXPECT_EQ(a.pairs.size(), 12U * 36U);
    EXPECT_TRUE(std::ranges::all_of(a.pairs, [](const TimedPair& p) { return p.years >= 0; }));
    o.mostPairs = 10;
    EXPECT_EQ(of(set, o).pairs.size(), 120U);
}

TEST(AgeingTest, PeopleOfOnePairHaveNoLines) {
    const Ageing one = of(AgeingSet({.identities = 30, .images = 2}));
    EXPECT_FALSE(one.ownStarts || one.ownSlopes);
    EXPECT_NE(one.notes.front().english().find("one pair"), std::string::npos);
    EXPECT_TRUE(std::isfinite(one.perYear.low));
    const Ageing two = of(AgeingSet({.identities = 30, .images = 3}));
    EXPECT_TRUE(two.ownStarts);
    EXPECT_FALSE(two.ownSlopes) << "60 slopes and starts of 60 pairs";
}

TEST(AgeingTest, WhatHasNoTimeOrNoFeatureTakesNoPart) {
    AgeingSet set({.identities = 10, .images = 6});
    set.time[3] = kNoValue;
    set.x.row(4).setConstant(kNoValueFloat);
    EXPECT_EQ(of(set).pairs.size(), 48U);
    std::ranges::fill(set.time, 2000.0);
    const auto none = ageing(set.x, set.units(), set.time, {}, {});
    EXPECT_NE(none.error().message.english().find("time in between"), std::string::npos);
}

TEST(AgeingTest, TheSameOnAnyNumberOfThreads) {
    const AgeingSet set({.identities = 30, .images = 6, .uneven = true});
    const Ageing a = of(set);
    const int threads = threadCount();
    setThreadCount(1);
    const Ageing b = of(set);
    setThreadCount(threads);
    EXPECT_EQ(a.perYear.low, b.perYear.low);
    EXPECT_EQ(a.people.back().perYear, b.people.back().perYear);
}

}  // namespace
}  // namespace facespace
