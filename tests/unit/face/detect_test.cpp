#include "core/face/detect.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "tests/support/labels_csv.h"
#include "tests/support/real_detector.h"

using namespace facespace;
using namespace facespace::test;

TEST(FaceDetector, RefusesWhatIsNoDetector) {
    const TemporaryFolder folder;
    EXPECT_EQ(FaceDetector::load(folder / "none.onnx").error().code, ErrorCode::kIo);
    for (const std::string content : {"", "not a network", "\x08\x07"}) {
        writeText(folder / "bad.onnx", content);
        const auto detector = FaceDetector::load(folder / "bad.onnx");
        ASSERT_FALSE(detector);
        EXPECT_EQ(detector.error().code, ErrorCode::kModel);
        EXPECT_NE(detector.error().message.find("bad.onnx"), std::string::npos);
        EXPECT_EQ(detector.error().message.english().find('\n'), std::string::npos);
    }
}

class FaceDetectorRealData : public ::testing::Test {
  protected:
    void SetUp() override {
        if (realData().empty()) GTEST_SKIP() << "no real data here";
        auto loaded = FaceDetector::load(realDetector());
        ASSERT_TRUE(loaded) << loaded.error().message;
        detector_.emplace(std::move(*loaded));
    }
    std::optional<FaceDetector> detector_;
};

TEST_F(FaceDetectorRealData, FindsTheLandmarksOfTheManifest) {
    const fs::path set = realData() / "sets/lfw_dev";
    auto rows = readLabels(set / "labels.csv");
    ASSERT_GT(rows.size(), 900U);
    std::vector<double> distance;
    for (std::size_t i = 0; i < rows.size(); i += 16) {
        if (!rows[i].landmarks) continue;
        const auto image = decodeImage(set / rows[i].path);
        ASSERT_TRUE(image) << image.error().message;
        const auto face = detector_->detect(*image);
        ASSERT_TRUE(face) << face.error().message;
        if (!*face) continue;
        double sum = 0;
        for (std::size_t p = 0; p < 5; ++p)
            sum += std::hypot((*face)->landmarks[p].x - (*rows[i].landmarks)[p].x,
                              (*face)->landmarks[p].y - (*rows[i].landmarks)[p].y);
        distance.push_back(sum / 5);
    }
    ASSERT_GT(distance.size(), 55U);
    std::sort(distance.begin(), distance.end());
    fmt::print("lfw_dev: {} faces, median distance from the manifest's landmarks {:.2f} pixels\n", distance.size(),
               distance[distance.size() / 2]);
    EXPECT_LT(distance[distance.size() / 2], kReferenceDetector ? 2.0 : 5.0);
}

TEST_F(FaceDetectorRealData, FindsNothingInAnEmptyPictureAndTakesTheLargestOfTwo) {
    const auto none = detector_->detect(plain(300, 200, 120, 120, 120));
    ASSERT_TRUE(none);
    EXPECT_FALSE(*none);
    const fs::path set = realData() / "sets/lfw_dev";
    const auto face = decodeImage(set / readLabels(set / "labels.csv")[0].path);
    ASSERT_TRUE(face);
    // The face once, beside it the same at half the size.
    Image both = plain(500, 250, 90, 90, 90);
    for (int y = 0; y < 250; ++y)
        for (int x = 0; x < 250; ++x) {
            std::copy_n(face->row(y) + x * 3, 3, both.row(y) + (x + 250) * 3);
            if (x < 125 && y < 125) std::copy_n(face->row(2 * y) + 2 * x * 3, 3, both.row(y + 60) + (x + 60) * 3);
        }
    const auto all = detector_->detectAll(both);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->size(), 2U);
    const auto best = detector_->detect(both);
    ASSERT_TRUE(best && *best);
    EXPECT_GT((*best)->box.x, 250);
}

TEST_F(FaceDetectorRealData, BoxesAreInPixelsOfTheImageWhateverItsSize) {
    const fs::path set = realData() / "sets/lfw_dev";
    const auto image = decodeImage(set / readLabels(set / "labels.csv")[0].path);
    ASSERT_TRUE(image);
    Image large{1000, 1000, std::vector<std::uint8_t>(3'000'000)};
    for (int y = 0; y < 1000; ++y)
        for (int x = 0; x < 1000; ++x) std::copy_n(image->row(y / 4) + x / 4 * 3, 3, large.row(y) + x * 3);
    const auto small = detector_->detect(*image), big = detector_->detect(large);
    ASSERT_TRUE(small && big && *small && *big);
    EXPECT_NEAR((*big)->landmarks[0].x, (*small)->landmarks[0].x * 4, 16);
    EXPECT_NEAR((*big)->landmarks[2].y, (*small)->landmarks[2].y * 4, 16);
}
