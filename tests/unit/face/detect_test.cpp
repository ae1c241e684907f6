#include "core/face/detect.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "core/image/resize.h"
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
            sum += std::hypot((*(*face)->landmarks)[p].x - (*rows[i].landmarks)[p].x,
                              (*(*face)->landmarks)[p].y - (*rows[i].landmarks)[p].y);
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
    EXPECT_NEAR((*(*big)->landmarks)[0].x, (*(*small)->landmarks)[0].x * 4, 16);
    EXPECT_NEAR((*(*big)->landmarks)[2].y, (*(*small)->landmarks)[2].y * 4, 16);
}

TEST_F(FaceDetectorRealData, NoImageIsTooSmall) {
    for (const auto& [width, height] : {std::pair{1, 1}, {1, 700}, {900, 2}, {10, 10}, {40, 40}, {62, 62}, {63, 200}}) {
        const auto found = detector_->detectAll(noise(width, height, 7));
        EXPECT_TRUE(found) << width << " x " << height << ": " << found.error().message;
    }
    // The detector goes on after them.
    EXPECT_TRUE(detector_->detectAll(plain(300, 200, 120, 120, 120)));
}

TEST_F(FaceDetectorRealData, FacesOfSmallImagesAreFoundWhereTheyAre) {
    const fs::path set = realData() / "sets/lfw_dev";
    const auto rows = readLabels(set / "labels.csv");
    std::size_t found = 0, tried = 0;
    for (std::size_t i = 0; i < rows.size(); i += 40) {
        const auto image = decodeImage(set / rows[i].path);
        ASSERT_TRUE(image);
        const auto large = detector_->detect(*image);
        ASSERT_TRUE(large);
        if (!*large) continue;
        ++tried;
        const Image small = resized(*image, 48, 48);
        const auto face = detector_->detect(small);
        ASSERT_TRUE(face) << face.error().message;
        if (!*face) continue;
        ++found;
        const float scale = 48.F / static_cast<float>(image->width);
        float sum = 0;
        for (std::size_t p = 0; p < 5; ++p)
            sum += std::hypot((*(*face)->landmarks)[p].x - (*(*large)->landmarks)[p].x * scale,
                              (*(*face)->landmarks)[p].y - (*(*large)->landmarks)[p].y * scale);
        EXPECT_LT(sum / 5, 2.5F) << rows[i].path;
    }
    ASSERT_GT(tried, 15U);
    EXPECT_GT(found, tried * 3 / 4) << found << " of " << tried;
}

TEST_F(FaceDetectorRealData, TheScoreAndTheSizeOfTheSearchAreOptions) {
    const fs::path set = realData() / "sets/lfw_dev";
    const auto image = decodeImage(set / readLabels(set / "labels.csv")[0].path);
    ASSERT_TRUE(image);
    const auto seen = detector_->detectAll(*image);
    ASSERT_FALSE(seen->empty());
    ASSERT_LT(seen->front().score, 1.F);
    auto strict = FaceDetector::load(realDetector(), {.minScore = 1.F});
    ASSERT_TRUE(strict);
    EXPECT_TRUE(strict->detectAll(*image)->empty());
    // A face of a hundredth of a large picture is lost where the picture is shrunk, and found in full.
    Image wide = plain(3000, 400, 90, 90, 90);
    const Image face = resized(*image, 70, 70);
    for (int y = 0; y < 70; ++y) std::copy_n(face.row(y), 70 * 3, wide.row(y + 100) + 1000 * 3);
    auto coarse = FaceDetector::load(realDetector(), {.maxSide = 160}),
         fine = FaceDetector::load(realDetector(), {.maxSide = 3000});
    ASSERT_TRUE(coarse && fine);
    EXPECT_TRUE(coarse->detectAll(wide)->empty());
    const auto found = fine->detectAll(wide);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_NEAR(found->front().box.x, 1020, 20);
}
