#include "core/common/numbers.h"

#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <set>

#include "core/common/number_text.h"

namespace facespace {
namespace {

using Counted = std::vector<std::pair<double, std::int32_t>>;

std::vector<double> manyNumbers(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>(random() % 1000) / 7);
    return values;
}

TEST(Numbers, QuantilesAreThoseOfType7) {
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, kNoValue, 2}, 0.25), 1.75);
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0), 1);
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 1), 4);
    EXPECT_DOUBLE_EQ(quantile({7}, 0.9), 7);
    EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
    EXPECT_TRUE(std::isnan(quantile({kNoValue}, 0.5)));
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0.1, 0.33, 0.9])
    const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6};
    EXPECT_NEAR(quantile(values, 0.1), 1.0, 1e-12);
    EXPECT_NEAR(quantile(values, 0.33), 2.31, 1e-12);
    EXPECT_NEAR(quantile(values, 0.9), 6.9, 1e-12);
}

TEST(Numbers, EveryMedianIsTheSameNumber) {
    EXPECT_EQ(median({5, 1, 3}), 3);
    EXPECT_EQ(median({4, 1, 3, 2}), 2.5) << "not the upper one of the middle";
    for (std::size_t count = 1; count < 40; ++count) {
        std::vector<double> values = manyNumbers(count, count);
        std::sort(values.begin(), values.end());
        Counted once;
        for (const double v : values) once.emplace_back(v, 1);
        EXPECT_EQ(countedMedian(once), median(values)) << count;
        EXPECT_NEAR(weightedMedian(values, std::vector<double>(count, 0.3)), median(values), 1e-12) << count;
    }
}

TEST(Numbers, CountsAndWeightsMoveTheMedian) {
    EXPECT_EQ(countedMedian({{1, 1}, {2, 0}, {3, 4}, {9, 1}}), 3);
    EXPECT_EQ(countedMedian({{1, 2}, {2, 0}, {3, 2}}), 2);
    EXPECT_TRUE(std::isnan(countedMedian({{1, 0}, {2, 0}})));
    EXPECT_EQ(weightedMedian({10, 20}, {1, 1}), 15);
    EXPECT_EQ(weightedMedian({20, 10}, {3, 1}), 17.5) << "10 stands at 0.5, 20 at 2.5, and half of the weight is 2";
    EXPECT_EQ(weightedMedian({20, 10, 5}, {1, 100, 1}), 10) << "what weighs most is the median";
}

TEST(Numbers, APercentileRankCountsEqualValuesHalf) {
    const std::vector<double> sorted{1, 2, 2, 4};
    EXPECT_EQ(percentileRank(sorted, 0.5), 0);
    EXPECT_EQ(percentileRank(sorted, 1.0), 12.5);
    EXPECT_EQ(percentileRank(sorted, 2.0), 50);
    EXPECT_EQ(percentileRank(sorted, 3.0), 75);
    EXPECT_EQ(percentileRank(sorted, 5.0), 100);
    EXPECT_TRUE(std::isnan(percentileRank(sorted, kNoValue)));
    EXPECT_TRUE(std::isnan(percentileRank(std::vector<float>(), 1.0F)));
    const std::vector<double> ranks = percentileRanks({4, 2, kNoValue, 1, 2});
    EXPECT_EQ(ranks[0], 87.5);
    EXPECT_EQ(ranks[1], 50);
    EXPECT_TRUE(std::isnan(ranks[2]));
    EXPECT_EQ(ranks[3], 12.5);
    EXPECT_EQ(ranks[4], 50);
    double sum = 0;
    for (const double rank : percentileRanks(manyNumbers(501, 3))) sum += rank;
    EXPECT_NEAR(sum / 501, 50, 1e-9) << "of all values, ties or not";
}

TEST(Numbers, PercentilesHaveTheirNeighboursAndNoRowTwice) {
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) values.push_back(999 - i);
    values.push_back(kNoValue);
    const auto rows = rowsAtPercentiles(values, {0, 50, 100}, 4);
    EXPECT_EQ(rows[0], (std::vector<std::int64_t>{999, 998, 997, 996}));
    EXPECT_EQ(rows[1], (std::vector<std::int64_t>{501, 500, 499, 498}));
    EXPECT_EQ(rows[2], (std::vector<std::int64_t>{3, 2, 1, 0}));
    EXPECT_EQ(rowsAtPercentiles(values, {50}, 1)[0].size(), 1U);
    EXPECT_TRUE(rowsAtPercentiles({kNoValue}, {50}, 3)[0].empty());
    EXPECT_TRUE(rowsAtPercentiles(values, {}, 3).empty());
}

