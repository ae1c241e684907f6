// The demo grows while faces are rendered, goes on after a cancel, and comes out the same either way.
#include "core/workflow/demo.h"

#include <gtest/gtest.h>

#include "tests/support/network_files.h"

namespace facespace {
namespace {

DemoOptions small() {
    DemoOptions options;
    options.faces.identities = 6;
    options.faces.images = 20;
    options.faces.size = 80;
    options.faces.seed = 5;
    return options;
}

FeatureMatrix featuresOf(const Project& project, NetworkId network) {
    auto features = project.features(network);
    EXPECT_TRUE(features);
    return features ? *features : FeatureMatrix();
}

TEST(Demo, TwoNetworksComeWithTheProgram) {
    const auto networks = shippedNetworks();
    ASSERT_TRUE(networks) << networks.error().message;
    ASSERT_EQ(networks->size(), 2U);
    EXPECT_EQ((*networks)[0].dimension, 512);
    EXPECT_EQ((*networks)[1].dimension, 320);
    for (const NetworkDescriptor& network : *networks) {
        EXPECT_FALSE(network.normalised);
        EXPECT_LT(std::filesystem::file_size(network.weightsFile), 12'000'000U) << network.name;
    }
}

TEST(Demo, HoldsEveryImageInTheOrderOfPeopleWithItsTruthAndFeature) {
    const test::TemporaryFolder folder;
    std::vector<std::int64_t> seen;
    const auto report = growDemo(folder.path(), small(), {}, [&](std::int64_t images) { seen.push_back(images); });
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->images, 20);
    EXPECT_EQ(report->reused, 0);
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back(), 20);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));

    const auto project = Project::open(demoProjectFile(folder.path()));
    ASSERT_TRUE(project);
    const auto images = project->images();
    ASSERT_TRUE(images);
    ASSERT_EQ(images->images.size(), 20U);
    EXPECT_EQ(images->images.front().identity, "p00000");
    EXPECT_EQ(images->images.back().identity, "p00005");
    for (const ImageRecord& image : images->images) {
        EXPECT_TRUE(image.yawDeg && image.pitchDeg && image.landmarks && image.box) << image.path;
        EXPECT_NE(image.media, Media::kUnknown);
    }
    EXPECT_TRUE(featuresOf(*project, report->network).allFinite());

    const auto again = growDemo(folder.path(), small(), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->reused, 20);
    EXPECT_EQ(again->network, report->network);
}

TEST(Demo, GoesOnAfterACancelWithTheSameResult) {
    const test::TemporaryFolder whole, interrupted;
    const auto report = growDemo(whole.path(), small(), {});
    ASSERT_TRUE(report);

    JobContext job;
    const auto stopped = growDemo(interrupted.path(), small(), job, [&](std::int64_t) { job.cancel.cancel(); });
    if (!stopped) {  // else all people came in one part
        EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    }
    const auto resumed = growDemo(interrupted.path(), small(), {});
    ASSERT_TRUE(resumed) << resumed.error().message;
    EXPECT_EQ(resumed->images, 20);
    const auto a = Project::open(demoProjectFile(whole.path())), b = Project::open(demoProjectFile(interrupted.path()));
    ASSERT_TRUE(a && b);
    EXPECT_EQ(featuresOf(*a, report->network), featuresOf(*b, resumed->network));
}

TEST(Demo, AFolderWithAnotherSetIsRefusedWithASentence) {
    const test::TemporaryFolder folder;
    ASSERT_TRUE(growDemo(folder.path(), small(), {}));
    DemoOptions other = small();
    other.faces.images = 25;
    const auto refused = growDemo(folder.path(), other, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kExists);
    EXPECT_NE(refused.error().message.find("empty folder"), std::string::npos);
}

}  // namespace
}  // namespace facespace
