#include "core/image/decode.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <random>

#include "core/image/header.h"
#include "tests/unit/image/image_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {
const std::vector<std::string> kSuffixes{".jpg", ".png", ".bmp", ".ppm", ".tiff", ".webp"};
}

TEST(DecodeImage, ReadsEveryFormatAsRgb) {
    const TempFolder folder;
    const Image picture = gradient(37, 23);
    for (const auto& suffix : kSuffixes) {
        const auto file = folder.write("Zoë's \"best\" 顔" + suffix, encoded(picture, suffix));
        const auto image = decodeImage(file);
        ASSERT_TRUE(image) << suffix << ": " << image.error().message;
        const bool lossy = suffix == ".jpg" || suffix == ".webp";
        EXPECT_LE(largestDifference(*image, picture), lossy ? 12 : 0) << suffix;
        const auto header = readImageHeader(file);
        ASSERT_TRUE(header);
        EXPECT_EQ(header->width, 37);
        EXPECT_EQ(header->height, 23);
    }
}

TEST(DecodeImage, GreyBecomesThreeEqualChannels) {
    const TempFolder folder;
    const auto image = decodeImage(folder.write("grey.pgm", encoded(gradient(16, 8), ".pgm")));
    ASSERT_TRUE(image) << image.error().message;
    for (std::size_t i = 0; i < image->pixels.size(); i += 3) {
        EXPECT_EQ(image->pixels[i], image->pixels[i + 1]);
        EXPECT_EQ(image->pixels[i], image->pixels[i + 2]);
    }
}

TEST(DecodeImage, SixteenBitsKeepTheirHighByteAndAlphaIsDropped) {
    cv::Mat deep(2, 2, CV_16UC4, cv::Scalar(0x1200, 0x80FF, 0xFE01, 0x0000));  // B G R A, fully transparent
    Bytes bytes;
    cv::imencode(".png", deep, bytes);
    const auto image = decodeImage(bytes, "deep.png");
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(image->pixels[0], 0xFE);
    EXPECT_EQ(image->pixels[1], 0x80);
    EXPECT_EQ(image->pixels[2], 0x12);
}

TEST(DecodeImage, AppliesTheExifOrientation) {
    Bytes jpeg = encoded(gradient(40, 16), ".jpg");
    Bytes exif;
    put(exif, std::string("\xFF\xE1\x00\x22"
                          "Exif\0\0"
                          "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                          36));
    jpeg.insert(jpeg.begin() + 2, exif.begin(), exif.end());
    const auto image = decodeImage(jpeg, "turned.jpg");
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(image->width, 16);
    EXPECT_EQ(image->height, 40);
    // Orientation 6: the stored left side, dark red here, is the top.
    EXPECT_LT(image->row(0)[0], 60);
    EXPECT_GT(image->row(39)[0], 200);
}

TEST(DecodeImage, TheContentDecidesNotTheName) {
    const TempFolder folder;
    const auto image = decodeImage(folder.write("really_a_png.jpg", encoded(gradient(9, 9), ".png")));
    ASSERT_TRUE(image) << image.error().message;
    const auto text = decodeImage(folder.write("text.jpg", std::string("Nothing to see here.\n")));
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::kFormat);
    EXPECT_NE(text.error().message.find("is not an image"), std::string::npos);
    EXPECT_NE(text.error().message.find("text.jpg”"), std::string::npos);
}

TEST(DecodeImage, RefusesEmptyMissingAndFolders) {
    const TempFolder folder;
    const auto empty = decodeImage(folder.write("empty.jpg", Bytes{}));
    ASSERT_FALSE(empty);
    EXPECT_NE(empty.error().message.find("is empty"), std::string::npos);
    const auto missing = decodeImage(folder.path() / "missing.jpg");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::kIo);
    EXPECT_NE(missing.error().message.find("does not exist"), std::string::npos);
    EXPECT_EQ(decodeImage(folder.path()).error().code, ErrorCode::kIo);
}

TEST(DecodeImage, RefusesDecompressionBombsByTheirHeader) {
    for (const std::uint32_t side : {60000U, 65535U})
        for (const auto& [kind, bytes] : bareHeaders(side, side)) {
            const auto image = decodeImage(bytes, kind);
            ASSERT_FALSE(image) << kind;
            EXPECT_NE(image.error().message.find("too large: " + std::to_string(side)), std::string::npos)
                << image.error().message;
        }
    // Numbers so large that their product overflows.
    for (const auto& [kind, bytes] : bareHeaders(0x7FFFFFFF, 0x7FFFFFFF)) {
        EXPECT_FALSE(decodeImage(bytes, kind)) << kind;
    }
}

TEST(DecodeImage, TheLimitIsExact) {
    const Bytes png = encoded(gradient(20, 10), ".png");
    EXPECT_TRUE(decodeImage(png, "x.png", DecodeOptions{200}));
    EXPECT_FALSE(decodeImage(png, "x.png", DecodeOptions{199}));
}

TEST(DecodeImage, RefusesFilesThatAreCutShort) {
    const Image picture = gradient(160, 120);
    for (const auto& suffix : kSuffixes) {
        const Bytes whole = encoded(picture, suffix);
        for (const double part : {0.1, 0.5, 0.9}) {
            const Bytes cut(whole.begin(),
                            whole.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(whole.size())));
            const auto image = decodeImage(cut, "cut" + suffix);
            EXPECT_FALSE(image) << suffix << " at " << part;
            if (!image) {
                EXPECT_EQ(image.error().code, ErrorCode::kFormat);
            }
        }
    }
}

TEST(DecodeImage, BytesAfterTheEndOfAJpegDoNoHarm) {
    Bytes jpeg = encoded(gradient(30, 30), ".jpg");
    jpeg.insert(jpeg.end(), 100, 0);
    EXPECT_TRUE(decodeImage(jpeg, "tail.jpg"));
}

TEST(DecodeImage, DamagedFilesNeverCrash) {
    std::mt19937 random(7);
    const Image picture = gradient(48, 36);
    for (const auto& suffix : kSuffixes) {
        const Bytes whole = encoded(picture, suffix);
        for (int trial = 0; trial < 300; ++trial) {
            Bytes damaged = whole;
            if (trial % 3 == 0) damaged.resize(random() % damaged.size());
            for (std::uint32_t flips = random() % 8; flips > 0 && !damaged.empty(); --flips)
                damaged[random() % std::min<std::size_t>(damaged.size(), trial % 2 ? 64 : damaged.size())] ^=
                    static_cast<std::uint8_t>(1U << random() % 8);
            const auto image = decodeImage(damaged, "damaged" + suffix, DecodeOptions{4'000'000});
            if (image) {
                EXPECT_EQ(image->pixels.size(),
                          static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 3);
            } else {
                EXPECT_FALSE(image.error().message.empty());
            }
        }
    }
}

TEST(DecodeThumbnail, IsTheAreaAverageAtTheAskedSize) {
    const TempFolder folder;
    for (const auto& suffix : kSuffixes) {
        const auto file = folder.write("large" + suffix, encoded(gradient(800, 600), suffix));
        const auto small = decodeThumbnail(file, 64);
        ASSERT_TRUE(small) << small.error().message;
        EXPECT_EQ(small->width, 64);
        EXPECT_EQ(small->height, 48);
        EXPECT_LE(largestDifference(*small, gradient(64, 48)), 8) << suffix;
    }
    const auto file = folder.write("small.png", encoded(gradient(20, 30), ".png"));
    EXPECT_EQ(largestDifference(decodeThumbnail(file, 64).value(), gradient(20, 30)), 0);
}
