// Each degradation changes the face in its own direction, by as much as it says, and by nothing when it is neutral.
#include "core/probe/degrade.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

#include "tests/support/network_files.h"

namespace facespace {
namespace {

using test::noise;
using test::plain;

constexpr int kSide = 112;

CropFromImage cut() { return boxTransform({40, 30, 120, 120}, 0.1, kSide, kSide); }

Image degraded(const Image& image, const Degradation& degradation, const CropFromImage& transform = cut()) {
    auto face = degradedCrop(image, transform, kSide, kSide, degradation);
    EXPECT_TRUE(face) << (face ? "" : face.error().message);
    return face ? std::move(*face) : Image();
}

double meanOf(const Image& image) {
    double sum = 0;
    for (const auto p : image.pixels) sum += p;
    return sum / static_cast<double>(image.pixels.size());
}

/// Mean squared difference of pixels side by side: what is sharp.
double detailOf(const Image& image) {
    double sum = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 1; x < image.width; ++x) sum += std::pow(image.row(y)[3 * x] - image.row(y)[3 * (x - 1)], 2);
    return sum / image.height / (image.width - 1);
}

double differenceOf(const Image& a, const Image& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) sum += std::abs(a.pixels[i] - b.pixels[i]);
    return sum / static_cast<double>(a.pixels.size());
}

/// Smooth enough for a photograph, with something everywhere.
Image scene() {
    Image image{200, 180, {}};
    image.pixels.resize(image.rowBytes() * 180);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c)
                image.row(y)[3 * x + c] = static_cast<std::uint8_t>(128 + 60 * std::sin(0.21 * x + c) * std::cos(0.17 * y) +
                                                                    40 * std::sin(0.9 * (x + y)));
    return image;
}

TEST(Degrade, NothingGivesTheVeryCrop) {
    const Image image = noise(200, 180, 1);
    EXPECT_EQ(degraded(image, {}).pixels, warpCrop(image, cut(), kSide, kSide).pixels);
    EXPECT_EQ(degraded(image, {.side = CoverSide::kLeft}).pixels, degraded(image, {}).pixels);
}

TEST(Degrade, IsTheSameEveryTimeAndKeepsTheSize) {
    const Degradation all{17, 0.3, CoverSide::kLeft, -1.5, 2.5, 0.4, 70};
    const Image image = scene(), first = degraded(image, all);
    EXPECT_EQ(first.width, kSide);
    EXPECT_EQ(first.height, kSide);
    EXPECT_EQ(first.pixels, degraded(image, all).pixels);
}

TEST(Degrade, BlurTakesDetailAwayAndKeepsTheLight) {
    const Image image = scene();
    double before = detailOf(degraded(image, {}));
    for (const double sigma : {0.5, 1.0, 2.0, 4.0, 8.0}) {
        const Image face = degraded(image, {.blur = sigma});
        EXPECT_LT(detailOf(face), before) << sigma;
        EXPECT_NEAR(meanOf(face), meanOf(degraded(image, {})), 2) << sigma;
        before = detailOf(face);
    }
}

TEST(Degrade, BlurIsAGaussianOfThatWidth) {
    // A step edge becomes the Gaussian's integral: 15.9 % at one σ.
    Image image = plain(kSide, kSide, 0, 0, 0);
    for (int y = 0; y < kSide; ++y)
        for (int x = 56; x < kSide; ++x)
            for (int c = 0; c < 3; ++c) image.row(y)[3 * x + c] = 255;
    const Image face = degraded(image, {.blur = 4}, stretchTransform(kSide, kSide, kSide, kSide));
    for (const int x : {48, 52, 55, 56, 60, 64}) {
        const double expected = 255 * 0.5 * std::erfc((55.5 - x) / 4 / std::sqrt(2.0));
        EXPECT_NEAR(face.row(50)[3 * x], expected, 2) << x;
    }
}

TEST(Degrade, ASmallFaceLosesDetail) {
    const Image image = scene();
    double before = detailOf(degraded(image, {}));
    for (const double scale : {0.5, 0.25, 0.1, 0.03}) {
        const Image face = degraded(image, {.scale = scale});
        EXPECT_LT(detailOf(face), before) << scale;
        EXPECT_NEAR(meanOf(face), meanOf(degraded(image, {})), 4) << scale;
        before = detailOf(face);
    }
}

TEST(Degrade, TheCoverIsGreyOfThatShareFromThatSide) {
    const Image image = plain(200, 180, 250, 10, 60);
    const auto covered = [&](CoverSide side, double share) {
        const Image face = degraded(image, {.occlusion = share, .side = side});
        double sum = 0;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) sum += (250 - face.row(y)[3 * x]) / (250.0 - 128);
        return sum / kSide / kSide;
    };
    for (const auto side : {CoverSide::kBottom, CoverSide::kTop, CoverSide::kLeft, CoverSide::kRight})
        for (const double share : {0.001, 0.1, 0.333, 0.5, 1.0}) EXPECT_NEAR(covered(side, share), share, 1e-3);
    const auto red = [&](CoverSide side, int x, int y) {
        return degraded(image, {.occlusion = 0.25, .side = side}).row(y)[3 * x];
    };
    EXPECT_EQ(red(CoverSide::kBottom, 50, 100), 128);
    EXPECT_EQ(red(CoverSide::kBottom, 50, 80), 250);
    EXPECT_EQ(red(CoverSide::kTop, 50, 10), 128);
    EXPECT_EQ(red(CoverSide::kLeft, 10, 50), 128);
    EXPECT_EQ(red(CoverSide::kRight, 100, 50), 128);
}

