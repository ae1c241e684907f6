#include "core/workflow/store_poses.h"

#include <gtest/gtest.h>
#include <cmath>
#include <filesystem>
#include <numbers>

#include "core/compute/labels.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace {
namespace {

/// Five points of a head turned by so many degrees, seen from afar.
Landmarks turnedFace(double yawDeg) {
    constexpr double kFace[5][3] = {{-31.5, 0, 0}, {31.5, 0, 0}, {0, 35.5, -24}, {-28, 61, 16}, {28, 61, 16}};
    const double yaw = yawDeg * std::numbers::pi / 180;
    Landmarks points;
    for (std::size_t i = 0; i < 5; ++i) {
        const double x = kFace[i][0] * std::cos(yaw) + kFace[i][2] * std::sin(yaw);
        const double z = 600 - kFace[i][0] * std::sin(yaw) + kFace[i][2] * std::cos(yaw);
        points[i] = {static_cast<float>(200 + 400 * x / z), static_cast<float>(200 + 400 * kFace[i][1] / z)};
    }
    return points;
}

class Poses : public testing::Test {
  protected:
    void SetUp() override {
        dir = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(dir);
        std::filesystem::create_directories(dir);
    }
    void TearDown() override { std::filesystem::remove_all(dir); }

    /// Labels without images: their size stands in.
    Project planted(std::size_t images) {
        ImageSet set;
        for (std::size_t i = 0; i < images; ++i) {
            ImageRecord& record = set.images.emplace_back();
            record.path = std::to_string(i) + ".jpg";
            record.identity = "one";
            if (i % 3 != 2) record.landmarks = turnedFace(yawOf(i));
            if (i % 3 == 1) record.landmarks->fill({5, 5});  // No face: no pose fits.
        }
        Project project = Project::create(dir / "p.facespace").value();
        EXPECT_TRUE(project.addImages(set));
        return project;
    }
    static double yawOf(std::size_t i) { return static_cast<double>(i % 101) - 50; }

    std::filesystem::path dir;
};

TEST_F(Poses, AreWhatWasPlantedAndColumnsOfTheTable) {
    Project project = planted(300);
    ASSERT_TRUE(storeLandmarkPoses(project, {}));
    EXPECT_TRUE(project.imagesWithoutPose().value().empty());
    const auto snapshot = loadSnapshot(project).value();
    const DataTable table = buildDataTable(*snapshot);
    const Column* yaw = table.find("landmark_yaw");
    const Column* roll = table.find("landmark_roll");
    ASSERT_TRUE(yaw != nullptr && roll != nullptr);
    for (std::size_t i = 0; i < 300; ++i) {
        if (i % 3 != 0) {
            EXPECT_TRUE(yaw->missing(i)) << i;
            continue;
        }
        EXPECT_NEAR(yaw->numbers[i], yawOf(i), 4) << i;
        EXPECT_NEAR(roll->numbers[i], 0, 2) << i;
    }
}

TEST_F(Poses, LabelsAreTheSameNumbersKeptOrNot) {
    Project project = planted(60);
    const auto before = computeLabels(project.images().value(), "yaw").value();
    ASSERT_TRUE(before.any());
    ASSERT_TRUE(storeLandmarkPoses(project, {}));
    const auto after = computeLabels(project.images().value(), "yaw").value();
    ASSERT_EQ(before.values.size(), after.values.size());
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        EXPECT_EQ(std::isnan(before.values[i]), std::isnan(after.values[i])) << i;
        if (!std::isnan(after.values[i])) {
            EXPECT_EQ(before.values[i], after.values[i]) << i;
        }
    }
}

TEST_F(Poses, ACancelKeepsWhatWasDoneAndTheNextCallGoesOn) {
    Project project = planted(15000);
    JobContext job;
    job.report = [&](const Progress& progress) {
        if (progress.done > 0) job.cancel.cancel();
    };
    const auto stopped = storeLandmarkPoses(project, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    const auto left = project.imagesWithoutPose().value();
    EXPECT_LT(left.size(), 10000U);
    EXPECT_FALSE(left.empty());
    ASSERT_TRUE(storeLandmarkPoses(project, {}));
    EXPECT_TRUE(project.imagesWithoutPose().value().empty());
}

}  // namespace
}  // namespace facespace
