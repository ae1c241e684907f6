#include "core/analysis/experiment1.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/analysis/class_figures.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/planted.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using test::planted;

Experiment1Options quick() {
    Experiment1Options o;
    o.randomRepeats = 5;
    o.bootstrap = 200;
    o.permutations = 99;
    return o;
}
ClassTarget aboveMedian(const std::vector<double>& labels) {
    ClassTarget target{{}, {"low", "high"}};
    const double median = quantile(labels, 0.5);
    for (const double v : labels) target.classOf.push_back(v > median ? 1 : 0);
    return target;
}

TEST(Experiment1, LdaAgreesWithScikitLearn) {
    const auto reference = test::reference("lda");
    Experiment1Options o = quick();
    o.folds = 6;
    o.shrinkages = reference["shrinkages"].get<std::vector<double>>();
    const ClassTarget target{reference["y"].get<std::vector<int>>(), {"still", "video"}};
    const auto r =
        classificationExperiment(test::matrixOf(reference["x"]), target, test::identitiesOf(reference["group"]), o, {});
    ASSERT_TRUE(r) << r.error().message;
    EXPECT_EQ(r->predictor.penalty, reference["shrinkage"].get<double>());
    for (Eigen::Index j = 0; j < 5; ++j)
        test::expectClose(r->predictor.weights(j), reference["weights"][static_cast<std::size_t>(j)], 1e-9);
    test::expectClose(r->predictor.intercept, reference["intercept"], 1e-9);
    for (std::size_t i = 0; i < target.classOf.size(); ++i)
        test::expectClose(r->outOfFold[i], reference["out_of_fold"][i], 1e-6);
    test::expectClose(r->accuracy.value, reference["accuracy"], 1e-12);
    test::expectClose(r->balancedAccuracy.value, reference["balanced_accuracy"], 1e-12);
    test::expectClose(r->auc.value, reference["auc"], 1e-12);
    EXPECT_LT(r->auc.low, r->auc.value);
    EXPECT_GT(r->auc.high, r->auc.value);
}

TEST(Experiment1, RegressionFindsSignalAndItsInterval) {
    const auto d = planted(30, 10, 8, 3);
    const auto r = regressionExperiment(d.x, d.labels, d.identity, quick(), {});
    ASSERT_TRUE(r) << r.error().message;
    EXPECT_NEAR(r->rmse.value, 3, 0.5);
    EXPECT_LT(r->rmse.low, r->rmse.value);
    EXPECT_GT(r->rmse.high, r->rmse.value);
    EXPECT_LT(r->rmse.high - r->rmse.low, 1.5);
    ASSERT_TRUE(r->baseline);
    EXPECT_EQ(r->baseline->pValue, 0.01);
    EXPECT_LT(r->baseline->figure.high, 0.2);
    EXPECT_EQ(r->randomR2.count, 5);
    EXPECT_NEAR(r->randomR2.mean, r->r2.value, 0.1);
    ASSERT_FALSE(r->featureCurve.empty());
    EXPECT_EQ(r->featureCurve.back().features, 8);
    EXPECT_EQ(r->featureCurve.back().best, r->r2.value);
}

TEST(Experiment1, RandomSplitsLeakIdentityAndFoldsDoNot) {
    auto d = planted(25, 20, 60, 0);
    for (std::size_t i = 0; i < d.labels.size(); ++i) d.labels[i] = std::sin(static_cast<double>(i / 20 * 37));
    const auto r = regressionExperiment(d.x, d.labels, d.identity, quick(), {});
    ASSERT_TRUE(r) << r.error().message;
    EXPECT_GT(r->randomR2.mean, 0.4);
    EXPECT_LT(r->r2.value, 0.25);
    ASSERT_TRUE(r->baseline);
    EXPECT_EQ(r->baseline->scheme, PermutationScheme::kWholeIdentities);
    EXPECT_GT(r->baseline->pValue, 0.02);
}

TEST(Experiment1, BaselineIsFairUnderNoise) {
    // p-values of labels without meaning are uniform: few are small.
    int small = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        auto d = planted(10, 8, 6, 1, 100 + seed);
        const auto other = planted(10, 8, 6, 1, 900 + seed);
        Experiment1Options o = quick();
        o.randomRepeats = o.bootstrap = 0;
        o.featureCurve = false;
        const auto r = regressionExperiment(d.x, other.labels, d.identity, o, {});
        ASSERT_TRUE(r) << r.error().message;
        small += r->baseline->pValue <= 0.1 ? 1 : 0;
    }
    EXPECT_LE(small, 6);
}

TEST(Experiment1, BestFeaturesAreFound) {
    auto d = planted(20, 10, 12, 0);
    for (std::size_t i = 0; i < d.labels.size(); ++i)
        d.labels[i] = 5 * static_cast<double>(d.x(static_cast<Eigen::Index>(i), 7)) + 1;
    Experiment1Options o = quick();
    o.featureCounts = {1, 3};
    const auto r = regressionExperiment(d.x, d.labels, d.identity, o, {});
    ASSERT_TRUE(r) << r.error().message;
    ASSERT_EQ(r->featureCurve.size(), 3U);
    EXPECT_GT(r->featureCurve[0].best, 0.999);
    EXPECT_LT(r->featureCurve[0].random.mean, 0.6);
    const auto c = classificationExperiment(d.x, aboveMedian(d.labels), d.identity, o, {});
    ASSERT_TRUE(c) << c.error().message;
    EXPECT_GT(c->featureCurve[0].best, 0.99);
    EXPECT_EQ(c->featureCurve.back().best, c->auc.value);
    EXPECT_EQ(c->baseline->pValue, 0.01);
    EXPECT_NEAR(c->baseline->figure.mean, 0.5, 0.05);
}

