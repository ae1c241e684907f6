#include "core/analysis/ratings.h"

#include <gtest/gtest.h>
#include <array>
#include <cmath>

#include "core/analysis/statistics.h"
#include "tests/unit/analysis/rating_settings.h"

namespace facespace {
namespace {

template <class T>
T must(const Result<T>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
bool covers(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

using Faces = test::RatedFaces;

TEST(Ratings, PairsThatFollowTheCosine) {
    Faces faces(30, 2, 1);
    std::vector<RatedPair> pairs;
    std::vector<double> cosines, means;
    for (Eigen::Index a = 0; a < 60; a += 2)
        for (Eigen::Index b = a + 2; b < 60; b += 6) {
            RatedPair pair{a, b, {}};
            for (int rater = 0; rater < 4; ++rater)
                pair.ratings.push_back(faces.cosine(a, b) + 0.3 * faces.normal(faces.random));
            cosines.push_back(faces.cosine(a, b));
            means.push_back((pair.ratings[0] + pair.ratings[1] + pair.ratings[2] + pair.ratings[3]) / 4);
            pairs.push_back(std::move(pair));
        }
    const auto found = must(pairRatings(faces.x, faces.identity, pairs, {}, {}));
    EXPECT_NEAR(found.spearman.value, spearmanRho(cosines, means), 1e-4);
    EXPECT_LT(found.spearman.low, found.spearman.value);
    EXPECT_GT(found.spearman.low, 0.5);
    EXPECT_LT(found.lowerCeiling, found.upperCeiling);
    EXPECT_GT(found.spearman.value, found.lowerCeiling) << "the model is what the raters have in common";
    EXPECT_EQ(found.identities, 30);
    for (RatedPair& pair : pairs) pair.ratings.resize(1);
    EXPECT_TRUE(std::isnan(must(pairRatings(faces.x, faces.identity, pairs, {}, {})).upperCeiling)) << "one rater";
    pairs.resize(3);
    EXPECT_EQ(pairRatings(faces.x, faces.identity, pairs, {}, {}).error().code, ErrorCode::kInvalid);
}

/// Two traits are in the features, one is not; each is said of the face itself.
TEST(Ratings, TraitsInTheFeaturesArePredictedOfEachFace) {
    Faces faces(40, 3, 2);
    Eigen::MatrixXd ratings(120, 3);
    for (Eigen::Index i = 0; i < 120; ++i) {
        ratings(i, 0) = static_cast<double>(faces.x(i, 0)) + 0.2 * faces.normal(faces.random);
        ratings(i, 1) = static_cast<double>(faces.x(i, 1)) + 0.2 * faces.normal(faces.random);
        ratings(i, 2) = faces.normal(faces.random);
    }
    const auto found = must(traitPredictions(faces.x, faces.identity, {"warm", "calm", "none"}, ratings, {}, {}));
    ASSERT_EQ(found.traits.size(), 3U);
    EXPECT_GT(found.traits[0].r, 0.9);
    EXPECT_GT(found.traits[1].r, 0.9);
    EXPECT_LT(found.traits[2].r, 0.25);
    EXPECT_GT(found.specificity, 0.6);
    EXPECT_EQ(found.faces, 120);
    EXPECT_EQ(found.identities, 40);
    // Ratings that mean nothing are of nobody.
    double nothing = 0;
    for (int s = 0; s < 60; ++s) {
        for (double& r : ratings.reshaped()) r = faces.normal(faces.random);
        nothing += must(traitPredictions(faces.x, faces.identity, {"a", "b", "c"}, ratings, {}, {})).specificity / 60;
    }
    EXPECT_NEAR(nothing, 0.5, 0.03);
    ratings.col(1).setConstant(3);
    const auto constant = must(traitPredictions(faces.x, faces.identity, {"a", "same", "c"}, ratings, {}, {}));
    EXPECT_EQ(constant.traits.size(), 2U);
    ASSERT_EQ(constant.notes.size(), 1U);
    EXPECT_NE(constant.notes[0].english().find("“same”"), std::string::npos);
    EXPECT_TRUE(std::isnan(constant.specificity)) << "two traits make no profile";
}

TEST(Ratings, IntervalsHoldTheTruth) {
    constexpr int kSets = 120, kForTruth = 400;
    double truth = 0;
    int covered = 0;
    const auto rhoOf = [](std::uint64_t seed, int leaveOut) {
        Faces faces(24, 1, seed);
        RatingOptions o;
        o.leaveOut = leaveOut;
        return must(pairRatings(faces.x, faces.identity, faces.ratedPairs(0.5), o, {})).spearman;
    };
    for (int s = 0; s < kForTruth; ++s) truth += rhoOf(1000 + static_cast<std::uint64_t>(s), 0).value / kForTruth;
    for (int s = 0; s < kSets; ++s) covered += covers(rhoOf(static_cast<std::uint64_t>(s), 100), truth) ? 1 : 0;
    EXPECT_NEAR(covered / double{kSets}, 0.95, 0.04);
}

}  // namespace
}  // namespace facespace
