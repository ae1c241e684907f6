#include "core/analysis/ridge.h"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <set>

#include "core/analysis/folds.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/planted.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Data = test::Planted;
using test::planted;

TEST(Ridge, AgreesWithScikitLearn) {
    const auto reference = test::reference("ridge");
    Data d;
    d.labels = reference["y"].get<std::vector<double>>();
    d.x = test::matrixOf(reference["x"]);
    d.identity = test::identitiesOf(reference["group"]);
    RidgeOptions options;
    options.folds = 6;
    options.penalties = reference["penalties"].get<std::vector<double>>();
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, options, {});
    ASSERT_TRUE(result) << result.error().message;
    const auto weights = reference["weights"].get<std::vector<double>>();
    for (std::size_t j = 0; j < 5; ++j)
        test::expectClose(result->predictor.weights(static_cast<Eigen::Index>(j)), weights[j], 1e-10);
    test::expectClose(result->predictor.intercept, reference["intercept"], 1e-10);
    EXPECT_EQ(result->penalty, reference["penalty"].get<double>());
    auto chosen = result->foldPenalties;
    std::sort(chosen.begin(), chosen.end());
    EXPECT_EQ(chosen, reference["fold_penalties"].get<std::vector<double>>());
    for (std::size_t i = 0; i < d.labels.size(); ++i)
        test::expectClose(result->outOfFold[i], reference["out_of_fold"][i], 1e-6);
    test::expectClose(result->mae, reference["mae"], 1e-10);
    test::expectClose(result->rmse, reference["rmse"], 1e-10);
    test::expectClose(result->r2, reference["r2"], 1e-10);
}

TEST(Ridge, FindsWhatWasPlantedAndNothingInNoise) {
    const Data d = planted(20, 15, 12, 0.1);
    const auto good = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    ASSERT_TRUE(good) << good.error().message;
    EXPECT_GT(good->r2, 0.99);
    EXPECT_NEAR(good->rmse, 0.1, 0.03);
    Data noise = d;
    const auto order = shuffledIndices(static_cast<std::int64_t>(d.labels.size()), 3);
    for (std::size_t i = 0; i < order.size(); ++i) noise.labels[i] = d.labels[static_cast<std::size_t>(order[i])];
    const auto none = ridgeCrossValidated(noise.x, noise.labels, noise.identity, {}, {});
    ASSERT_TRUE(none) << none.error().message;
    EXPECT_LT(none->r2, 0.05);
}

TEST(Ridge, IdentityLeakageDoesNotHelp) {
    // The label is a random number per identity: random splits would read it off the identity, honest folds cannot.
    Data d = planted(12, 30, 16, 0);
    for (std::size_t i = 0; i < d.labels.size(); ++i) d.labels[i] = std::sin(static_cast<double>(i / 30 * 37));
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_LT(result->r2, 0.3);
}

TEST(Ridge, UnlabelledRowsComeFromTheFinalPredictorAndMissingFeaturesStayMissing) {
    Data d = planted(10, 10, 6, 0.5);
    d.labels[7] = kNaN;
    d.x(9, 2) = std::numeric_limits<float>::quiet_NaN();
    d.x(11, 0) = std::numeric_limits<float>::infinity();
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->labelled, 97);
    EXPECT_TRUE(std::isnan(result->outOfFold[9]));
    EXPECT_TRUE(std::isnan(result->outOfFold[11]));
    const auto all = *result->predictor.predict(d.x);
    EXPECT_EQ(result->outOfFold[7], all[7]);
    int differ = 0;
    for (std::size_t i = 20; i < 100; ++i) differ += result->outOfFold[i] != all[i];
    EXPECT_GT(differ, 70);
}

TEST(Ridge, SameResultForAnyNumberOfThreads) {
    const Data d = planted(15, 100, 64, 1);
    setThreadCount(1);
    const auto one = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    setThreadCount(4);
    const auto four = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    setThreadCount(0);
    ASSERT_TRUE(one && four);
    EXPECT_EQ(one->outOfFold, four->outOfFold);
    EXPECT_EQ(one->predictor.weights, four->predictor.weights);
}

TEST(Ridge, FewIdentitiesMakeFewerFoldsAndSaySo) {
    const Data d = planted(2, 20, 3, 0.1);
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->folds, 2);
    EXPECT_GE(result->notes.size(), 2U);
    EXPECT_GT(result->r2, 0.9);
}

TEST(Ridge, SaysWhatIsMissing) {
    const Data good = planted(5, 10, 4, 1);
    const auto message = [](const Data& d, const RidgeOptions& o = {}) {
        const auto r = ridgeCrossValidated(d.x, d.labels, d.identity, o, {});
        EXPECT_FALSE(r);
        return r ? std::string() : r.error().message.english();
    };
    Data d = good;
    for (std::size_t i = 3; i < d.labels.size(); ++i) d.labels[i] = kNaN;
    EXPECT_NE(message(d).find("Only 3 images"), std::string::npos);
    d = good;
    d.identity.assign(d.identity.size(), "one");
    EXPECT_NE(message(d).find("one identity"), std::string::npos);
    d = good;
    d.labels.assign(d.labels.size(), 0.0);
    EXPECT_NE(message(d).find("same label"), std::string::npos);
    d = good;
    d.x.setConstant(2.5F);
    EXPECT_NE(message(d).find("features of all labelled images are equal"), std::string::npos);
    RidgeOptions o;
    o.penalties = {1, 0};
    EXPECT_NE(message(good, o).find("above 0"), std::string::npos);
    o = {};
    o.folds = 1;
    EXPECT_NE(message(good, o).find("2 to 32"), std::string::npos);
}

