#include <gtest/gtest.h>

#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/resize.h"
#include "tests/unit/image/image_files.h"

using namespace facespace;
using namespace facespace::test;

TEST(Encode, PngIsLossless) {
    const Image picture = gradient(33, 21);
    EXPECT_EQ(largestDifference(decodeImage(encodePng(picture).value(), "x").value(), picture), 0);
}

TEST(Encode, JpegQualityTradesSizeForLikeness) {
    const Image picture = gradient(64, 64);
    const auto good = encodeJpeg(picture, 95).value(), poor = encodeJpeg(picture, 5).value();
    EXPECT_GT(good.size(), poor.size());
    EXPECT_LE(largestDifference(decodeImage(good, "x").value(), picture), 6);
}

TEST(Encode, FailuresAreSentences) {
    EXPECT_EQ(encodePng(Image{}).error().code, ErrorCode::kInvalid);
    const auto written = writePng(gradient(4, 4), "/nowhere/at/all.png");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kIo);
    EXPECT_EQ(encodeJpeg(gradient(70000, 1)).error().code, ErrorCode::kResource);
}

TEST(Encode, WritesAFileAndLeavesNothingElse) {
    const TempFolder folder;
    ASSERT_TRUE(writePng(gradient(8, 8), folder.path() / "a.png"));
    ASSERT_TRUE(writePng(gradient(9, 9), folder.path() / "a.png"));
    EXPECT_EQ(decodeImage(folder.path() / "a.png")->width, 9);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Resize, ShrinkingAverages) {
    Image stripes{4, 2, std::vector<std::uint8_t>(24, 0)};
    for (int y = 0; y < 2; ++y)
        for (const int x : {1, 3}) stripes.row(y)[3 * x] = 200;
    const Image half = resized(stripes, 2, 1);
    EXPECT_EQ(half.row(0)[0], 100);
    EXPECT_EQ(half.row(0)[3], 100);
}

TEST(Resize, AnyAspectAndEnlarging) {
    EXPECT_LE(largestDifference(resized(gradient(40, 40), 80, 20), gradient(80, 20)), 6);
    EXPECT_LE(largestDifference(resized(gradient(40, 40), 60, 60), gradient(60, 60)), 6);
    EXPECT_THROW(resized(Image{}, 2, 2), std::logic_error);
}

TEST(Resize, FittedKeepsTheAspectAndNeverEnlarges) {
    EXPECT_EQ(fitted(gradient(100, 50), 20).height, 10);
    EXPECT_EQ(fitted(gradient(1000, 1), 20).height, 1);
    EXPECT_EQ(fitted(gradient(10, 5), 20).width, 10);
}
