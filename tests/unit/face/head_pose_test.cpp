#include "core/face/head_pose.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <numbers>

#include "tests/support/labels_csv.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// A face of our own, not the one that is fitted: projects it under a known pose. Axes: x right, y down, z away.
Landmarks projected(double yawDeg, double pitchDeg, double rollDeg) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double face[5][3] = {{-30, 0, 0}, {30, 0, 0}, {0, 35, -26}, {-27, 60, 14}, {27, 60, 14}};
    // Yaw: the nose (towards -z) goes to -x; pitch: to -y; roll: clockwise.
    const double b = yawDeg * kRadians, a = -pitchDeg * kRadians, c = rollDeg * kRadians;
    Landmarks result;
    for (std::size_t i = 0; i < 5; ++i) {
        const double x = face[i][0], y = face[i][1], z = face[i][2];
        const double x1 = x * std::cos(b) + z * std::sin(b), z1 = -x * std::sin(b) + z * std::cos(b);
        const double y2 = y * std::cos(a) - z1 * std::sin(a), z2 = y * std::sin(a) + z1 * std::cos(a);
        const double x3 = x1 * std::cos(c) - y2 * std::sin(c), y3 = x1 * std::sin(c) + y2 * std::cos(c);
        const double depth = 400 + z2;
        result[i] = {static_cast<float>(320 + 640 * x3 / depth), static_cast<float>(240 + 640 * y3 / depth)};
    }
    return result;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double ma = 0, mb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) ma += a[i], mb += b[i];
    ma /= static_cast<double>(a.size()), mb /= static_cast<double>(b.size());
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace

TEST(HeadPose, FindsAKnownPose) {
    for (const double yaw : {-60.0, -25.0, 0.0, 25.0, 60.0}) {
        for (const double pitch : {-25.0, 0.0, 25.0}) {
            for (const double roll : {-40.0, 0.0, 40.0}) {
                const auto pose = headPoseFromLandmarks(projected(yaw, pitch, roll), 640, 480);
                ASSERT_TRUE(pose);
                EXPECT_NEAR(pose->yawDeg, yaw, 10) << yaw << ' ' << pitch << ' ' << roll;
                EXPECT_NEAR(pose->pitchDeg, pitch, 12) << yaw << ' ' << pitch << ' ' << roll;
                EXPECT_NEAR(pose->rollDeg, roll, 8) << yaw << ' ' << pitch << ' ' << roll;
            }
        }
    }
}

TEST(HeadPose, HasNothingForMissingLandmarks) {
    Landmarks same;
    same.fill({5, 5});
    EXPECT_FALSE(headPoseFromLandmarks(same, 100, 100));
    Landmarks missing = projected(0, 0, 0);
    missing[4].y = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(headPoseFromLandmarks(missing, 640, 480));
    EXPECT_FALSE(headPoseFromLandmarks(projected(0, 0, 0), 0, 480));
}

TEST(HeadPoseRealData, FollowsThePoseLabelsOfPointing04) {
    const fs::path labels = realData() / "sets/pointing04_dev/labels.csv";
    if (realData().empty() || !fs::exists(labels)) GTEST_SKIP() << "no real data here";
    std::vector<double> pan, yaw, tilt, pitch;
    double error = 0;
    for (const auto& row : readLabels(labels)) {
        if (!row.landmarks || std::abs(row.pan) > 60 || std::abs(row.tilt) > 30) continue;
        const auto pose = headPoseFromLandmarks(*row.landmarks, 384, 288);
        if (!pose) continue;
        pan.push_back(row.pan);
        yaw.push_back(pose->yawDeg);
        if (std::abs(row.pan) <= 15) {
            tilt.push_back(row.tilt);
            pitch.push_back(pose->pitchDeg);
        }
        error += std::abs(row.pan - pose->yawDeg);
    }
    ASSERT_GT(pan.size(), 600U);
    fmt::print("pointing04: {} images, correlation yaw {:.3f}, pitch {:.3f}, mean absolute error of yaw {:.1f} deg\n",
               pan.size(), correlation(pan, yaw), correlation(tilt, pitch), error / static_cast<double>(pan.size()));
    EXPECT_GT(correlation(pan, yaw), 0.9);
    // Detected landmarks hardly move with pitch: a rough label, and only of heads that look ahead.
    EXPECT_GT(correlation(tilt, pitch), 0.3);
}
