#include "core/analysis/mixed_model.h"

#include <gtest/gtest.h>
#include <Eigen/Cholesky>

#include "tests/unit/analysis/mixed_settings.h"

namespace facespace {
namespace {

using test::noise;
using test::termOf;

/* The values are those of lme4 1.1-31 in R 4.2.2:

library(lme4)
noise <- function(i, k) { u <- sin(i * 12.9898 + k * 78.233) * 43758.5453; sqrt(12) * (u - floor(u) - 0.5) }
i <- 0:359
id <- i %/% 12; video <- i %/% 3; other <- i %% 7
x <- noise(i, 1) + noise(id, 2)
years <- (i %% 12) + noise(i, 3)
y <- 3 + 0.5 * x - 0.2 * years + 1.2 * noise(id, 4) + 0.15 * years * noise(id, 5) + 0.6 * noise(video, 6) +
  0.8 * noise(other, 7) + 0.7 * noise(i, 8)
d <- data.frame(y, x, years, id = factor(id), video = factor(video), other = factor(other))
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9))
for (formula in c(y ~ x + years + (years | id), y ~ x + (1 | id) + (1 | video), y ~ x + (1 | id) + (1 | other),
                  y ~ years + (years | id) + (1 | video) + (1 | other)))
  for (reml in c(TRUE, FALSE)) {
    m <- lmer(formula, d, REML = reml, control = tight)
    print(c(fixef(m), sqrt(diag(as.matrix(vcov(m)))), sigma(m), if (reml) REMLcrit(m) else deviance(m)), digits = 12)
    for (t in names(VarCorr(m))) print(c(as.vector(VarCorr(m)[[t]]), as.matrix(ranef(m)[[t]])[4, ]), digits = 10)
  }
*/
class MixedModels : public testing::Test {
  protected:
    static constexpr int kImages = 360;
    static constexpr double kTolerance = 1e-4;
    std::vector<std::int32_t> id, video, other;
    Eigen::VectorXd y{kImages}, x{kImages}, years{kImages};