TEST(Numbers, PercentilesThatAreCloseTogetherAllHaveTheirRows) {
    const std::vector<double> percentiles{0, 1, 5, 50, 95, 99, 100};
    for (const std::size_t count : {200U, 56U, 20U, 7U, 3U}) {
        const std::vector<double> values = manyNumbers(count, 5);
        const auto rows = rowsAtPercentiles(values, percentiles, 8);
        const std::size_t each = std::max<std::size_t>(1, std::min<std::size_t>(8, count / 7));
        std::set<std::int64_t> seen;
        double last = -1;
        for (std::size_t line = 0; line < rows.size(); ++line) {
            if (count >= 7) {
                EXPECT_EQ(rows[line].size(), each) << count << " values, line " << line;
            }
            for (const std::int64_t row : rows[line]) {
                EXPECT_TRUE(seen.insert(row).second) << count;
                EXPECT_GE(values[static_cast<std::size_t>(row)], last) << count;
                last = values[static_cast<std::size_t>(row)];
            }
        }
        EXPECT_EQ(seen.size(), std::min(count, 7 * each));
        if (count >= 7) {
            EXPECT_EQ(last, *std::max_element(values.begin(), values.end())) << "the largest are there";
        }
    }
}

TEST(Numbers, LengthsAreTheSameWithinRounding) {
    EXPECT_TRUE(isUnitLength(1));
    EXPECT_TRUE(isUnitLength(0.9991));
    EXPECT_FALSE(isUnitLength(1.002));
    EXPECT_TRUE(allTheSame({20, 20.01, kNoValue}));
    EXPECT_FALSE(allTheSame({20, 20.1}));
    EXPECT_FALSE(allTheSame({-1, 1}));
    EXPECT_TRUE(allTheSame({}));
    EXPECT_TRUE(allTheSame({0, 0}));
}

TEST(Numbers, AMinusIsNoHyphen) {
    EXPECT_EQ(withTrueMinus("-0.3 (-0.5 to 0.1), p -1 [-2]"), "−0.3 (−0.5 to 0.1), p −1 [−2]");
    EXPECT_EQ(withTrueMinus("1e-05 and 2.5e-7"), "1e−05 and 2.5e−7");
    EXPECT_EQ(withTrueMinus("IR-50, IR - 50, “-5”, a-1, --seed -x, 0–2, 3-4"),
              "IR-50, IR - 50, “-5”, a-1, --seed -x, 0–2, 3-4");
    for (const char* number : {"1", "-1", "−0.25", "+1e-05", "1e−05", "-24,000", "1,234,567.8"})
        EXPECT_TRUE(isNumberText(number)) << number;
    for (const char* other : {"", "-", "-a", "- 1", "img -1.png", "-1.png", "1.", ".5", "1,23", "1e", "1.2.3", "2024-05-01"})
        EXPECT_FALSE(isNumberText(other)) << other;
}

TEST(Numbers, TheMarksOfAnotherLocaleStandInNumbersAlone) {
    EXPECT_EQ(withNumberMarks("1,234.5"), "1,234.5");
    setNumberMarks({",", "."});
    const std::string number = withNumberMarks("−1,234.5"), interval = withNumberMarks("0.3 (0.1 … 0.5) %"),
                      power = withNumberMarks("1.5e-05");
    const std::string name = withNumberMarks("model 1.5"), cyrillic = withNumberMarks("Анна 1.5"),
                      date = withNumberMarks("2024-05-01"), address = withNumberMarks("10.0.0.1");
    setNumberMarks({});
    EXPECT_EQ(number, "−1.234,5");
    EXPECT_EQ(interval, "0,3 (0,1 … 0,5) %");
    EXPECT_EQ(power, "1,5e-05");
    EXPECT_EQ(name, "model 1.5");
    EXPECT_EQ(cyrillic, "Анна 1.5");
    EXPECT_EQ(date, "2024-05-01");
    EXPECT_EQ(address, "10.0.0.1");
}

}  // namespace
}  // namespace facespace
