#include "core/analysis/image_quality.h"

#include <gtest/gtest.h>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <set>
#include <string>

namespace facespace {
namespace {

template <class Value>
Image painted(int width, int height, const Value& value) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) image.pixels.insert(image.pixels.end(), 3, static_cast<std::uint8_t>(value(x, y)));
    return image;
}
Image noise(int size) {
    boost::random::mt19937 random(3);
    boost::random::uniform_int_distribution<int> byte(0, 255);
    return painted(size, size, [&](int, int) { return byte(random); });
}
Image smoothed(const Image& image, int radius) {
    return painted(image.width, image.height, [&](int x, int y) {
        double sum = 0, count = 0;
        for (int dy = -radius; dy <= radius; ++dy)
            for (int dx = -radius; dx <= radius; ++dx)
                if (x + dx >= 0 && x + dx < image.width && y + dy >= 0 && y + dy < image.height) {
                    sum += image.row(y + dy)[3 * (x + dx)];
                    count += 1;
                }
        return std::lround(sum / count);
    });
}
ImageQuality measure(const Image& crop, const Image* stored = nullptr) {
    const auto q = measureImageQuality(crop, stored, {}, {});
    EXPECT_TRUE(q);
    return *q;
}

TEST(ImageQuality, BlurLowersSharpnessAndRaisesBlur) {
    const Image sharp = painted(112, 112, [](int x, int y) { return (x / 16 + y / 16) % 2 == 0 ? 220 : 40; });
    double lastSharpness = measure(sharp)[QualityMeasure::kSharpness], lastBlur = measure(sharp)[QualityMeasure::kBlur];
    EXPECT_LT(lastBlur, 0.3);
    for (const int radius : {1, 2, 4}) {
        const auto q = measure(smoothed(sharp, radius));
        EXPECT_LT(q[QualityMeasure::kSharpness], lastSharpness / 2);
        EXPECT_GT(q[QualityMeasure::kBlur], lastBlur + 0.05);
        lastSharpness = q[QualityMeasure::kSharpness];
        lastBlur = q[QualityMeasure::kBlur];
    }
    EXPECT_LE(lastBlur, 1);
}

TEST(ImageQuality, LaplacianVarianceOfAPattern) {
    // A checkerboard of 0 and 10 has a Laplacian of ±40.
    EXPECT_NEAR(
        measure(painted(112, 112, [](int x, int y) { return (x + y) % 2 == 0 ? 10 : 0; }))[QualityMeasure::kSharpness], 1600,
        1);
    EXPECT_EQ(measure(painted(112, 112, [](int x, int) { return x; }))[QualityMeasure::kSharpness], 0);
}

TEST(ImageQuality, TonesOfKnownImages) {
    const auto flat = measure(painted(112, 112, [](int, int) { return 102; }));
    EXPECT_DOUBLE_EQ(flat[QualityMeasure::kBrightness], 0.4);
    EXPECT_EQ(flat[QualityMeasure::kContrast], 0);
    EXPECT_EQ(flat[QualityMeasure::kDynamicRange], 0);
    EXPECT_TRUE(std::isnan(flat[QualityMeasure::kBlur]));
    const auto halves = measure(painted(112, 112, [](int, int y) { return y % 2 == 0 ? 0 : 255; }));
    EXPECT_NEAR(halves[QualityMeasure::kBrightness], 0.5, 0.01);
    EXPECT_NEAR(halves[QualityMeasure::kContrast], 0.5, 0.01);
    EXPECT_NEAR(halves[QualityMeasure::kDynamicRange], 1, 0.001);
    EXPECT_NEAR(halves[QualityMeasure::kUnderExposure], 0.5, 0.01);
    EXPECT_NEAR(halves[QualityMeasure::kOverExposure], 0.5, 0.01);
    EXPECT_NEAR(measure(noise(112))[QualityMeasure::kDynamicRange], 8, 0.1);
    EXPECT_EQ(measure(painted(64, 64, [](int, int) { return 25; }))[QualityMeasure::kUnderExposure], 1);
    EXPECT_EQ(measure(painted(64, 64, [](int, int) { return 26; }))[QualityMeasure::kUnderExposure], 0);
    EXPECT_EQ(measure(painted(64, 64, [](int, int) { return 247; }))[QualityMeasure::kOverExposure], 1);
    EXPECT_EQ(measure(painted(64, 64, [](int, int) { return 246; }))[QualityMeasure::kOverExposure], 0);
}

