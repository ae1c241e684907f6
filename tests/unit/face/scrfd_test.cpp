// What SCRFD's outputs mean, by numbers put in by hand. The same by PyTorch's numbers and NumPy:
// tests/e2e/detector_cli_test.py.
#include "core/face/scrfd.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

constexpr int kSide = 640;

/// The outputs of one image, with nothing found.
class Outputs {
  public:
    explicit Outputs(bool landmarks = true, int width = kSide, int height = kSide)
        : layout_{width, height, landmarks}, values_(layout_.numbers(), 0.F) {}

    /// @param level   0, 1, 2: cells of 8, 16, 32 pixels
    /// @param anchor  0, 1 of the cell
    Outputs& add(int level, int column, int row, int anchor, float score, std::array<float, 4> box,
                 std::array<float, 10> points = {}) {
        const auto cell = static_cast<std::size_t>(row * (layout_.width / stride(level)) + column);
        const std::size_t at = cell * 2 + static_cast<std::size_t>(anchor);
        values_[start(1, 0) + before(level) + at] = score;
        std::copy(box.begin(), box.end(), values_.begin() + static_cast<std::ptrdiff_t>(start(2, 4 * (before(level) + at))));
        if (layout_.landmarks)
            std::copy(points.begin(), points.end(),
                      values_.begin() + static_cast<std::ptrdiff_t>(start(3, 10 * (before(level) + at))));
        return *this;
    }

    FaceDetector detector(float minScore = 0.5F, Image* canvas = nullptr) const {
        return FaceDetector(scrfdSearch(layout_, minScore, [values = values_, canvas](const Image& image) {
            if (canvas != nullptr) *canvas = image;
            return Result<std::vector<float>>(values);
        }));
    }

    std::vector<DetectedFace> found(const Image& image) const {
        const auto faces = detector().detectAll(image);
        EXPECT_TRUE(faces) << faces.error().message;
        return faces ? *faces : std::vector<DetectedFace>();
    }

  private:
    static int stride(int level) { return 8 << level; }
    std::size_t anchors(int level) const {
        return static_cast<std::size_t>(layout_.width / stride(level)) *
               static_cast<std::size_t>(layout_.height / stride(level)) * 2;
    }
    std::size_t before(int level) const {
        std::size_t sum = 0;
        for (int i = 0; i < level; ++i) sum += anchors(i);
        return sum;
    }
    /// Where scores, boxes, points begin, and so many numbers on.
    std::size_t start(int part, std::size_t on) const { return before(3) * (part == 1 ? 0 : part == 2 ? 1 : 5) + on; }

    ScrfdLayout layout_;
    std::vector<float> values_;
};

constexpr std::array<float, 10> kPoints{-0.5F, -1, 0.5F, -1, 0, 0, -0.25F, 1, 0.25F, 1};

}  // namespace

TEST(Scrfd, DistancesAreInCellsFromTheirCorner) {
    // Each level in turn; the image is the canvas.
    for (int level = 0; level < 3; ++level) {
        const auto stride = static_cast<float>(8 << level);
        const auto faces =
            Outputs().add(level, 7, 5, 1, 0.9F, {1, 1.5F, 2, 2.5F}, kPoints).found(plain(kSide, kSide, 0, 0, 0));
        ASSERT_EQ(faces.size(), 1U) << level;
        EXPECT_EQ(faces[0].box, (FaceBox{6 * stride, 3.5F * stride, 3 * stride, 4 * stride}));
        EXPECT_EQ(faces[0].score, 0.9F);
        ASSERT_TRUE(faces[0].landmarks);
        EXPECT_EQ((*faces[0].landmarks)[0], (Point2{6.5F * stride, 4 * stride}));
        EXPECT_EQ((*faces[0].landmarks)[4], (Point2{7.25F * stride, 6 * stride}));
    }
}

TEST(Scrfd, ImagesOfAnySizeAreScaledToTheCanvas) {
    const Outputs outputs = Outputs().add(1, 10, 10, 0, 0.9F, {2, 2, 2, 2}, kPoints);
    struct Case {
        int width, height;
        float scaleX, scaleY;
        int shownWidth, shownHeight;
    };
    for (const Case& c : {Case{1280, 960, 2, 2, 640, 480}, Case{320, 640, 1, 1, 320, 640},
                          Case{40, 40, 1 / 16.F, 1 / 16.F, 640, 640}, Case{300, 301, 300 / 637.F, 301 / 640.F, 637, 640}}) {
        SCOPED_TRACE(c.width);
        Image canvas;
        auto detector = outputs.detector(0.5F, &canvas);
        const auto faces = detector.detectAll(plain(c.width, c.height, 200, 100, 50));
        ASSERT_TRUE(faces && faces->size() == 1U);
        EXPECT_FLOAT_EQ(faces->front().box.x, 128 * c.scaleX);
        EXPECT_FLOAT_EQ(faces->front().box.height, 64 * c.scaleY);
        EXPECT_FLOAT_EQ((*faces->front().landmarks)[1].y, 144 * c.scaleY);
        EXPECT_EQ(canvas.width, kSide);
        EXPECT_EQ(canvas.row(c.shownHeight - 1)[3 * (c.shownWidth - 1)], 200);
        if (c.shownWidth < kSide) {
            EXPECT_EQ(canvas.row(0)[3 * c.shownWidth], 0);
        }
        if (c.shownHeight < kSide) {
            EXPECT_EQ(canvas.row(c.shownHeight)[0], 0);
        }
    }
    for (const auto& [width, height] : {std::pair(1, 1), std::pair(1, 5000), std::pair(5000, 1)})
        EXPECT_TRUE(outputs.detector().detectAll(noise(width, height, 1))) << width;
}

