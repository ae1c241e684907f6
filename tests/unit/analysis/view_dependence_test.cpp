#include "core/analysis/view_dependence.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/analysis/welch.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/planted.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Views {
    FeatureMatrix x;
    std::vector<double> yaw;
    std::vector<std::string> identity;
};
/// `dependent` of the identities shift half of their features with the view.
Views planted(int identities, int dependent, int perView, int dims, std::uint64_t seed = 3) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Views v;
    v.x.resize(identities * perView * 2, dims);
    for (int p = 0; p < identities; ++p)
        for (int i = 0; i < 2 * perView; ++i) {
            const bool profile = i >= perView;
            for (int j = 0; j < dims; ++j)
                v.x(p * 2 * perView + i, j) =
                    static_cast<float>(normal(random) + (profile && p < dependent && (j + p) % 2 == 0 ? 6 : 0));
            v.yaw.push_back(profile ? (i % 2 == 0 ? 60 : -75) : (i % 2 == 0 ? 10 : -5));
            v.identity.push_back(std::to_string(p));
        }
    return v;
}

void compare(const Eigen::MatrixXd& actual, const nlohmann::json& expected) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        for (std::size_t j = 0; j < expected[i].size(); ++j) {
            const double e = expected[i][j];
            EXPECT_NEAR(actual(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)), e, 1e-9 * std::abs(e));
        }
}

TEST(ViewDependence, AgreesWithSciPy) {
    const auto reference = test::reference("views");
    ViewDependenceOptions o;
    for (const bool bh : {false, true}) {
        o.correction = bh ? Correction::kBenjaminiHochberg : Correction::kBonferroni;
        const auto v = viewDependence(test::matrixOf(reference["x"]), reference["yaw"].get<std::vector<double>>(),
                                      test::identitiesOf(reference["group"]), o, {});
        ASSERT_TRUE(v) << v.error().message;
        compare(v->t, reference["t"]);
        compare(v->df, reference["df"]);
        compare(v->p, reference["p"]);
        compare(v->hedgesG, reference["g"]);
        compare(v->adjusted, reference[bh ? "bh" : "bonferroni"]);
        EXPECT_TRUE(std::isnan(v->t(0, 11)));
        EXPECT_EQ(v->significant(0, 11), 0);
        ASSERT_FALSE(v->notes.empty());
        EXPECT_NE(v->notes.back().find("3 of 36 tests"), std::string::npos);
    }
}

TEST(ViewDependence, FindsThatIdentitiesDiffer) {
    const Views views = planted(24, 8, 8, 40);
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_GT(v->ofIdentity.head(8).minCoeff(), 0.4);
    EXPECT_LT(v->ofIdentity.tail(16).maxCoeff(), 0.1);
    EXPECT_NEAR(v->ofFeature.mean(), 1.0 / 6, 0.02);
    EXPECT_GT(v->varianceOverIdentities, 5 * v->varianceOverFeatures);
    EXPECT_EQ(*v->pValue, 1.0 / 200);
    EXPECT_EQ(sortedByMarginal(v->ofIdentity).size(), 24U);
    EXPECT_LT(sortedByMarginal(v->ofIdentity)[7], 8);
}

TEST(ViewDependence, NothingInNoise) {
    int small = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Views views = planted(12, 0, 6, 20, 50 + seed);
        ViewDependenceOptions o;
        o.permutations = 99;
        o.correction = Correction::kBenjaminiHochberg;
        o.alpha = 0.2;
        const auto v = viewDependence(views.x, views.yaw, views.identity, o, {});
        ASSERT_TRUE(v) << v.error().message;
        small += *v->pValue <= 0.1 ? 1 : 0;
    }
    EXPECT_LE(small, 6);
}

TEST(ViewDependence, FeaturesThatDependForEveryoneVaryOverFeatures) {
    Views views = planted(20, 0, 8, 30);
    for (std::size_t i = 0; i < views.yaw.size(); ++i)
        if (std::abs(views.yaw[i]) > 45) views.x.row(static_cast<Eigen::Index>(i)).head(10).array() += 6;
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_GT(v->varianceOverFeatures, 5 * v->varianceOverIdentities);
    EXPECT_GT(*v->pValue, 0.9);
}

