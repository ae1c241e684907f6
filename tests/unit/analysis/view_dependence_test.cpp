#include "core/analysis/view_dependence.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/analysis/welch.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/planted.h"
#include "tests/unit/analysis/reference.h"
#include "tests/unit/analysis/view_settings.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using test::ViewEffect;
using test::viewSet;
using test::ViewSet;
using test::ViewSetting;

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
        // The feature that never varies is in no share.
        EXPECT_EQ(v->constantFeatures, 1);
        EXPECT_TRUE(std::isnan(v->ofFeature(11)));
        EXPECT_EQ(sortedByMarginal(v->ofFeature).back(), 11);
        EXPECT_NEAR(v->ofIdentity(0), v->significant.row(0).cast<double>().sum() / 11, 1e-12);
        EXPECT_TRUE(std::ranges::any_of(
            v->notes, [](const std::string& n) { return n.find("1 of 12 features does not vary") != std::string::npos; }));
    }
}

TEST(ViewDependence, SquaredEffectsAreUnbiased) {
    // Also with few units and unequal numbers; nearly so with unequal deviations, where d² less 1/n₁ + 1/n₂ is 0.24 off.
    boost::random::mt19937_64 random(3);
    boost::random::normal_distribution<double> normal;
    for (const double deviation : {1.0, 2.0}) {
        double mean = 0, plain = 0;
        constexpr int kSets = 4000;
        for (int s = 0; s < kSets; ++s) {
            Samples samples(1, 13);
            for (Eigen::Index i = 0; i < 13; ++i) samples(0, i) = normal(random) * (i < 4 ? deviation : 1);
            mean += squaredEffects(samples, 4).ofFeature(0) / kSets;
            samples.leftCols(4) += 2 * deviation;
            plain += squaredEffects(samples, 4).ofFeature(0) / kSets;
        }
        EXPECT_NEAR(mean, 0, deviation == 1.0 ? 0.03 : 0.12) << deviation;
        EXPECT_NEAR(plain, deviation == 1.0 ? 4 : plain, 0.2);
    }
    Samples constant = Samples::Constant(2, 6, 3);
    constant.row(1) << 1, 2, 3, 4, 5, 7;
    const auto effects = squaredEffects(constant, 3);
    EXPECT_EQ(effects.ofFeature(0), 0);
    // d² by hand: means 2 and 16/3, variances 1 and 7/3, pooled 5/3; (m − 2)/m = 1/2, noise 1/3·(1 + 7/3)/(5/3).
    EXPECT_NEAR(effects.ofFeature(1), 0.5 * (100.0 / 9) / (5.0 / 3) - (10.0 / 9) / (5.0 / 3), 1e-12);
}

TEST(ViewDependence, SharedNoiseIsTheCovarianceOfSquaredEffects) {
    // Correlated features: the mean over features of the squared effects varies by chance, by as much as is taken off.
    ViewSetting setting;
    setting.shared = 0.7;
    setting.identities = 400;
    for (const auto effect : {ViewEffect::kNone, ViewEffect::kEqual}) {
        setting.effect = effect;
        const ViewSet set = viewSet(setting, 8);
        std::vector<double> means;
        double shared = 0, own = 0;
        for (int p = 0; p < setting.identities; ++p) {
            const Samples samples = set.x.middleRows(20 * p, 20).cast<double>().transpose().array();
            const auto e = squaredEffects(samples, 10);
            means.push_back(e.ofFeature.mean());
            shared += e.sharedNoise / (64 * 63) / setting.identities;
            own += (e.ofFeature - e.ofFeature.mean()).square().sum() / 63 / 64 / setting.identities;
        }
        const double variance = std::pow(spreadOf(means).sd, 2);
        EXPECT_GT(variance, 1.2 * own) << "that features are correlated matters";
        EXPECT_NEAR(shared + own, variance, 0.2 * variance);
    }
}

TEST(ViewDependence, FindsThatIdentitiesDiffer) {
    const Views views = planted(24, 8, 8, 40);
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_GT(v->ofIdentity.head(8).minCoeff(), 0.4);
    EXPECT_LT(v->ofIdentity.tail(16).maxCoeff(), 0.1);
    EXPECT_NEAR(v->ofFeature.mean(), 1.0 / 6, 0.02);
    EXPECT_GT(v->effects.identities.value, 5 * v->effects.features.value);
    EXPECT_EQ(v->owner, ViewOwner::kIdentities);
    const EffectComponents& e = v->effects;
    EXPECT_NEAR(e.share.value, e.identities.value / (e.identities.value + std::max(0.0, e.features.value)), 1e-12);
    EXPECT_GT(e.share.low, 0.5) << "as the difference leaves out 0";
    EXPECT_LE(e.share.high, 1);
    EXPECT_EQ(*v->pValue, 1.0 / 200);
    EXPECT_EQ(sortedByMarginal(v->ofIdentity).size(), 24U);
    EXPECT_LT(sortedByMarginal(v->ofIdentity)[7], 8);
}

