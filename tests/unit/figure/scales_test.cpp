#include "core/figure/scales.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

#include "core/figure/chart_frame.h"

namespace facespace::figure {
namespace {

std::vector<std::string> named(const std::vector<Tick>& ticks) {
    std::vector<std::string> texts;
    for (const Tick& tick : ticks) {
        if (!tick.minor) texts.push_back(tick.text + (tick.raised.empty() ? "" : "^" + tick.raised));
    }
    return texts;
}

TEST(Scales, TicksAreRoundAndInside) {
    EXPECT_EQ(niceTicks(-90, 90, 5, true), (std::vector<double>{-90, -60, -30, 0, 30, 60, 90}));
    EXPECT_EQ(niceTicks(0, 1, 5), (std::vector<double>{0, 0.2, 2 * 0.2, 3 * 0.2, 4 * 0.2, 1}));
    for (const auto& [low, high] : {std::pair{7.3, 19.1}, std::pair{-0.003, 0.0171}, std::pair{1e6, 3.7e6}}) {
        const auto ticks = niceTicks(low, high, 5);
        EXPECT_GE(ticks.size(), 3U);
        EXPECT_LE(ticks.size(), 9U);
        EXPECT_GE(ticks.front(), low);
        EXPECT_LE(ticks.back(), high);
    }
    EXPECT_TRUE(niceTicks(3, 3, 5).empty());
    // What is counted has no halves.
    EXPECT_EQ(niceTicks(0.5, 10.5, 4, false, true), (std::vector<double>{2, 4, 6, 8, 10}));
    EXPECT_EQ(niceTicks(0, 2.2, 5, false, true), (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(niceTicks(0, 0.6, 5, false, true), (std::vector<double>{0}));
    // A low chart has room for two numbers: they are there, and short, wherever the axis begins.
    for (const auto& [low, high] : {std::pair{-0.0137, 0.0189}, std::pair{-0.3, 0.7}, std::pair{0.01, 0.0999}}) {
        const auto ticks = makeTicks(Scale::kLinear, low, high, {.count = 2});
        EXPECT_GE(ticks.size(), 2U) << low;
        for (const Tick& tick : ticks) EXPECT_LE(tick.text.size(), 8U) << tick.text;
    }
    EXPECT_EQ(tickText(-12.5, 2.5), "−12.5");
    EXPECT_EQ(tickText(1e-12, 5), "0");
    EXPECT_EQ(tickText(0.02, 0.01), "0.02");
    EXPECT_EQ(tickText(24000, 2000), "24,000");
}

TEST(Scales, LogTicksArePowersOfTenWithMinorOnesBetween) {
    EXPECT_EQ(named(makeTicks(Scale::kLog, 1e-6, 1)),
              (std::vector<std::string>{"10^−6", "10^−5", "10^−4", "10^−3", "10^−2", "10^−1", "10^0"}));
    EXPECT_EQ(named(makeTicks(Scale::kLog, 0.01, 1)), (std::vector<std::string>{"0.01", "0.1", "1"}));
    const auto ticks = makeTicks(Scale::kLog, 0.01, 1);
    EXPECT_EQ(std::count_if(ticks.begin(), ticks.end(), [](const Tick& t) { return t.minor; }), 16);
    EXPECT_EQ(named(makeTicks(Scale::kLog, 4.5, 110)), (std::vector<std::string>{"5", "10", "20", "50", "100"}))
        << "two powers of ten alone say little";
    EXPECT_GE(named(makeTicks(Scale::kLog, 2, 7)).size(), 2U) << "within one decade";
    EXPECT_TRUE(makeTicks(Scale::kLog, 0, 7).empty());
}

TEST(Scales, ProbitIsTheNormalDeviate) {
    EXPECT_NEAR(onScale(Scale::kProbit, 0.5), 0, 1e-12);
    EXPECT_NEAR(onScale(Scale::kProbit, 0.975), 1.959963984540054, 1e-9);
    EXPECT_NEAR(onScale(Scale::kProbit, 0.001), -3.090232306167813, 1e-9);
    EXPECT_TRUE(std::isnan(onScale(Scale::kProbit, 0)));
    EXPECT_TRUE(std::isnan(onScale(Scale::kLog, -1)));
    TickOptions percent;
    percent.percent = true;
    EXPECT_EQ(named(makeTicks(Scale::kProbit, 0.001, 0.4, percent)),
              (std::vector<std::string>{"0.1", "0.5", "1", "2", "5", "10", "20", "40"}));
}

TEST(Scales, NamesThatWouldTouchBecomeBareTicks) {
    // A plot beside long names is 40 points wide: −40, −20 and 0 do not fit.
    Axis axis;
    AxisRange range;
    range.low = range.rawLow = -45;
    range.high = range.rawHigh = 2;
    const auto named = [&](double width) {
        std::vector<double> values;
        for (const Tick& t : ticksOf(axis, range, width, 8, true))
            if (!t.minor) values.push_back(t.value);
        return values;
    };
    EXPECT_EQ(named(40), (std::vector<double>{-40, 0}));
    EXPECT_EQ(named(120), (std::vector<double>{-40, -20, 0}));
}

}  // namespace
}  // namespace facespace::figure