TEST(ImageQuality, ComponentsAreBetweenZeroAndHundred) {
    const auto at = [](const ImageQuality& q, QualityMeasure m) { return q.component[static_cast<std::size_t>(m)]; };
    const auto dark = measure(painted(64, 64, [](int, int) { return 5; })), good = measure(noise(112));
    EXPECT_LT(at(dark, QualityMeasure::kUnderExposure), 30);
    EXPECT_GT(at(good, QualityMeasure::kUnderExposure), 95);
    EXPECT_LT(at(dark, QualityMeasure::kBrightness), 10);
    EXPECT_GT(at(good, QualityMeasure::kBrightness), 95);
    EXPECT_EQ(at(dark, QualityMeasure::kOverExposure), 100);
    for (const auto& q : {dark, good})
        for (const double c : q.component) EXPECT_TRUE(std::isnan(c) || (c >= 0 && c <= 100));
}

TEST(ImageQuality, BlockinessSeesTheGridOnly) {
    const Image plain = noise(160);
    // Each 8 × 8 block gets its own offset: steps on the grid only.
    const Image blocky =
        painted(160, 160, [&](int x, int y) { return 100 + (x / 8 * 37 + y / 8 * 91) % 60 + plain.row(y)[3 * x] % 4; });
    const Image shifted =
        painted(160, 160, [&](int x, int y) { return blocky.row(std::min(159, y + 3))[3 * std::min(159, x + 3)]; });
    EXPECT_NEAR(measure(plain, &plain)[QualityMeasure::kBlockiness], 1, 0.05);
    EXPECT_GT(measure(plain, &blocky)[QualityMeasure::kBlockiness], 5);
    EXPECT_LT(measure(plain, &shifted)[QualityMeasure::kBlockiness], 0.5);
    EXPECT_GT(blockiness(blocky, 13, 21, 90, 80), 5);
    EXPECT_TRUE(std::isnan(blockiness(blocky, 150, 150, 90, 80)));
}

TEST(ImageQuality, SizesAndRefusals) {
    const Image crop = noise(112);
    const Landmarks landmarks{{{10, 20}, {13, 24}, {0, 0}, {0, 0}, {0, 0}}};
    const auto q = measureImageQuality(crop, nullptr, landmarks, FaceBox{0, 0, 40, 90});
    ASSERT_TRUE(q);
    EXPECT_DOUBLE_EQ((*q)[QualityMeasure::kInterEyeDistance], 5);
    EXPECT_DOUBLE_EQ((*q)[QualityMeasure::kFaceSize], 60);
    EXPECT_TRUE(std::isnan((*q)[QualityMeasure::kBlockiness]));
    EXPECT_TRUE(std::isnan(measure(crop)[QualityMeasure::kInterEyeDistance]));
    EXPECT_FALSE(measureImageQuality(noise(8), nullptr, {}, {}));
    std::set<std::string> keys;
    for (const auto& info : qualityMeasures()) keys.insert(info.key);
    EXPECT_EQ(keys.size(), kQualityMeasureCount);
}

TEST(ImageQuality, AsManyDarkPixelsAreTheSameShareToTheLastBit) {
    // Shares are ranked: two images with as many dark pixels must tie, in whatever tones these are.
    boost::random::mt19937 random(5);
    boost::random::uniform_int_distribution<int> tone(0, 25), light(247, 255);
    const auto dark = [](int x, int y) { return (7 * x + 3 * y) % 10 < 4; };
    const double one =
        measure(painted(112, 112, [&](int x, int y) { return dark(x, y) ? 0 : 255; }))[QualityMeasure::kUnderExposure];
    EXPECT_NEAR(one, 0.4, 0.01);
    for (int k = 0; k < 20; ++k) {
        const auto q = measure(painted(112, 112, [&](int x, int y) { return dark(x, y) ? tone(random) : light(random); }));
        EXPECT_EQ(q[QualityMeasure::kUnderExposure], one);
        EXPECT_EQ(
            q[QualityMeasure::kOverExposure],
            measure(painted(112, 112, [&](int x, int y) { return dark(x, y) ? 0 : 255; }))[QualityMeasure::kOverExposure]);
    }
}

}  // namespace
}  // namespace facespace