TEST(ViewDependence, FeaturesThatDependForEveryoneVaryOverFeatures) {
    Views views = planted(20, 0, 8, 30);
    for (std::size_t i = 0; i < views.yaw.size(); ++i)
        if (std::abs(views.yaw[i]) > 45) views.x.row(static_cast<Eigen::Index>(i)).head(10).array() += 6;
    const auto v = viewDependence(views.x, views.yaw, views.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_GT(v->effects.features.value, 5 * v->effects.identities.value);
    EXPECT_EQ(v->owner, ViewOwner::kFeatures);
    EXPECT_EQ(*v->pValue, 1.0 / 200);
}

TEST(ViewDependence, VerdictsHoldUnderEverySetting) {
    // The bench runs more sets of each (tests/bench/analysis/calibration.cpp).
    struct Case {
        const char* name;
        ViewSetting setting;
        ViewOwner right;
    };
    ViewSetting base;
    const auto with = [&](ViewEffect effect, bool unequal, int frames, double shared) {
        ViewSetting s = base;
        s.effect = effect, s.unequal = unequal, s.frames = frames, s.shared = shared;
        return s;
    };
    const Case cases[] = {
        {"null", with(ViewEffect::kNone, false, 1, 0.5), ViewOwner::kCannotTell},
        {"null, videos", with(ViewEffect::kNone, true, 4, 0.5), ViewOwner::kCannotTell},
        {"equal effects", with(ViewEffect::kEqual, false, 1, 0.5), ViewOwner::kCannotTell},
        {"equal effects, unequal n", with(ViewEffect::kEqual, true, 1, 0.5), ViewOwner::kCannotTell},
        {"half the features", with(ViewEffect::kHalfOfFeatures, true, 1, 0.5), ViewOwner::kFeatures},
        {"equal components", with(ViewEffect::kBoth, true, 1, 0.5), ViewOwner::kCannotTell},
        {"half the identities", with(ViewEffect::kHalfOfIdentities, true, 1, 0.5), ViewOwner::kIdentities},
    };
    ViewDependenceOptions o;
    o.permutations = 99;
    o.bootstrap = 400;
    for (const Case& c : cases) {
        constexpr int kSets = 20;
        int wrong = 0, right = 0, any = 0;
        for (int s = 0; s < kSets; ++s) {
            const ViewSet set = viewSet(c.setting, 100 + static_cast<std::uint64_t>(s));
            const auto v = viewDependence(set.x, set.yaw, set.units, o, {});
            ASSERT_TRUE(v) << v.error().message;
            right += v->owner == c.right ? 1 : 0;
            wrong += v->owner != c.right && v->owner != ViewOwner::kCannotTell ? 1 : 0;
            any += *v->pValue <= 0.05 ? 1 : 0;
        }
        EXPECT_LE(wrong, 2) << c.name;
        EXPECT_GE(right, 16) << c.name;
        const bool none = c.setting.effect == ViewEffect::kNone;
        EXPECT_LE(any, none ? 4 : kSets) << c.name;
        EXPECT_GE(any, none ? 0 : kSets) << c.name;
    }
}

TEST(ViewDependence, VideosAreOneObservation) {
    ViewSetting setting;
    setting.frames = 4;
    const ViewSet set = viewSet(setting, 5);
    const auto v = viewDependence(set.x, set.yaw, set.units, {}, {});
    const auto frames = viewDependence(set.x, set.yaw, set.units.identity(), {}, {});
    ASSERT_TRUE(v && frames);
    EXPECT_EQ(v->identities[0].frontalUnits, 10);
    EXPECT_EQ(v->identities[0].frontal.size(), 40U);
    EXPECT_GT(*v->pValue, 0.05);
    EXPECT_EQ(*frames->pValue, 1.0 / 200) << "frames taken for independent make chance look like an effect";
    // Frames of both views in one video: it counts once, where it has more frames.
    std::vector<double> yaw = set.yaw;
    yaw[0] = 60;
    const auto mixed = viewDependence(set.x, yaw, set.units, {}, {});
    ASSERT_TRUE(mixed);
    EXPECT_EQ(mixed->identities[0].frontal.size(), 39U);
    EXPECT_EQ(mixed->identities[0].profile.size(), 40U);
    EXPECT_TRUE(std::ranges::any_of(
        mixed->notes, [](const std::string& n) { return n.find("1 video shows both views") != std::string::npos; }));
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
    EXPECT_EQ(v->owner, ViewOwner::kCannotTell);
    EXPECT_TRUE(v->effects.differences.empty());
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
    EXPECT_EQ(one->effects.difference.low, four->effects.difference.low);
    EXPECT_EQ(one->effects.differences, four->effects.differences);
    EXPECT_EQ(*one->pValue, *four->pValue);
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

}  // namespace
}  // namespace facespace