TEST(ViewDependence, VariancesOfMarginalsAreThoseThatWerePlanted) {
    // Few rows and many columns: plain variances would be off by 0.25 / 8 over the columns alone.
    constexpr int kRows = 8, kColumns = 400, kTimes = 200;
    boost::random::mt19937_64 random(7);
    boost::random::uniform_real_distribution<double> uniform;
    MarginalVariances mean{0, 0};
    for (int time = 0; time < kTimes; ++time) {
        Eigen::MatrixXd cells(kRows, kColumns);
        Eigen::VectorXd ofRow(kRows);
        for (auto& p : ofRow) p = uniform(random) < 0.5 ? 0.3 : 0.7;  // variance 0.04
        for (int i = 0; i < kRows; ++i)
            for (int j = 0; j < kColumns; ++j) cells(i, j) = uniform(random) < ofRow(i) ? 1 : 0;
        const auto v = marginalVariances(cells.rowwise().mean(), cells.colwise().mean().transpose());
        mean.rows += v.rows / kTimes;
        mean.columns += v.columns / kTimes;
    }
    EXPECT_NEAR(mean.rows, 0.04, 0.003);
    EXPECT_NEAR(mean.columns, 0, 0.0005);
    EXPECT_TRUE(std::isnan(marginalVariances(Eigen::VectorXd::Ones(1), Eigen::VectorXd::Ones(4)).rows));
}

TEST(ViewDependence, FewIdentitiesAndDeadFeaturesDoNotHideThatIdentitiesDiffer) {
    // Every feature of an identity depends on view with a chance of the identity's own; a third of the features is dead.
    constexpr int kIdentities = 8, kFeatures = 240, kDead = 80;
    Views views = planted(kIdentities, 0, 10, kFeatures);
    boost::random::mt19937_64 random(11);
    boost::random::uniform_real_distribution<double> uniform;
    for (int p = 0; p < kIdentities; ++p)
        for (int j = 0; j < kFeatures; ++j)
            if (uniform(random) < 0.25 + 0.07 * p)
                for (int i = 10; i < 20; ++i) views.x(p * 20 + i, j) += 6;
    views.x.rightCols(kDead).setZero();
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_GT(v->varianceOverIdentities, 0.01);
    EXPECT_NEAR(v->varianceOverFeatures, 0, 0.006);
    const double mean = v->ofFeature.mean();
    EXPECT_NEAR(v->plain.columns, (v->ofFeature.array() - mean).square().sum() / (kFeatures - 1), 1e-12);
    EXPECT_GT(v->plain.columns, v->plain.rows) << "chance and dead features hide it in the plain variances";
    EXPECT_EQ(*v->pValue, 1.0 / 200);
}

TEST(ViewDependence, SaysWhatIsMissing) {
    Views views = planted(3, 0, 5, 4);
    ViewDependenceOptions o;
    o.minimum = 6;
    auto v = viewDependence(views.x, views.yaw, views.identity, o, {});
    ASSERT_FALSE(v);
    EXPECT_NE(v.error().message.find("No identity has 6 frontal"), std::string::npos);
    EXPECT_NE(v.error().message.find("15 frontal and 15 profile"), std::string::npos);
    v = viewDependence(views.x, std::vector<double>(30, kNaN), views.identity, {}, {});
    ASSERT_FALSE(v);
    EXPECT_NE(v.error().message.find("yaw label"), std::string::npos);
    views.identity.assign(30, "one");
    v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v);
    EXPECT_FALSE(v->pValue);
    EXPECT_FALSE(v->notes.empty());
    o.minimum = 1;
    EXPECT_FALSE(viewDependence(views.x, views.yaw, views.identity, o, {}));
}

TEST(ViewDependence, SameForAnyThreadsAndCancels) {
    const Views views = planted(15, 5, 6, 20);
    setThreadCount(1);
    const auto one = viewDependence(views.x, views.yaw, views.identity, {}, {});
    setThreadCount(4);
    const auto four = viewDependence(views.x, views.yaw, views.identity, {}, {});
    setThreadCount(0);
    ASSERT_TRUE(one && four);
    EXPECT_EQ(one->nullDifference.mean, four->nullDifference.mean);
    EXPECT_EQ(one->nullDifferences, four->nullDifferences);
    EXPECT_EQ(spreadOf(one->nullDifferences).mean, one->nullDifference.mean);
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.done > 0) job.cancel.cancel();
    };
    const auto stopped = viewDependence(views.x, views.yaw, views.identity, {}, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
}

TEST(ViewDependence, Takes24000ImagesInTime) {
    const Views views = planted(500, 100, 24, 512);
    const auto start = std::chrono::steady_clock::now();
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ASSERT_TRUE(v);
    std::printf("24,000 x 512, 199 permutations: %.2f s\n", seconds);
    EXPECT_LT(seconds, 40);
}

TEST(StudentDecision, IsExact) {
    const StudentDecision decision(0.05 / 512, 60);
    for (double df = 1; df < 70; df += 0.37)
        for (double t = 0; t < 12; t += 0.05)
            ASSERT_EQ(decision.significant(-t, df), studentP(t, df) <= 0.05 / 512) << t << " " << df;
}

}  // namespace
}  // namespace facespace
