#include "core/face/align.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <random>

using namespace facespace;

namespace {

const Landmarks kTemplate{
    {{38.2946F, 51.6963F}, {73.5318F, 51.5014F}, {56.0252F, 71.7366F}, {41.5493F, 92.3655F}, {70.7299F, 92.2041F}}};

Point2 apply(const CropFromImage& t, const Point2& p) {
    return {static_cast<float>(t[0] * p.x + t[1] * p.y + t[2]), static_cast<float>(t[3] * p.x + t[4] * p.y + t[5])};
}

double squaredError(const CropFromImage& t, const Landmarks& from, const Landmarks& to) {
    double sum = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        const Point2 p = apply(t, from[i]);
        sum += std::pow(p.x - to[i].x, 2) + std::pow(p.y - to[i].y, 2);
    }
    return sum;
}

CropFromImage similarity(double scale, double angle, double x, double y) {
    const double c = scale * std::cos(angle), s = scale * std::sin(angle);
    return {c, -s, x, s, c, y};
}

Landmarks moved(const Landmarks& from, const CropFromImage& t) {
    Landmarks to;
    for (std::size_t i = 0; i < 5; ++i) to[i] = apply(t, from[i]);
    return to;
}

/// A picture that is linear in x and y, so that its value anywhere is known.
Image ramp(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.pixels.insert(image.pixels.end(), {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), 7});
    return image;
}

}  // namespace

TEST(Similarity, RecoversAKnownOne) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (int trial = 0; trial < 200; ++trial) {
        const CropFromImage truth =
            similarity(std::exp(uniform(random) * 2), uniform(random) * 3.1, uniform(random) * 300, uniform(random) * 300);
        const auto found = similarityTransform(kTemplate, moved(kTemplate, truth));
        ASSERT_TRUE(found);
        for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR((*found)[i], truth[i], 2e-4 * (1 + std::abs(truth[i])));
    }
}

TEST(Similarity, IsTheBestOneForNoisyPoints) {
    std::mt19937 random(2);
    std::normal_distribution<float> noise(0, 3);
    for (int trial = 0; trial < 50; ++trial) {
        Landmarks from = kTemplate;
        for (auto& p : from) p = {p.x * 2 + noise(random), p.y * 2 + noise(random)};
        const auto found = similarityTransform(from, kTemplate);
        ASSERT_TRUE(found);
        EXPECT_DOUBLE_EQ((*found)[0], (*found)[4]);
        EXPECT_DOUBLE_EQ((*found)[1], -(*found)[3]);
        const double best = squaredError(*found, from, kTemplate);
        const double scale = std::hypot((*found)[0], (*found)[3]), angle = std::atan2((*found)[3], (*found)[0]);
        for (const double d : {-1e-3, 1e-3}) {
            EXPECT_LE(best, squaredError(similarity(scale + d, angle, (*found)[2], (*found)[5]), from, kTemplate) + 1e-3);
            EXPECT_LE(best, squaredError(similarity(scale, angle + d, (*found)[2], (*found)[5]), from, kTemplate) + 1e-3);
            EXPECT_LE(best,
                      squaredError(similarity(scale, angle, (*found)[2] + 100 * d, (*found)[5]), from, kTemplate) + 1e-3);
        }
    }
}

TEST(Similarity, NeverMirrors) {
    Landmarks mirrored = kTemplate;
    for (auto& p : mirrored) p.x = 112 - p.x;
    const auto found = similarityTransform(mirrored, kTemplate);
    if (found) {
        EXPECT_GT((*found)[0] * (*found)[4] - (*found)[1] * (*found)[3], 0);
    }
}

TEST(Similarity, HasNothingForCoincidingOrMissingPoints) {
    Landmarks same;
    same.fill({10, 20});
    EXPECT_FALSE(similarityTransform(same, kTemplate));
    EXPECT_FALSE(similarityTransform(kTemplate, same));
    Landmarks missing = kTemplate;
    missing[2].x = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(similarityTransform(missing, kTemplate));
}