TEST(Scrfd, OfFacesThatOverlapTheBestIsKept) {
    const Image image = plain(kSide, kSide, 0, 0, 0);
    // 128 pixels wide, moved by 24: they share 0.68 of their union. By 64 it is 0.34, less than 0.4.
    Outputs outputs;
    outputs.add(0, 20, 20, 0, 0.8F, {8, 8, 8, 8})
        .add(0, 23, 20, 1, 0.9F, {8, 8, 8, 8})
        .add(0, 31, 20, 0, 0.7F, {8, 8, 8, 8});
    const auto faces = outputs.found(image);
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_EQ(faces[0].score, 0.9F);
    EXPECT_EQ(faces[1].score, 0.7F);
    // Also across levels.
    outputs.add(2, 6, 5, 0, 0.95F, {2, 2, 2, 2});
    ASSERT_FALSE(outputs.found(image).empty());
    EXPECT_EQ(outputs.found(image)[0].score, 0.95F);
    EXPECT_EQ(outputs.found(image).size(), 2U);
}

TEST(Scrfd, TheScoreIsAnOptionAndOnlyWhatIsAtLeastAsSureIsFound) {
    const Outputs outputs = Outputs().add(2, 3, 3, 0, 0.6F, {1, 1, 1, 1});
    const Image image = plain(kSide, kSide, 0, 0, 0);
    EXPECT_EQ(outputs.detector(0.6F).detectAll(image)->size(), 1U);
    EXPECT_TRUE(outputs.detector(0.61F).detectAll(image)->empty());
}

TEST(Scrfd, WithoutPointsThereAreNoLandmarksAndInputsNeedNotBeSquare) {
    const auto faces = Outputs(false, 320, 192).add(1, 4, 3, 1, 0.9F, {1, 1, 2, 2}).found(plain(640, 384, 0, 0, 0));
    ASSERT_EQ(faces.size(), 1U);
    EXPECT_EQ(faces[0].box, (FaceBox{96, 64, 96, 96}));
    EXPECT_FALSE(faces[0].landmarks);
}

TEST(Scrfd, WrongNumbersAreOfNoFaceAndErrorsOfThisImage) {
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
    const Image image = plain(kSide, kSide, 0, 0, 0);
    EXPECT_TRUE(Outputs().add(0, 1, 1, 0, nan, {1, 1, 1, 1}).found(image).empty());
    EXPECT_TRUE(Outputs().add(0, 1, 1, 0, 0.9F, {1, infinity, 1, 1}).found(image).empty());
    EXPECT_TRUE(Outputs().add(0, 1, 1, 0, 0.9F, {-2, 1, 1, 1}).found(image).empty()) << "no width";
    // Faces everywhere: the best are looked at, in a time that can be waited for.
    const ScrfdLayout large{4096, 4096, false};
    FaceDetector everywhere(scrfdSearch(
        large, 0.5F, [&](const Image&) { return Result<std::vector<float>>(std::vector<float>(large.numbers(), 0.9F)); }));
    EXPECT_FALSE(everywhere.detectAll(plain(64, 64, 0, 0, 0))->empty());
    const auto failing = [&](ErrorCode code, std::vector<float> values) {
        return FaceDetector(scrfdSearch({}, 0.5F,
                                        [=](const Image&) -> Result<std::vector<float>> {
                                            if (values.empty()) return fail(code, say("The host stopped."));
                                            return values;
                                        }))
            .detectAll(image);
    };
    EXPECT_EQ(failing(ErrorCode::kModel, {}).error().code, ErrorCode::kInvalid);
    EXPECT_NE(failing(ErrorCode::kModel, {}).error().message.find("failed on this image"), std::string::npos);
    EXPECT_EQ(failing(ErrorCode::kModel, {1, 2, 3}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(failing(ErrorCode::kCancelled, {}).error().code, ErrorCode::kCancelled);
}