TEST(Ridge, LayersThatAreTooWideForTheMemoryAreRefusedAtOnce) {
    Data d = planted(6, 4, 3, 0.1);
    d.x = FeatureMatrix::Ones(24, 32768);
    const auto wide = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    ASSERT_FALSE(wide);
    EXPECT_EQ(wide.error().code, ErrorCode::kInvalid);
    EXPECT_EQ(
        wide.error().message.english(),
        "Features of 32768 numbers are too wide for a prediction: it would take 94 GB of memory. The analysis “layers” "
        "reads such features through their principal components.");
}

TEST(Ridge, StopsWhenCancelled) {
    const Data d = planted(5, 10, 4, 1);
    JobContext job;
    job.report = [&](const Progress&) { job.cancel.cancel(); };
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, {}, job);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

TEST(Ridge, Takes24000ImagesInTime) {
    const Data d = planted(500, 48, 512, 5);
    const auto start = std::chrono::steady_clock::now();
    const auto result = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_GT(result->r2, 0.9);
    RecordProperty("seconds", std::to_string(seconds));
    std::printf("24,000 x 512, 5 folds, 10 penalties: %.2f s\n", seconds);
    EXPECT_LT(seconds, 20);
}

TEST(Folds, NeverSplitAnIdentityAndAreBalanced) {
    const Data d = planted(23, 7, 2, 1);
    std::vector<std::int64_t> rows(d.identity.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::int64_t>(i);
    const auto groups = groupIdentities(d.identity, rows);
    EXPECT_EQ(groups.count, 23);
    const auto folds = groupedFolds(groups.groupOf, groups.count, 5, 1);
    std::vector<int> size(5, 0);
    std::vector<std::set<int>> ofGroup(23);
    for (std::size_t i = 0; i < folds.size(); ++i) {
        ++size[static_cast<std::size_t>(folds[i])];
        ofGroup[static_cast<std::size_t>(groups.groupOf[i])].insert(folds[i]);
    }
    for (const auto& s : ofGroup) EXPECT_EQ(s.size(), 1U);
    for (const int s : size) EXPECT_TRUE(s == 28 || s == 35) << s;
    EXPECT_NE(folds, groupedFolds(groups.groupOf, groups.count, 5, 2));
}

TEST(Predictor, SavesAndReadsBackExactly) {
    const Data d = planted(6, 10, 5, 0.3);
    auto predictor = ridgeCrossValidated(d.x, d.labels, d.identity, {}, {})->predictor;
    predictor.target = "yaw";
    predictor.networkName = "Netz „Ä“";
    predictor.networkSha256 = "aa";
    const auto file = std::filesystem::temp_directory_path() / "facespace predictor test.json";
    ASSERT_TRUE(predictor.save(file));
    const auto back = LinearPredictor::load(file);
    std::filesystem::remove(file);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->weights, predictor.weights);
    EXPECT_EQ(back->intercept, predictor.intercept);
    EXPECT_EQ(back->networkName, predictor.networkName);
    EXPECT_EQ(*back->predict(d.x), *predictor.predict(d.x));
}

TEST(Predictor, RefusesOtherNetworksAndBadFiles) {
    LinearPredictor p;
    p.target = "yaw";
    p.networkName = "A";
    p.networkSha256 = "aa";
    p.dimension = 3;
    p.weights = Eigen::Vector3d(1, 2, 3);
    EXPECT_FALSE(p.predict(FeatureMatrix::Ones(2, 4)));
    EXPECT_FALSE(p.predict(FeatureMatrix::Ones(2, 3), "B", "bb"));
    EXPECT_EQ((*p.predict(FeatureMatrix::Ones(2, 3), "A", "aa"))[1], 6.0F);
    EXPECT_TRUE(p.predict(FeatureMatrix::Ones(2, 3), "imported", ""));
    std::string text = p.toJson();
    EXPECT_FALSE(LinearPredictor::fromJson("{}"));
    EXPECT_FALSE(LinearPredictor::fromJson("[1"));
    EXPECT_FALSE(LinearPredictor::fromJson(text.substr(0, text.size() - 4)));
    text.replace(text.find("\"dimension\": 3"), 14, "\"dimension\": 4");
    EXPECT_FALSE(LinearPredictor::fromJson(text));
    EXPECT_EQ(LinearPredictor::load("/nowhere/p.json").error().code, ErrorCode::kIo);
    EXPECT_EQ(p.save("/nowhere/p.json").error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace facespace