TEST(Crop, TheIdentityKeepsEveryPixel) {
    const Image image = ramp(60, 40);
    EXPECT_EQ(warpCrop(image, {1, 0, 0, 0, 1, 0}, 60, 40).pixels, image.pixels);
    EXPECT_EQ(warpCrop(image, stretchTransform(60, 40, 60, 40), 60, 40).pixels, image.pixels);
    EXPECT_EQ(warpCrop(image, centreTransform(60, 40, 60, 40), 60, 40).pixels, image.pixels);
}

TEST(Crop, ShowsTheRightPlaceAtEveryScale) {
    const Image image = ramp(250, 250);
    for (const double scale : {2.0, 1.0, 0.7, 0.4, 0.25}) {
        // The image's (125, 110) goes to the crop's (20, 15).
        const CropFromImage t{scale, 0, 20 - 125 * scale, 0, scale, 15 - 110 * scale};
        const Image crop = warpCrop(image, t, 41, 31);
        EXPECT_NEAR(crop.row(15)[20 * 3], 125, 1.01) << scale;
        EXPECT_NEAR(crop.row(15)[20 * 3 + 1], 110, 1.01) << scale;
        EXPECT_NEAR(crop.row(10)[25 * 3], 125 + 5 / scale, 1.01) << scale;
        EXPECT_NEAR(crop.row(10)[25 * 3 + 1], 110 - 5 / scale, 1.01) << scale;
    }
}

TEST(Crop, TurnsClockwiseForAPositiveAngle) {
    const Image image = ramp(200, 200);
    // A quarter turn about (100, 100) that takes the image's x axis to the crop's y axis.
    const CropFromImage t{0, -1, 200, 1, 0, 0};
    const Image crop = warpCrop(image, t, 200, 200);
    EXPECT_EQ(crop.row(60)[150 * 3], 60);
    EXPECT_EQ(crop.row(60)[150 * 3 + 1], 50);
}

TEST(Crop, ShrinkingDoesNotAlias) {
    Image stripes{400, 400, {}};
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 400; ++x) stripes.pixels.insert(stripes.pixels.end(), 3, x % 2 == 0 ? 0 : 200);
    const Image crop = warpCrop(stripes, stretchTransform(400, 400, 50, 50), 50, 50);
    for (int x = 2; x < 48; ++x) EXPECT_NEAR(crop.row(25)[x * 3], 100, 8);
}

TEST(Crop, OutsideTheImageIsBlack) {
    const Image image{10, 10, std::vector<std::uint8_t>(300, 255)};
    const Image crop = warpCrop(image, boxTransform({-10, -10, 20, 20}, 0, 20, 20), 20, 20);
    EXPECT_EQ(crop.row(5)[5 * 3], 0);
    EXPECT_EQ(crop.row(15)[15 * 3], 255);
    const Image away = warpCrop(image, {1, 0, 1e7, 0, 1, 1e7}, 8, 8);
    EXPECT_EQ(away.pixels, std::vector<std::uint8_t>(8 * 8 * 3, 0));
}

TEST(Crop, ABoxIsCentredWithItsMargin) {
    const CropFromImage t = boxTransform({40, 20, 50, 100}, 0.25, 112, 112);
    const double scale = 112 / 150.0;
    EXPECT_NEAR(t[0], scale, 1e-12);
    EXPECT_NEAR(t[0] * (65 - 0.5) + t[2], 55.5, 1e-9);  // The box's centre is the crop's.
    EXPECT_NEAR(t[4] * (70 - 0.5) + t[5], 55.5, 1e-9);
    const CropFromImage wide = boxTransform({0, 0, 100, 100}, 0, 200, 100);
    EXPECT_DOUBLE_EQ(wide[0], wide[4]);
}

TEST(Crop, NonsenseGivesABlackCrop) {
    const Image image = ramp(20, 20);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::uint8_t> black(4 * 4 * 3, 0);
    EXPECT_EQ(warpCrop(image, {nan, 0, 0, 0, 1, 0}, 4, 4).pixels, black);
    EXPECT_EQ(warpCrop(image, {0, 0, 0, 0, 0, 0}, 4, 4).pixels, black);
    EXPECT_EQ(warpCrop(Image{}, {1, 0, 0, 0, 1, 0}, 4, 4).pixels, black);
    EXPECT_EQ(warpCrop(image, boxTransform({5, 5, 0, 0}, 0, 4, 4), 4, 4).width, 4);
}