TEST(Experiment1, SaysWhichClassIsMissing) {
    const auto d = planted(6, 10, 4, 1);
    ClassTarget target{std::vector<int>(60, 0), {"still", "video"}};
    const auto message = [&] {
        const auto r = classificationExperiment(d.x, target, d.identity, quick(), {});
        return r ? std::string() : r.error().message.english();
    };
    EXPECT_NE(message().find("All 60 labelled images are “still”"), std::string::npos);
    for (std::size_t i = 0; i < 5; ++i) target.classOf[i] = 1;
    EXPECT_NE(message().find("Only one identity has images that are “video”"), std::string::npos);
    target.classOf.assign(60, -1);
    EXPECT_NE(message().find("Only 0 images"), std::string::npos);
    EXPECT_FALSE(regressionExperiment(d.x, std::vector<double>(60, kNaN), d.identity, quick(), {}));
    Experiment1Options o;
    o.trainShare = 1;
    EXPECT_FALSE(regressionExperiment(d.x, d.labels, d.identity, o, {}));
}

TEST(Experiment1, ConstantFeaturesDoNoHarm) {
    auto d = planted(10, 10, 5, 1);
    d.x.col(2).setConstant(4);
    EXPECT_TRUE(regressionExperiment(d.x, d.labels, d.identity, quick(), {}));
    EXPECT_TRUE(classificationExperiment(d.x, aboveMedian(d.labels), d.identity, quick(), {}));
}

TEST(Experiment1, SameResultForAnyNumberOfThreads) {
    const auto d = planted(12, 30, 20, 2);
    setThreadCount(1);
    const auto r1 = regressionExperiment(d.x, d.labels, d.identity, quick(), {});
    const auto c1 = classificationExperiment(d.x, aboveMedian(d.labels), d.identity, quick(), {});
    setThreadCount(3);
    const auto r3 = regressionExperiment(d.x, d.labels, d.identity, quick(), {});
    const auto c3 = classificationExperiment(d.x, aboveMedian(d.labels), d.identity, quick(), {});
    setThreadCount(0);
    ASSERT_TRUE(r1 && r3 && c1 && c3);
    EXPECT_EQ(r1->r2.low, r3->r2.low);
    EXPECT_EQ(r1->randomR2.mean, r3->randomR2.mean);
    EXPECT_EQ(r1->baseline->figure.mean, r3->baseline->figure.mean);
    EXPECT_EQ(c1->auc.high, c3->auc.high);
    EXPECT_EQ(c1->featureCurve[1].random.mean, c3->featureCurve[1].random.mean);
    EXPECT_EQ(c1->outOfFold, c3->outOfFold);
}

TEST(Experiment1, CancelsAnywhere) {
    const auto d = planted(10, 10, 5, 1);
    for (const int after : {1, 10, 25, 40}) {
        JobContext job;
        std::atomic<int> reports{0};
        job.report = [&](const Progress&) {
            if (++reports >= after) job.cancel.cancel();
        };
        const auto r = regressionExperiment(d.x, d.labels, d.identity, quick(), job);
        ASSERT_FALSE(r) << after;
        EXPECT_EQ(r.error().code, ErrorCode::kCancelled);
    }
}

TEST(Experiment1, CentredPitch) {
    const auto target = centredPitch({-10, 10.1, 0, kNaN}, 10);
    EXPECT_EQ(target.classOf, (std::vector<int>{1, 0, 1, -1}));
}

TEST(Experiment1, Takes24000ImagesInTime) {
    const auto d = planted(500, 48, 512, 5);
    const auto start = std::chrono::steady_clock::now();
    const auto r = regressionExperiment(d.x, d.labels, d.identity, {}, {});
    const auto middle = std::chrono::steady_clock::now();
    const auto c = classificationExperiment(d.x, aboveMedian(d.labels), d.identity, {}, {});
    const auto end = std::chrono::steady_clock::now();
    ASSERT_TRUE(r && c);
    const double a = std::chrono::duration<double>(middle - start).count(),
                 b = std::chrono::duration<double>(end - middle).count();
    std::printf("24,000 x 512: regression %.2f s, classification %.2f s\n", a, b);
    EXPECT_LT(a + b, 50);
}

TEST(WeightedAuc, CountsTiesHalf) {
    const WeightedAuc auc({1, 2, 2, 3}, {0, 0, 1, 1});
    EXPECT_EQ(auc.value(), 3.5 / 4);
    EXPECT_EQ(auc.value({1, 0, 1, 0}), 1.0);
    EXPECT_TRUE(std::isnan(auc.value({1, 1, 0, 0})));
}

TEST(Resampling, ASpreadIsOfASample) {
    const Spread s = spreadOf({1, 2, 3, 4});
    EXPECT_DOUBLE_EQ(s.sd, std::sqrt(5.0 / 3));
}

}  // namespace
}  // namespace facespace
