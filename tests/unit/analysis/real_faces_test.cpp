#include <gtest/gtest.h>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>
#include <set>

#include "core/analysis/distance_quality.h"
#include "core/analysis/experiment1.h"
#include "core/analysis/suspects.h"
#include "core/analysis/verification.h"
#include "core/analysis/view_dependence.h"
#include "core/analysis/wrong_names.h"
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

TEST_F(RealFaces, FindsTwoPeopleUnderOneName) {
    // Every fifth name takes the images of the next, whose own name is gone then.
    for (const char* network : {"128d", "512d"}) {
        Loaded l = load("lfw_dev", network);
        const auto before = findWrongNames(l.x, l.identity, {}, {});
        ASSERT_TRUE(before);
        EXPECT_LE(before->mixed.size(), 1U) << network << ": of 162 names as they are";
        EXPECT_LE(before->same.size(), 1U) << network;
        const std::set<std::string> all(l.identity.begin(), l.identity.end());
        std::map<std::string, std::string> renamed;
        std::vector<std::string> names(all.begin(), all.end());
        for (std::size_t n = 0; n + 1 < names.size(); n += 5) renamed[names[n + 1]] = names[n];
        std::map<std::string, int> images;
        for (std::string& name : l.identity) {
            ++images[name];
            if (const auto to = renamed.find(name); to != renamed.end()) name = to->second;
        }
        std::set<std::string> mixed;
        for (const auto& [from, to] : renamed)
            if (images[from] >= 2 && images[to] >= 2) mixed.insert(to);
        const auto found = findWrongNames(l.x, l.identity, {}, {});
        ASSERT_TRUE(found);
        std::size_t right = 0;
        for (const MixedName& m : found->mixed) right += mixed.count(m.identity);
        ASSERT_GE(mixed.size(), 25U);
        EXPECT_GE(static_cast<double>(right) / static_cast<double>(mixed.size()), 0.95) << network << ": recall";
        EXPECT_GE(static_cast<double>(right) / static_cast<double>(found->mixed.size()), 0.95) << network << ": precision";
        EXPECT_NEAR(before->limits.mixedBelow, 0.4, 0.03) << network << ": as in a trial of other mixtures, 0.29 to 0.42";
        EXPECT_NEAR(found->limits.mixedBelow, 0.33, 0.05) << network << ": with a quarter of the names mixed";
    }
    // Eight people in all poses: too few, and each differs as much as two do.
    const Loaded pointing = load("pointing04_dev", "128d");
    const auto found = findWrongNames(pointing.x, pointing.identity, {}, {});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->mixed.empty());
    EXPECT_TRUE(found->same.empty());
    EXPECT_FALSE(found->notes.empty());
}

TEST_F(RealFaces, FindsOnePersonUnderTwoNames) {
    Loaded l = load("lfw_dev", "128d");
    std::map<std::string, int> seen;
    std::set<std::string> split;
    for (std::string& name : l.identity) {
        const int image = seen[name]++;
        if (seen.size() % 5 == 0 && image % 2 == 1) {
            split.insert(name);
            name = "also " + name;
        }
    }
    const auto found = findWrongNames(l.x, l.identity, {}, {});
    ASSERT_TRUE(found);
    std::size_t right = 0;
    for (const SameNames& n : found->same) right += n.second == "also " + n.first || n.first == "also " + n.second ? 1 : 0;
    ASSERT_GE(split.size(), 25U);
    EXPECT_GE(static_cast<double>(right) / static_cast<double>(split.size()), 0.85) << "recall, of halves of one image too";
    EXPECT_GE(static_cast<double>(right) / static_cast<double>(found->same.size()), 0.95) << "precision";
}

}  // namespace
}  // namespace facespace
