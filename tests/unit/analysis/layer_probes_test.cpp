#include "core/analysis/layer_probes.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

#include "core/analysis/class_figures.h"
#include "core/analysis/ridge.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/layer_settings.h"

namespace facespace {
namespace {

LayerProbes must(const Result<LayerProbes>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
LayerProbes probesOf(const test::LayerSets& s, const LayerProbeOptions& o = {}) {
    return must(layerProbes(s.pointers(), s.identity, s.attributes, o, {}));
}

TEST(LayerProbes, PlantedDecodabilityIsFound) {
    const auto planted = test::plantedLayers();
    LayerProbeOptions o;
    o.images = 10'000;
    const auto found = probesOf(test::layerSets(800, 5, planted, 3), o);
    ASSERT_EQ(found.curves.size(), 3U);
    const LayerCurve &identity = found.curves[0], &yaw = found.curves[1], &sex = found.curves[2];
    for (std::size_t l = 0; l < planted.size(); ++l) {
        EXPECT_NEAR(yaw.layers[l].value, planted[l].yaw, 0.03) << l;
        // Half of the distance of the sexes, in standard deviations of noise and identity in that direction.
        const double deviations = planted[l].sex / 2 / std::sqrt(1 + planted[l].identity);
        EXPECT_NEAR(sex.layers[l].value, 0.5 * std::erfc(-deviations / std::sqrt(2.0)), 0.04) << l;
    }
    EXPECT_EQ(identity.best, 2U);
    EXPECT_EQ(yaw.best, 0U);
    EXPECT_EQ(sex.best, 1U);
    EXPECT_GT(identity.lastLessFirst.low, 0);
    EXPECT_LT(yaw.lastLessFirst.high, 0);
    EXPECT_GT(sex.bestLessLast.low, 0);
    EXPECT_EQ(sex.chance, 0.5);
}

TEST(LayerProbes, IdentityIsTheAreaOverAllPairsOfDifferentVideos) {
    const auto s = test::layerSets(8, 6, test::plantedLayers(), 4);
    std::vector<std::string> video(s.identity.size());
    for (std::size_t i = 0; i < video.size(); i += 6) video[i] = video[i + 1] = "v";
    const Units units(s.identity, video);
    const auto found = must(layerProbes(s.pointers(), units, {}, {}, {}));
    for (std::size_t l = 0; l < s.layers.size(); ++l) {
        std::vector<double> scores;
        std::vector<int> genuine;
        for (std::size_t i = 0; i < s.identity.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                if (units.unitOf()[i] == units.unitOf()[j]) continue;
                const Eigen::RowVectorXd a = s.layers[l].row(static_cast<Eigen::Index>(i)).cast<double>(),
                                         b = s.layers[l].row(static_cast<Eigen::Index>(j)).cast<double>();
                scores.push_back(a.dot(b) / a.norm() / b.norm());
                genuine.push_back(s.identity[i] == s.identity[j] ? 1 : 0);
            }
        EXPECT_NEAR(found.curves[0].layers[l].value, WeightedAuc(scores, genuine).value(), 2e-3) << "4,096 bins of cosines";
    }
}

TEST(LayerProbes, NumbersAreReadAsRidgeRegressionReadsThem) {
    const auto s = test::layerSets(30, 6, test::plantedLayers(), 5);
    const auto found = probesOf(s);
    for (std::size_t l = 0; l < s.layers.size(); ++l) {
        const auto ridge = ridgeCrossValidated(s.layers[l], s.attributes[0].values, s.identity, {}, {});
        ASSERT_TRUE(ridge);
        EXPECT_NEAR(found.curves[1].layers[l].value, ridge->r2, 0.01);
    }
}

TEST(LayerProbes, LargeLayersAreReadThroughTheirComponents) {
    auto s = test::layerSets(20, 6, test::plantedLayers(), 6);
    const auto plain = probesOf(s);
    // The same rows in 700 dimensions: turned, nothing else.
    for (FeatureMatrix& x : s.layers) {
        FeatureMatrix wide = FeatureMatrix::Zero(x.rows(), 700);
        for (Eigen::Index j = 0; j < x.cols(); ++j) {
            wide.col(50 * j) = 0.6F * x.col(j);
            wide.col(50 * j + 7) = -0.8F * x.col(j);
        }
        x = wide;
    }
    const auto wide = probesOf(s);
    for (std::size_t k = 0; k < plain.curves.size(); ++k)
        for (std::size_t l = 0; l < plain.curves[k].layers.size(); ++l)
            EXPECT_NEAR(wide.curves[k].layers[l].value, plain.curves[k].layers[l].value, 0.02) << k << " " << l;
    EXPECT_NEAR(wide.keptVariance[0], 1, 1e-6);
    EXPECT_EQ(wide.dimensions[0], 700);
}

TEST(LayerProbes, AnyNumberOfThreadsGivesTheSame) {
    const auto s = test::layerSets(20, 6, test::plantedLayers(), 7);
    LayerProbeOptions o;
    o.images = 80;
    o.components = 8;
    setThreadCount(1);
    const auto one = probesOf(s, o);
    setThreadCount(3);
    const auto three = probesOf(s, o);
    setThreadCount(0);
    EXPECT_EQ(one.images, 80);
    EXPECT_EQ(one.identities, 20) << "as many as possible";
    for (std::size_t k = 0; k < one.curves.size(); ++k)
        for (std::size_t l = 0; l < 3; ++l) {
            EXPECT_EQ(one.curves[k].layers[l].value, three.curves[k].layers[l].value);
            EXPECT_EQ(one.curves[k].layers[l].low, three.curves[k].layers[l].low);
        }
}

TEST(LayerProbes, SaysWhatIsMissing) {
    auto s = test::layerSets(6, 4, test::plantedLayers(), 8);
    const auto refused = [&](const std::vector<const FeatureMatrix*>& layers) {
        const auto found = layerProbes(layers, s.identity, s.attributes, {}, {});
        return found ? std::string("it is not refused") : found.error().message.english();
    };
    EXPECT_NE(refused({&s.layers[0]}).find("two or more"), std::string::npos);
    std::ranges::fill(s.attributes[0].values, 3.0);
    s.attributes[0].title = "Yaw";
    const auto constant = probesOf(s);
    ASSERT_EQ(constant.notes.size(), 1U);
    EXPECT_NE(constant.notes[0].english().find("“Yaw” is not probed"), std::string::npos);
    s.layers[1].setConstant(std::nanf(""));
    EXPECT_NE(refused(s.pointers()).find("Layers are probed over 10 images"), std::string::npos);
}

}  // namespace
}  // namespace facespace
