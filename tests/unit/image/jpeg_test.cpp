#include "core/image/jpeg.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <random>

#include "core/image/decode.h"
#include "tests/unit/image/image_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// Texture, so that the compressed data is long enough to damage.
Image noise(int width, int height, unsigned seed) {
    std::mt19937 random(seed);
    Image image = gradient(width, height);
    for (auto& sample : image.pixels) sample = static_cast<std::uint8_t>(sample / 2 + random() % 128);
    return image;
}

Bytes jpegOf(const Image& image, bool progressive, bool grey = false) {
    const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
    cv::Mat converted;
    cv::cvtColor(rgb, converted, grey ? cv::COLOR_RGB2GRAY : cv::COLOR_RGB2BGR);
    Bytes bytes;
    cv::imencode(".jpg", converted, bytes, {cv::IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0});
    return bytes;
}

Image asOpenCvReads(const Bytes& bytes) {
    const cv::Mat bgr = cv::imdecode(bytes, cv::IMREAD_COLOR);
    Image image{bgr.cols, bgr.rows, {}};
    image.pixels.resize(static_cast<std::size_t>(image.height) * image.rowBytes());
    cv::Mat rgb(bgr.rows, bgr.cols, CV_8UC3, image.pixels.data());
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    return image;
}

Bytes withOrientation(Bytes jpeg, int orientation, bool bigEndian) {
    Bytes exif{0xFF, 0xE1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0};
    put(exif, bigEndian ? "MM" : "II");
    put(exif, 42, 2, bigEndian);
    put(exif, 8, 4, bigEndian);
    put(exif, 1, 2, bigEndian);
    put(exif, 274, 2, bigEndian);
    put(exif, 3, 2, bigEndian);
    put(exif, 1, 4, bigEndian);
    put(exif, static_cast<std::uint64_t>(orientation), 2, bigEndian);
    put(exif, 0, 2, bigEndian);
    put(exif, 0, 4, bigEndian);
    jpeg.insert(jpeg.begin() + 2, exif.begin(), exif.end());
    return jpeg;
}

}  // namespace

TEST(Jpeg, SamePixelsAsOpenCv) {
    for (const bool progressive : {false, true})
        for (const bool grey : {false, true}) {
            const Bytes bytes = jpegOf(noise(53, 31, 1), progressive, grey);
            const auto image = decodeJpeg(bytes, 1, "x");
            ASSERT_TRUE(image) << image.error().message;
            EXPECT_EQ(largestDifference(*image, asOpenCvReads(bytes)), 0) << progressive << grey;
        }
}

TEST(Jpeg, EveryOrientationIsAppliedAsOpenCvDoes) {
    const Bytes bytes = jpegOf(noise(40, 24, 2), false);
    for (int orientation = 0; orientation <= 9; ++orientation)
        for (const bool bigEndian : {false, true}) {
            const Bytes turned = withOrientation(bytes, orientation, bigEndian);
            const auto image = decodeJpeg(turned, 1, "x");
            ASSERT_TRUE(image) << image.error().message;
            EXPECT_EQ(largestDifference(*image, asOpenCvReads(turned)), 0) << orientation;
        }
}

TEST(Jpeg, CutShortIsRefusedWhereverTheCutIs) {
    for (const bool progressive : {false, true}) {
        const Bytes whole = jpegOf(noise(64, 48, 3), progressive);
        for (std::size_t size = 3; size + 8 < whole.size(); size += 37)
            EXPECT_FALSE(decodeJpeg(std::span(whole).first(size), 1, "cut.jpg")) << size << " of " << whole.size();
    }
    const Bytes whole = jpegOf(noise(64, 48, 3), false);
    const auto cut = decodeJpeg(std::span(whole).first(whole.size() / 2), 1, "cut.jpg");
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().message, "“cut.jpg” is a JPEG file that is damaged: it is cut short.");
}

TEST(Jpeg, AMissingEndMarkerAloneDoesNoHarm) {
    const Bytes whole = jpegOf(noise(64, 48, 3), false);
    const auto image = decodeJpeg(std::span(whole).first(whole.size() - 2), 1, "x");
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(largestDifference(*image, decodeJpeg(whole, 1, "x").value()), 0);
}

