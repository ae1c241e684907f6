#include <gtest/gtest.h>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>

#include "core/analysis/distance_quality.h"
#include "core/analysis/experiment1.h"
#include "core/analysis/suspects.h"
#include "core/analysis/verification.h"
#include "core/analysis/view_dependence.h"
#include "core/dataset/import.h"
#include "core/features/feature_io.h"
#include "core/features/norms.h"

/// The analyses on real faces and features made by another program; expected figures are those of the data's README.
namespace facespace {
namespace {
namespace fs = std::filesystem;

fs::path data() {
    const char* given = std::getenv("FACESPACE_TEST_DATA");
    return given != nullptr ? given : FACESPACE_SOURCE_DIR "/../shared/data";
}

struct Loaded {
    FeatureMatrix x;
    std::vector<std::string> identity;
    std::vector<double> yaw, pitch;
};
Loaded load(const std::string& set, const std::string& network, const std::string& mapping = "") {
    Loaded l;
    ImportOptions options;
    options.manifest = data() / "sets" / set / "labels.csv";
    if (!mapping.empty()) options.mapping = *parseColumnMapping(mapping);
    const auto imported = importImageSet(options);
    EXPECT_TRUE(imported) << imported.error().message;
    for (const auto& image : imported->set.images) {
        l.identity.push_back(image.identity);
        l.yaw.push_back(image.yawDeg.value_or(std::numeric_limits<double>::quiet_NaN()));
        l.pitch.push_back(image.pitchDeg.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    l.x = *readFeatures(data() / "reference_features" / (set + ".mobilefacenet_ms1m_" + network + ".npy"));
    return l;
}

class RealFaces : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(data() / "reference_features")) GTEST_SKIP() << "no real features at " << data();
    }
};

TEST_F(RealFaces, VerificationIsAsPublished) {
    struct Case {
        const char *set, *network;
        double auc;
    };
    for (const auto& [set, network, auc] :
         {Case{"lfw_dev", "128d", 0.9992}, Case{"lfw_dev", "512d", 0.9989}, Case{"london_dev", "128d", 1.0},
          Case{"pointing04_dev", "128d", 0.9174}, Case{"pointing04_dev", "512d", 0.8578}}) {
        const Loaded l = load(set, network);
        const auto v = verifyAllPairs(l.x, l.identity, {}, {});
        ASSERT_TRUE(v) << v.error().message;
        EXPECT_NEAR(v->auc.value, auc, 6e-5) << set << network;
    }
}

TEST_F(RealFaces, ReadsPoseAndViews) {
    const Loaded l = load("pointing04_dev", "512d", "yaw=-pan,pitch=tilt");
    std::vector<double> yaw = l.yaw, pitch = l.pitch, absYaw, distance;
    for (std::size_t i = 0; i < yaw.size(); ++i) {
        absYaw.push_back(std::abs(yaw[i]));
        if (std::abs(yaw[i]) > 60 || std::abs(pitch[i]) > 30) yaw[i] = pitch[i] = std::numeric_limits<double>::quiet_NaN();
    }
    RidgeOptions o;
    o.folds = 8;
    const auto yawFit = ridgeCrossValidated(l.x, yaw, l.identity, o, {});
    const auto pitchFit = ridgeCrossValidated(l.x, pitch, l.identity, o, {});
    ASSERT_TRUE(yawFit && pitchFit);
    // scikit-learn's Ridge with the same nested leave-one-person-out choice of the penalty.
    EXPECT_NEAR(yawFit->r2, 0.26805, 1e-4);
    EXPECT_NEAR(pitchFit->r2, 0.68376, 1e-4);
    const auto centred = classificationExperiment(l.x, centredPitch(l.pitch), l.identity, {}, {});
    ASSERT_TRUE(centred) << centred.error().message;
    EXPECT_GT(centred->auc.value, 0.7);
    EXPECT_LT(centred->baseline->pValue, 0.05);
    const auto views = viewDependence(l.x, l.yaw, l.identity, {}, {});
    ASSERT_TRUE(views) << views.error().message;
    EXPECT_EQ(views->identities.size(), 8U);
    for (const float d : distancesFromOrigin(l.x)) distance.push_back(d);
    const auto relation = relateToDistance(distance, {{"|yaw|", absYaw}}, l.identity, {}, {});
    ASSERT_TRUE(relation) << relation.error().message;
    EXPECT_NEAR(relation->front().rank->spearman.value, -0.49, 0.01);
}

TEST_F(RealFaces, FindsASwappedLabel) {
    Loaded l = load("lfw_dev", "128d");
    const auto before = findSuspects(l.x, l.identity, {}, {});
    ASSERT_TRUE(before);
    std::size_t other = 1;
    while (l.identity[other] == l.identity[0]) ++other;
    std::swap(l.identity[0], l.identity[other]);
    const auto after = findSuspects(l.x, l.identity, {}, {});
    ASSERT_TRUE(after);
    EXPECT_LT(before->list.size(), 20U);
    int found = 0;
    for (const auto& s : after->list) found += s.row == 0 || s.row == static_cast<std::int64_t>(other) ? 1 : 0;
    EXPECT_EQ(found, 2);
}

}  // namespace
}  // namespace facespace
