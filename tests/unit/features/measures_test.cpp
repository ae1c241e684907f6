#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <ostream>
#include <random>

#include "core/common/parallel.h"
#include "core/features/inspect.h"
#include "core/features/neighbours.h"
#include "core/features/norms.h"

namespace facespace {

void PrintTo(Metric metric, std::ostream* out) { *out << nameOf(metric); }

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

FeatureMatrix randomFeatures(Eigen::Index rows, Eigen::Index columns, unsigned seed) {
    std::mt19937 rng(seed);
    std::normal_distribution<float> normal;
    FeatureMatrix m(rows, columns);
    for (Eigen::Index i = 0; i < m.size(); ++i) m.data()[i] = normal(rng);
    return m;
}

TEST(NormsTest, DistancesOfASmallExample) {
    FeatureMatrix m(4, 2);
    m << 3, 4, 0, 0, kNan, 1, 3, -4;
    const auto origin = distancesFromOrigin(m);
    EXPECT_EQ(origin[0], 5);
    EXPECT_EQ(origin[1], 0);
    EXPECT_TRUE(std::isnan(origin[2]));
    const auto mean = distancesFromMean(m);  // the mean of three rows is (2, 0)
    EXPECT_FLOAT_EQ(mean[0], std::sqrt(17.F));
    EXPECT_FLOAT_EQ(mean[1], 2);
    EXPECT_TRUE(std::isnan(mean[2]));
}

TEST(NormsTest, CosineToTheOwnCentroidIsOfDirectionsNotLengths) {
    FeatureMatrix m(6, 2);
    m << 1, 0, 0, 100, kNan, kNan, 5, 5, 0, 0, 1, 1;
    const std::vector<std::int32_t> identity{0, 0, 0, 1, 1, -1};
    const auto cosine = cosinesToIdentityCentroid(m, identity);
    EXPECT_FLOAT_EQ(cosine[0], std::sqrt(0.5F));
    EXPECT_FLOAT_EQ(cosine[1], std::sqrt(0.5F));
    for (std::size_t i = 2; i < 6; ++i) EXPECT_TRUE(std::isnan(cosine[i])) << i;  // none, alone, zero, no identity
}

TEST(NormsTest, SumsDoNotLosePrecisionNorDependOnThreads) {
    // 1e4 + small: in float sums the small part is lost.
    FeatureMatrix m = randomFeatures(5000, 64, 3).array() + 1e4F;
    const Eigen::RowVectorXd mean = m.cast<double>().colwise().mean();
    setThreadCount(1);
    const auto one = distancesFromMean(m);
    setThreadCount(4);
    EXPECT_EQ(distancesFromMean(m), one);
    setThreadCount(0);
    for (Eigen::Index i = 0; i < m.rows(); i += 97)
        EXPECT_NEAR(one[static_cast<std::size_t>(i)], (m.row(i).cast<double>() - mean).norm(), 1e-5);
}

TEST(Metrics, HaveOneNameEach) {
    for (const MetricName& m : metrics()) {
        ASSERT_TRUE(metricNamed(m.name));
        EXPECT_EQ(*metricNamed(m.name), m.metric);
        EXPECT_STREQ(nameOf(m.metric), m.name);
        EXPECT_NE(metricNamed("manhattan").error().message.find(m.name), std::string::npos) << "the sentence names it";
    }
    EXPECT_EQ(metricNames().size(), metrics().size());
}

class NeighboursTest : public ::testing::TestWithParam<Metric> {};

TEST_P(NeighboursTest, AgreeWithSortingAllExactValues) {
    FeatureMatrix m = randomFeatures(700, 33, 9);
    m.row(5).setConstant(kNan);
    m.row(6).setZero();
    m.row(8) = m.row(7);
    m.row(9) = 3 * m.row(7);
    const bool centred = GetParam() == Metric::kCentredCosine;
    const Eigen::RowVectorXd mean = centred ? meanFeature(m) : Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(33));
    for (const Eigen::Index row : {0, 7, 8, 699}) {
        std::vector<Neighbour> expected;
        const Eigen::RowVectorXd x = m.row(row).cast<double>() - mean;
        for (Eigen::Index i = 0; i < m.rows(); ++i) {
            const Eigen::RowVectorXd y = m.row(i).cast<double>() - mean;
            if (i == row || y.hasNaN() || (GetParam() == Metric::kCosine && y.norm() == 0)) continue;
            const double value =
                GetParam() == Metric::kEuclidean ? (x - y).norm() : std::min(1.0, x.dot(y) / (x.norm() * y.norm()));
            expected.push_back({static_cast<std::size_t>(i), value});
        }
        std::ranges::stable_sort(expected, [](const Neighbour& a, const Neighbour& b) {
            return GetParam() == Metric::kEuclidean ? a.value < b.value - 1e-12 : a.value > b.value + 1e-12;
        });
        const auto found = nearestNeighbours(m, static_cast<std::size_t>(row), 20, GetParam());
        ASSERT_EQ(found.size(), 20U);
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_EQ(found[i].row, expected[i].row) << "row " << row << ", neighbour " << i;
            EXPECT_NEAR(found[i].value, expected[i].value, centred ? 1e-6 : 1e-12);  // centred in float
        }
        EXPECT_EQ(nearestNeighbours(m, static_cast<std::size_t>(row), 20, GetParam(), distancesFromOrigin(m)), found);
    }
    EXPECT_TRUE(nearestNeighbours(m, 5, 3, GetParam()).empty());
    EXPECT_EQ(nearestNeighbours(m, 6, 3, GetParam()).empty(), GetParam() == Metric::kCosine);
    EXPECT_TRUE(nearestNeighbours(m, 700, 3, GetParam()).empty());
    EXPECT_EQ(nearestNeighbours(m, 0, 10000, GetParam()).size(), GetParam() == Metric::kCosine ? 697U : 698U);
    EXPECT_TRUE(nearestNeighbours(m.topRows(1), 0, 3, GetParam()).empty());
}