TEST(Degrade, OneStopLessIsHalfTheLight) {
    // sRGB: 188 holds half the linear light of white.
    EXPECT_NEAR(degraded(plain(200, 180, 255, 188, 0), {.exposure = -1}).row(50)[3 * 50], 188, 1);
    EXPECT_NEAR(degraded(plain(200, 180, 188, 188, 0), {.exposure = 1}).row(50)[3 * 50], 255, 1);
    EXPECT_EQ(degraded(plain(200, 180, 188, 188, 0), {.exposure = 3}).row(50)[3 * 50 + 2], 0);
    double before = 256;
    for (const double stops : {0.0, -1.0, -2.0, -4.0, -6.0}) {
        const double mean = meanOf(degraded(scene(), {.exposure = stops}));
        EXPECT_LT(mean, before);
        before = mean;
    }
}

TEST(Degrade, RotationTurnsTheFaceCounterClockwiseAboutItsMiddle) {
    // A quarter turn of a square crop is exact: what was on the right comes up.
    Image image = plain(kSide, kSide, 0, 0, 0);
    for (int y = 40; y < 72; ++y) image.row(y)[3 * 100] = image.row(y)[3 * 101] = 255;
    const auto same = stretchTransform(kSide, kSide, kSide, kSide);
    const Image face = degraded(image, {.rotation = 90}, same);
    EXPECT_GT(face.row(11)[3 * 50], 200);
    EXPECT_LT(face.row(100)[3 * 50], 20);
    EXPECT_LT(differenceOf(degraded(image, {.rotation = 180}, same), degraded(image, {.rotation = -180}, same)), 0.01);
    const Image wide = noise(200, 180, 3);
    // There is more of the image around the crop: nothing turns black in the corners.
    const auto inner = boxTransform({70, 60, 60, 60}, 0, kSide, kSide);
    EXPECT_EQ(degraded(plain(200, 180, 90, 90, 90), {.rotation = 45}, inner).row(0)[0], 90);
    EXPECT_GT(differenceOf(degraded(wide, {.rotation = 10}), degraded(wide, {})), 5);
}

TEST(Degrade, CompressionMovesTheFaceFartherTheStrongerItIs) {
    const Image image = scene(), face = degraded(image, {});
    double before = 0;
    for (const double compression : {5.0, 50.0, 80.0, 95.0, 99.0}) {
        const double difference = differenceOf(degraded(image, {.compression = compression}), face);
        EXPECT_GT(difference, before) << compression;
        before = difference;
    }
}

TEST(Degrade, SmallStepsAreSmallChanges) {
    const Image image = scene(), face = degraded(image, {});
    for (const Degradation& d : {Degradation{.rotation = 0.1}, Degradation{.occlusion = 0.002},
                                 Degradation{.exposure = -0.05}, Degradation{.blur = 0.2}})
        EXPECT_LT(differenceOf(degraded(image, d), face), 3) << describe(d);
}

TEST(Degradation, ValuesOutOfRangeAreRefusedByName) {
    for (const DegradationField& field : degradationFields()) {
        for (const double value :
             {field.low - 0.01, field.high + 0.01, std::nan(""), std::numeric_limits<double>::infinity()}) {
            Degradation degradation;
            degradation.*field.value = value;
            const auto face = degradedCrop(plain(20, 20, 1, 2, 3), cut(), kSide, kSide, degradation);
            ASSERT_FALSE(face) << field.key;
            EXPECT_EQ(face.error().code, ErrorCode::kInvalid);
            EXPECT_NE(face.error().message.find(field.title.words), std::string::npos) << face.error().message;
        }
        for (const double value : {field.low, field.high, field.neutral}) {
            Degradation degradation;
            degradation.*field.value = value;
            EXPECT_TRUE(degradedCrop(noise(90, 80, 2), cut(), kSide, kSide, degradation)) << field.key << value;
        }
        EXPECT_EQ(Degradation{}.*field.value, field.neutral);
        EXPECT_EQ(*degradationField(field.key), &field);
    }
    EXPECT_FALSE(degradedCrop(Image(), cut(), kSide, kSide, {}));
    EXPECT_FALSE(degradationField("noise"));
}

TEST(Degradation, IsSaidInWords) {
    EXPECT_EQ(describe({}), "none");
    EXPECT_EQ(describe({.occlusion = 0.25, .side = CoverSide::kTop, .blur = 2}), "occlusion 0.25 from the top, blur 2 px");
    for (const auto side : {CoverSide::kBottom, CoverSide::kTop, CoverSide::kLeft, CoverSide::kRight})
        EXPECT_EQ(*coverSideFromString(toString(side)), side);
    EXPECT_FALSE(coverSideFromString("above"));
}

}  // namespace
}  // namespace facespace
