#include "core/analysis/space_similarity.h"

#include <gtest/gtest.h>
#include <array>
#include <cmath>

#include "core/common/parallel.h"
#include "tests/unit/analysis/reference.h"
#include "tests/unit/analysis/space_settings.h"

namespace facespace {
namespace {

using test::twoSpaces;

SpaceSimilarity must(const Result<SpaceSimilarity>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
SpaceSimilarity similarity(const test::TwoSpaces& s, const SpaceSimilarityOptions& o = {}) {
    return must(spaceSimilarity(s.x, s.y, s.identity, o, {}));
}
bool covers(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

TEST(SpaceSimilarity, AgreesWithSciPyAndNumPy) {
    const auto json = test::reference("spaces");
    test::TwoSpaces s;
    for (const auto& [matrix, name] : {std::pair{&s.x, "x"}, std::pair{&s.y, "y"}}) {
        const auto rows = json[name].get<std::vector<std::vector<double>>>();
        matrix->resize(static_cast<Eigen::Index>(rows.size()), 5);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t j = 0; j < 5; ++j)
                (*matrix)(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = static_cast<float>(rows[i][j]);
    }
    for (const int i : json["identity"].get<std::vector<int>>()) s.identity.push_back(std::to_string(i));
    const auto found = similarity(s);
    // The features are float32, which rounds the seventh digit.
    EXPECT_NEAR(found.rsa.spearman.value, json["spearman"].get<double>(), 1e-9);
    EXPECT_NEAR(found.cka.value, json["cka_across"].get<double>(), 1e-6);
    EXPECT_NEAR(unbiasedCka(s.x.cast<double>(), s.y.cast<double>()), json["cka"].get<double>(), 1e-6);
    EXPECT_NEAR(1 - found.procrustes * found.procrustes, json["disparity"].get<double>(), 1e-6);
}

TEST(SpaceSimilarity, ATurnedAndScaledSpaceIsTheSame) {
    const auto s = twoSpaces(12, 5, 1, 1, 3);
    const auto found = similarity(s);
    EXPECT_NEAR(found.cka.value, 1, 1e-6);
    EXPECT_NEAR(found.procrustes, 1, 1e-6);
    EXPECT_NEAR(found.heldOut, 1, 1e-6);
    EXPECT_NEAR(found.rsa.spearman.value, 1, 1e-6);
    EXPECT_NEAR(found.rsa.unbiased.value, 1, 1e-6);
}

TEST(SpaceSimilarity, UnrelatedSpacesHaveNothingInCommon) {
    double cka = 0, heldOut = 0, procrustes = 0, size = 0;
    constexpr int kSets = 40;
    for (int s = 0; s < kSets; ++s) {
        boost::random::mt19937_64 random(static_cast<std::uint64_t>(s));
        boost::random::normal_distribution<float> normal;
        test::TwoSpaces set{FeatureMatrix(100, 64), FeatureMatrix(100, 64), {}};
        for (float& v : set.x.reshaped()) v = normal(random);
        for (float& v : set.y.reshaped()) v = normal(random);
        for (int i = 0; i < 100; ++i) set.identity.push_back(std::to_string(i / 4));
        SpaceSimilarityOptions o;
        o.splits = 0;
        const auto found = similarity(set, o);
        cka += found.cka.value / kSets, size += std::abs(found.cka.value) / kSets;
        heldOut += found.heldOut / kSets, procrustes += found.procrustes / kSets;
    }
    EXPECT_LT(size, 0.02) << "mean |CKA| of random features of 100 images";
    EXPECT_LT(std::abs(cka), 0.008);
    EXPECT_GT(procrustes, 0.5) << "fitted to the images it is judged on, a rotation always does something";
    EXPECT_LT(heldOut, 0.01) << "not so on others";
}

/// Images of which both spaces saw the same noise look alike in both; other images of the same people do not.
TEST(SpaceSimilarity, CommonNoiseOfImagesIsNotACommonGeometry) {
    double same = 0, across = 0, corrected = 0;
    for (int s = 0; s < 8; ++s) {
        const auto found = similarity(twoSpaces(30, 2, 0, 1, 50 + static_cast<std::uint64_t>(s)));
        same += found.rsa.spearman.value / 8, across += found.rsa.across.value / 8;
        corrected += found.rsa.corrected.value / 8;
    }
    EXPECT_GT(same, 0.06);
    EXPECT_LT(std::abs(across), 0.04);
    EXPECT_LT(std::abs(corrected), 0.15);
    // The same geometry with other noise reaches its ceiling.
    double whole = 0, ceiling = 0;
    for (int s = 0; s < 8; ++s) {
        const auto found = similarity(twoSpaces(30, 4, 1, 0, 150 + static_cast<std::uint64_t>(s)));
        whole += found.rsa.corrected.value / 8, ceiling += found.rsa.ceiling / 8;
    }
    EXPECT_NEAR(whole, 1, 0.05);
    EXPECT_LT(ceiling, 0.8);
}

TEST(SpaceSimilarity, IntervalsHoldTheTruth) {
    constexpr int kSets = 100;
    SpaceSimilarityOptions o;
    o.splits = 2;
    o.leaveOut = 0;
    const auto truth = similarity(twoSpaces(600, 4, 0.5, 0, 1), o);
    o.leaveOut = 100;
    std::array<int, 4> covered{};
    for (int s = 0; s < kSets; ++s) {
        const auto found = similarity(twoSpaces(25, 4, 0.5, 0, 100 + static_cast<std::uint64_t>(s)), o);
        covered[0] += covers(found.rsa.spearman, truth.rsa.spearman.value);
        covered[1] += covers(found.cka, truth.cka.value);
        covered[2] += covers(found.rsa.across, truth.rsa.across.value);
        covered[3] += covers(found.rsa.unbiased, truth.rsa.unbiased.value);
    }
    for (std::size_t k = 0; k < covered.size(); ++k) EXPECT_NEAR(covered[k] / double{kSets}, 0.95, 0.04) << k;
}

/// Two images of a person have the person in common in both spaces; that is no agreement of the spaces.
TEST(SpaceSimilarity, FewPeopleDoNotMakeSpacesAlike) {
    double cka = 0;
    for (int s = 0; s < 30; ++s) {
        SpaceSimilarityOptions o;
        o.splits = o.leaveOut = 0;
        cka += similarity(twoSpaces(12, 6, 0, 0, 400 + static_cast<std::uint64_t>(s)), o).cka.value / 30;
    }
    EXPECT_LT(std::abs(cka), 0.03) << "over all pairs of images it is above .1";
}

TEST(SpaceSimilarity, TheSameWithAnyNumberOfThreads) {
    const auto s = twoSpaces(30, 5, 0.5, 0.5, 9);
    const int threads = threadCount();
    setThreadCount(1);
    const auto one = similarity(s);
    setThreadCount(3);
    const auto three = similarity(s);
    setThreadCount(threads);
    EXPECT_EQ(one.cka.low, three.cka.low);
    EXPECT_EQ(one.heldOut, three.heldOut);
    EXPECT_EQ(one.rsa.corrected.low, three.rsa.corrected.low);
}

TEST(SpaceSimilarity, SaysWhatIsMissing) {
    auto s = twoSpaces(6, 1, 1, 0, 2);
    const auto single = similarity(s);
    EXPECT_TRUE(std::isnan(single.rsa.ceiling));
    ASSERT_FALSE(single.notes.empty());
    EXPECT_NE(single.notes[0].english().find("no noise ceiling"), std::string::npos);
    s.x.topRows(3).setConstant(std::nanf(""));
    EXPECT_EQ(spaceSimilarity(s.x, s.y, s.identity, {}, {}).error().code, ErrorCode::kInvalid);
    const auto fine = twoSpaces(6, 4, 1, 0, 2);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(spaceSimilarity(fine.x, fine.y, fine.identity, {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