    MixedModels() {
        for (int i = 0; i < kImages; ++i) {
            id.push_back(i / 12), video.push_back(i / 3), other.push_back(i % 7);
            x(i) = noise(i, 1) + noise(i / 12, 2);
            years(i) = i % 12 + noise(i, 3);
            y(i) = 3 + 0.5 * x(i) - 0.2 * years(i) + 1.2 * noise(i / 12, 4) + 0.15 * years(i) * noise(i / 12, 5) +
                   0.6 * noise(i / 3, 6) + 0.8 * noise(i % 7, 7) + 0.7 * noise(i, 8);
        }
    }
    MixedModel model(const std::vector<const Eigen::VectorXd*>& fixed, std::vector<RandomTerm> random) const {
        MixedModel m{y, Eigen::MatrixXd::Ones(kImages, 1 + static_cast<Eigen::Index>(fixed.size())), std::move(random)};
        for (std::size_t c = 0; c < fixed.size(); ++c) m.x.col(static_cast<Eigen::Index>(c) + 1) = *fixed[c];
        return m;
    }
    static MixedFit fitted(const MixedModel& m, bool restricted = true) {
        const auto fit = fitMixed(m, {restricted}, {});
        EXPECT_TRUE(fit) << (fit ? "" : fit.error().message);
        return fit.value_or(MixedFit{});
    }
    static void expect(const Eigen::VectorXd& found, const std::vector<double>& right) {
        ASSERT_EQ(found.size(), static_cast<Eigen::Index>(right.size()));
        for (std::size_t i = 0; i < right.size(); ++i)
            EXPECT_NEAR(found(static_cast<Eigen::Index>(i)), right[i], kTolerance) << i;
    }
    static Eigen::VectorXd errorsOf(const MixedFit& fit) { return fit.covariance.diagonal().cwiseSqrt(); }
};

TEST_F(MixedModels, ASlopeOfEachPersonIsThatOfLme4) {
    const auto fit = fitted(model({&x, &years}, {termOf("id", id, &years)}));
    expect(fit.beta, {3.1589076054, 0.5224956330, -0.1624017539});
    expect(errorsOf(fit), {0.23021411125, 0.06530108425, 0.03718450500});
    EXPECT_NEAR(fit.sigma, 1.194728391, kTolerance);
    EXPECT_NEAR(fit.criterion, 1279.08219477, kTolerance);
    expect(fit.covariances[0].reshaped(), {1.19056069482, 0.03428632922, 0.03428632922, 0.03225792456});
    expect(fit.effects[0].row(3), {-1.17557668333, 0.09042410502});
    EXPECT_FALSE(fit.singular);
}

TEST_F(MixedModels, LikelihoodWithoutRestrictionIsThatOfLme4) {
    const auto fit = fitted(model({&x, &years}, {termOf("id", id, &years)}), false);
    expect(fit.beta, {3.1587935354, 0.5217399117, -0.1623907128});
    expect(errorsOf(fit), {0.22579698643, 0.06506793226, 0.03655029532});
    EXPECT_NEAR(fit.criterion, 1269.57233025, kTolerance);
    expect(fit.covariances[0].reshaped(), {1.13136978047, 0.03496228609, 0.03496228609, 0.03088369524});
}

TEST_F(MixedModels, VideosWithinPeopleAreThoseOfLme4) {
    const auto fit = fitted(model({&x}, {termOf("id", id), termOf("video", video)}));
    expect(fit.beta, {2.2655825749, 0.4925058265});
    expect(errorsOf(fit), {0.29770341883, 0.07052458189});
    EXPECT_NEAR(fit.sigma, 1.173319536, kTolerance);
    EXPECT_NEAR(fit.criterion, 1342.36627804, kTolerance);
    EXPECT_NEAR(fit.covariances[0](0, 0), 2.271046461, kTolerance);
    EXPECT_NEAR(fit.covariances[1](0, 0), 1.087146202, kTolerance);
    EXPECT_NEAR(fit.effects[0](3, 0), -0.6767107953, kTolerance);
    EXPECT_NEAR(fit.effects[1](3, 0), -1.85835077, kTolerance);
}

TEST_F(MixedModels, CrossedEffectsAreThoseOfLme4) {
    const auto fit = fitted(model({&x}, {termOf("id", id), termOf("other", other)}));
    expect(fit.beta, {2.2693938380, 0.4822674297});
    expect(errorsOf(fit), {0.43780955390, 0.06912050609});
    EXPECT_NEAR(fit.criterion, 1300.56917198, kTolerance);
    EXPECT_NEAR(fit.covariances[0](0, 0), 2.527568733, kTolerance);
    EXPECT_NEAR(fit.covariances[1](0, 0), 0.7206931397, kTolerance);
}

TEST_F(MixedModels, SlopesNestedAndCrossedEffectsTogetherAreThoseOfLme4) {
    const auto fit = fitted(model({&years}, {termOf("id", id, &years), termOf("video", video), termOf("other", other)}));
    expect(fit.beta, {3.1089281480, -0.1451118647});
    expect(errorsOf(fit), {0.41019718470, 0.03514349699});
    EXPECT_NEAR(fit.sigma, 0.8482004039, kTolerance);
    EXPECT_NEAR(fit.criterion, 1149.40834545, kTolerance);
    expect(fit.covariances[0].reshaped(), {1.03454757789, 0.07405912754, 0.07405912754, 0.02700201031});
    EXPECT_NEAR(fit.covariances[1](0, 0), 0.365118933, kTolerance);
    EXPECT_NEAR(fit.covariances[2](0, 0), 0.8298661221, kTolerance);
    expect(fit.effects[0].row(3), {-1.08237302994, 0.03531998929});
}

TEST_F(MixedModels, WithoutRandomEffectsItIsLeastSquares) {
    const auto fit = fitted(model({&x}, {}));
    const auto m = model({&x}, {});
    EXPECT_LT((fit.beta - (m.x.transpose() * m.x).ldlt().solve(m.x.transpose() * y)).norm(), 1e-10);
}

TEST_F(MixedModels, AVarianceThatIsNotThereIsZero) {
    for (int i = 0; i < kImages; ++i) y(i) = noise(i, 9) - noise(i % 12, 3);
    const auto fit = fitted(model({}, {termOf("id", id)}));
    EXPECT_TRUE(fit.singular);
    EXPECT_LT(fit.covariances[0](0, 0), 1e-6);
}

/// Leaving each person out and solving again with V as a whole.
TEST_F(MixedModels, ErrorsLeaveEachClusterOutWithTheVariancesHeld) {
    const auto m = model({&years}, {termOf("id", id, &years), termOf("video", video)});
    const auto fit = fitted(m);
    Eigen::MatrixXd v = Eigen::MatrixXd::Identity(kImages, kImages) * fit.sigma * fit.sigma;
    for (int i = 0; i < kImages; ++i)
        for (int j = 0; j < kImages; ++j) {
            if (id[static_cast<std::size_t>(i)] == id[static_cast<std::size_t>(j)])
                v(i, j) += m.random[0].columns.row(i) * fit.covariances[0] * m.random[0].columns.row(j).transpose();
            if (video[static_cast<std::size_t>(i)] == video[static_cast<std::size_t>(j)])
                v(i, j) += fit.covariances[1](0, 0);
        }
    std::vector<double> slopes;
    for (int out = 0; out < 30; ++out) {
        std::vector<int> kept;
        for (int i = 0; i < kImages; ++i)
            if (i / 12 != out) kept.push_back(i);
        const Eigen::MatrixXd x1 = m.x(kept, Eigen::all), weighted = v(kept, kept).ldlt().solve(x1);
        slopes.push_back((x1.transpose() * weighted).ldlt().solve(weighted.transpose() * y(kept)).eval()(1));
    }
    const double right = jackknifeError(slopes).value;
    Eigen::MatrixXd slope(1, 2);
    slope << 0, 1;
    const auto errors = clusterErrors(m, fit, id, 30, slope, {}, {});
    ASSERT_TRUE(errors);
    EXPECT_NEAR(errors->front().value, right, 1e-9);
    EXPECT_EQ(errors->front().df, 29);
    EXPECT_EQ(clusterErrors(m, fit, other, 7, slope, {}, {}).error().code, ErrorCode::kInvalid);
}

TEST_F(MixedModels, SaysWhatCannotBeFitted) {
    std::vector<std::int32_t> each(kImages);
    for (int i = 0; i < kImages; ++i) each[static_cast<std::size_t>(i)] = i;
    const auto message = [](const MixedModel& m) { return fitMixed(m, {}, {}).error().message.english(); };
    EXPECT_NE(message(model({}, {termOf("image", each)})).find("360 random effects for 360 values"), std::string::npos);
    EXPECT_NE(message(model({&x, &x}, {termOf("id", id)})).find("follows from the others"), std::string::npos);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(fitMixed(model({&x}, {termOf("id", id)}), {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
