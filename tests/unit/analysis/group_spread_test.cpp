// Intervals of the largest of some ratios, where the errors of all of them are known.
#include "core/analysis/group_spread.h"

#include <gtest/gtest.h>
#include <boost/math/distributions/students_t.hpp>
#include <boost/random/chi_squared_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

namespace facespace::groups {
namespace {

/// Values with independent errors, of variance `error`² as it was estimated.
LogRates rates(const Eigen::VectorXd& values, double error, int df) {
    LogRates logs{values, Eigen::MatrixXd::Constant(values.size(), values.size(), 2 * error * error), df};
    logs.differences.diagonal().setZero();
    return logs;
}

/// In how many of 200 sets the interval holds the truth.
double coverage(const std::vector<double>& truth, double error, int df, SpreadOf spread, std::uint64_t seed) {
    constexpr int kSets = 200;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    boost::random::chi_squared_distribution<double> chi(df);
    const Eigen::VectorXd values = Eigen::Map<const Eigen::VectorXd>(truth.data(), std::ssize(truth));
    const double is = spread(values);
    int covered = 0;
    for (int s = 0; s < kSets; ++s) {
        Eigen::VectorXd found = values;
        for (double& v : found) v += error * normal(random);
        const Estimate e = spreadInterval(rates(found, error * std::sqrt(chi(random) / df), df), spread);
        covered += e.low <= is && is <= e.high ? 1 : 0;
    }
    return covered / double{kSets};
}

TEST(GroupSpread, IntervalsHoldTheTruthWhicheverGroupsAreTheExtremes) {
    std::uint64_t seed = 1;
    for (const std::vector<double>& truth :
         {std::vector<double>{0, 0, 0}, {1, 0, 0}, {0.3, 0.3, 0}, {0, 0}, {0.5, 0}, {0.4, 0.2, 0.1, 0}, {1, 0, 0, 0, 0, 0}})
        for (const SpreadOf spread : {largestOverMean, largestOverSmallest})
            EXPECT_NEAR(coverage(truth, 0.2, 19, spread, ++seed), 0.95, 0.045) << truth.size() << ", " << truth[0];
}

TEST(GroupSpread, OfTwoGroupsFarApartItIsThatOfTheirDifference) {
    const LogRates logs = rates(Eigen::Vector2d(3, 0.5), 0.1, 30);
    const Estimate e = spreadInterval(logs, largestOverSmallest);
    const double t = quantile(complement(boost::math::students_t(30), 0.025));
    EXPECT_DOUBLE_EQ(e.value, 2.5);
    EXPECT_NEAR(e.high, 2.5 + t * 0.1 * std::sqrt(2), 1e-9);
    EXPECT_NEAR(e.low, 2.5 - t * 0.1 * std::sqrt(2), 0.02);
    EXPECT_NEAR(spreadInterval(logs, largestOverMean).low * 2, e.low, 1e-4);
}

TEST(GroupSpread, WhatAllHaveInCommonDoesNotMatterAndNothingIsBelowAlike) {
    const Estimate e = spreadInterval(rates(Eigen::Vector3d(0.5, 0.1, 0), 0.1, 20), largestOverSmallest);
    const Estimate moved = spreadInterval(rates(Eigen::Vector3d(7.5, 7.1, 7), 0.1, 20), largestOverSmallest);
    EXPECT_NEAR(moved.low, e.low, 1e-5);
    EXPECT_NEAR(moved.high, e.high, 1e-9);
    const Estimate alike = spreadInterval(rates(Eigen::Vector3d(0.1, 0.05, 0), 0.1, 20), largestOverSmallest);
    EXPECT_EQ(alike.low, 0);
    EXPECT_GT(alike.high, 0.1);
    const Estimate same = spreadInterval(rates(Eigen::Vector3d::Zero(), 0.1, 20), largestOverMean);
    EXPECT_EQ(same.low, 0);
    EXPECT_GT(same.high, 0);
    EXPECT_TRUE(std::isnan(spreadInterval(rates(Eigen::Vector3d(0.1, 0.05, 0), 0.1, 0), largestOverMean).low));
}

}  // namespace
}  // namespace facespace::groups