TEST(Jpeg, OverwrittenDataIsRefused) {
    std::mt19937 random(4);
    const Bytes whole = jpegOf(noise(160, 120, 4), false);
    int refused = 0;
    for (int trial = 0; trial < 40; ++trial) {
        Bytes damaged = whole;
        const std::size_t at = 1000 + random() % (damaged.size() - 2000);
        for (std::size_t i = 0; i < 500; ++i) damaged[at + i] = trial % 2 != 0 ? 0 : static_cast<std::uint8_t>(random());
        const auto image = decodeJpeg(damaged, 1, "damaged.jpg");
        refused += image ? 0 : 1;
    }
    // Zeros can happen to be well-formed; OpenCV refuses none.
    EXPECT_GE(refused, 36);
}

TEST(Jpeg, CmykIsConverted) {
    // A CMYK file cannot be written by OpenCV; this one is 8 × 8 pixels, written with Pillow 9.4: Image.new("CMYK", (8, 8),
    // (0, 255, 255, 0)), red.
    const Bytes bytes{0xFF, 0xD8, 0xFF, 0xEE, 0x00, 0x0E, 0x41, 0x64, 0x6F, 0x62, 0x65, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00,
                      0x00, 0xFF, 0xDB, 0x00, 0x43, 0x00, 0x02, 0x01, 0x01, 0x01, 0x01, 0x01, 0x02, 0x01, 0x01, 0x01, 0x02,
                      0x02, 0x02, 0x02, 0x02, 0x04, 0x03, 0x02, 0x02, 0x02, 0x02, 0x05, 0x04, 0x04, 0x03, 0x04, 0x06, 0x05,
                      0x06, 0x06, 0x06, 0x05, 0x06, 0x06, 0x06, 0x07, 0x09, 0x08, 0x06, 0x07, 0x09, 0x07, 0x06, 0x06, 0x08,
                      0x0B, 0x08, 0x09, 0x0A, 0x0A, 0x0A, 0x0A, 0x0A, 0x06, 0x08, 0x0B, 0x0C, 0x0B, 0x0A, 0x0C, 0x09, 0x0A,
                      0x0A, 0x0A, 0xFF, 0xC0, 0x00, 0x14, 0x08, 0x00, 0x08, 0x00, 0x08, 0x04, 0x43, 0x11, 0x00, 0x4D, 0x11,
                      0x00, 0x59, 0x11, 0x00, 0x4B, 0x11, 0x00, 0xFF, 0xC4, 0x00, 0x15, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00,
                      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x09, 0x0A, 0xFF, 0xC4, 0x00, 0x14,
                      0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                      0x00, 0xFF, 0xDA, 0x00, 0x0E, 0x04, 0x43, 0x00, 0x4D, 0x00, 0x59, 0x00, 0x4B, 0x00, 0x00, 0x3F, 0x00,
                      0x7F, 0x13, 0xFE, 0x9F, 0xF3, 0xF8, 0xFF, 0xD9};
    const auto image = decodeImage(bytes, "cmyk.jpg");
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_GT(image->pixels[0], 250);
    EXPECT_LT(image->pixels[1], 5);
    EXPECT_LT(image->pixels[2], 5);
}

TEST(Jpeg, ReducedDecodingGivesTheFraction) {
    const auto image = decodeJpeg(jpegOf(gradient(160, 80), false), 8, "x");
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, 20);
    EXPECT_LE(largestDifference(*image, gradient(20, 10)), 12);
}

TEST(Jpeg, RealFacesAreReadAsOpenCvReadsThem) {
    const char* given = std::getenv("FACESPACE_TEST_DATA");
    const auto sets = std::filesystem::path(given != nullptr ? given : FACESPACE_SOURCE_DIR "/../shared/data") / "sets";
    if (!std::filesystem::exists(sets)) GTEST_SKIP() << "no real image sets at " << sets;
    int seen = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sets)) {
        if (entry.path().extension() != ".jpg") continue;
        const auto image = decodeImage(entry.path());
        ASSERT_TRUE(image) << image.error().message;
        if (seen++ % 20 != 0) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const Bytes bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(largestDifference(*image, asOpenCvReads(bytes)), 0) << entry.path();
    }
    EXPECT_EQ(seen, 2559);
}