TEST_P(NeighboursTest, AnswerAClickInTime) {
    const FeatureMatrix m = randomFeatures(24000, 512, 1);
    const auto norms = distancesFromOrigin(m);
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const auto found = nearestNeighbours(m, static_cast<std::size_t>(i), 12, GetParam(), norms);
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        ASSERT_EQ(found.size(), 12U);
    }
    RecordProperty("milliseconds", std::to_string(best));
    std::printf("nearest 12 of 24,000 x 512: %.1f ms\n", best);
    EXPECT_LT(best, GetParam() == Metric::kCentredCosine ? 400 : 100) << "centring goes over all rows first";
}

INSTANTIATE_TEST_SUITE_P(Metrics, NeighboursTest,
                         ::testing::Values(Metric::kCosine, Metric::kEuclidean, Metric::kCentredCosine));

TEST(InspectTest, SaysWhatIsUnusual) {
    FeatureMatrix m = randomFeatures(10, 4, 2);
    EXPECT_TRUE(inspectFeatures(m).sentences().empty());
    m.row(0).setConstant(kNan);
    m(1, 2) = kNan;
    m(2, 0) = std::numeric_limits<float>::infinity();
    m.row(3).setZero();
    m.col(1).tail(6).setConstant(2);
    const FeatureReport r = inspectFeatures(m);
    EXPECT_EQ(r.missing, 1U);
    EXPECT_EQ(r.partlyNan, 1U);
    EXPECT_EQ(r.infinite, 1U);
    EXPECT_EQ(r.zero, 1U);
    EXPECT_EQ(r.usable, 6U);
    EXPECT_EQ(r.constantColumns, 1U);
    EXPECT_FALSE(r.allEqual || r.unitLength);
    const auto sentences = r.sentences();
    ASSERT_EQ(sentences.size(), 5U);
    EXPECT_EQ(sentences[0], "1 row has no feature (all values are NaN).");
    EXPECT_EQ(sentences[4], "1 of the values is the same for every image.");
}

TEST(InspectTest, SaysThatAllAreEqualOrUnitLengthOrUnusable) {
    FeatureMatrix m = FeatureMatrix::Constant(3, 4, 2.F);
    EXPECT_TRUE(inspectFeatures(m).allEqual);
    ASSERT_EQ(inspectFeatures(m).sentences().size(), 1U);
    m = randomFeatures(5, 8, 1);
    m.rowwise().normalize();
    EXPECT_TRUE(inspectFeatures(m).unitLength);
    m.setConstant(kNan);
    EXPECT_EQ(inspectFeatures(m).sentences().at(0), "None of the 5 rows is a usable feature.");
    EXPECT_FALSE(inspectFeatures(FeatureMatrix::Ones(1, 2)).allEqual);
    EXPECT_EQ(inspectFeatures(FeatureMatrix(0, 2)).rows, 0U);
}

}  // namespace
}  // namespace facespace
