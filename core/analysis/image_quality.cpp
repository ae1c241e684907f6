#include "core/analysis/image_quality.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numbers>
#include <numeric>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/common/library_reason.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

/// Luminance with the weights of ITU-R BT.709, 8 bit.
cv::Mat luminance(const Image& image) {
    cv::Mat grey(image.height, image.width, CV_8UC1);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* from = image.row(y);
        auto* to = grey.ptr<std::uint8_t>(y);
        for (int x = 0; x < image.width; ++x)
            to[x] = static_cast<std::uint8_t>(
                std::lround(0.2126 * from[3 * x] + 0.7152 * from[3 * x + 1] + 0.0722 * from[3 * x + 2]));
    }
    return grey;
}

/// The face in an aligned crop: an ellipse that leaves out most of the background and of the black outside the image.
cv::Mat faceMask(int width, int height) {
    cv::Mat mask = cv::Mat::zeros(height, width, CV_8UC1);
    cv::ellipse(mask, {width / 2, height / 2}, {width * 42 / 100, height * 46 / 100}, 0, 0, 360, cv::Scalar(255),
                cv::FILLED);
    return mask;
}

double sigmoid(double x, double centre, double width) { return 1 / (1 + std::exp((centre - x) / width)); }
double percent(double value) { return std::clamp(std::round(value), 0.0, 100.0); }

double laplacianVariance(const cv::Mat& grey, const cv::Mat& mask) {
    cv::Mat laplacian;
    cv::Laplacian(grey, laplacian, CV_64F, 1);
    cv::Scalar mean, deviation;
    cv::meanStdDev(laplacian, mean, deviation, mask);
    return deviation[0] * deviation[0];
}

/// Share of the steps along one direction that a 9-pixel mean leaves.
double blurAlong(const cv::Mat& grey, const cv::Mat& mask, bool vertical) {
    cv::Mat sharp, blurred;
    grey.convertTo(sharp, CV_64F);
    cv::blur(sharp, blurred, vertical ? cv::Size(1, 9) : cv::Size(9, 1), cv::Point(-1, -1), cv::BORDER_REFLECT);
    const int dy = vertical ? 1 : 0, dx = vertical ? 0 : 1;
    double steps = 0, lost = 0;
    for (int y = dy; y < grey.rows; ++y)
        for (int x = dx; x < grey.cols; ++x) {
            if (mask.at<std::uint8_t>(y, x) == 0 || mask.at<std::uint8_t>(y - dy, x - dx) == 0) continue;
            const double before = std::abs(sharp.at<double>(y, x) - sharp.at<double>(y - dy, x - dx));
            const double after = std::abs(blurred.at<double>(y, x) - blurred.at<double>(y - dy, x - dx));
            steps += before;
            lost += std::max(0.0, before - after);
        }
    return steps > 0 ? (steps - lost) / steps : kNoValue;
}

/// Whole pixels of each luminance: shares are divided once, so that two images with as many dark pixels have the same share
/// to the last bit, and tie.
struct Tones {
    std::array<std::int64_t, 256> counts{};
    std::int64_t pixels = 0;
    std::int64_t from(std::size_t low, std::size_t high) const {
        return std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(low),
                               counts.begin() + static_cast<std::ptrdiff_t>(high) + 1, std::int64_t{0});
    }
    double share(std::int64_t count) const { return static_cast<double>(count) / static_cast<double>(pixels); }
};

Tones tonesOf(const cv::Mat& grey, const cv::Mat& mask) {
    Tones tones;
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x)
            if (mask.at<std::uint8_t>(y, x) != 0) {
                ++tones.counts[grey.at<std::uint8_t>(y, x)];
                ++tones.pixels;
            }
    return tones;
}

void setTones(const Tones& tones, ImageQuality& q) {
    const auto set = [&](QualityMeasure m, double raw, double component) {
        q.raw[static_cast<std::size_t>(m)] = raw;
        q.component[static_cast<std::size_t>(m)] = component;
    };
    // A face has fewer than 2⁴⁰ pixels: sums of squares of 8-bit values are whole, too.
    std::int64_t sum = 0, squares = 0;
    double entropy = 0;
    for (std::size_t i = 0; i < 256; ++i) {
        const std::int64_t count = tones.counts[i], level = static_cast<std::int64_t>(i);
        sum += count * level;
        squares += count * level * level;
        if (const double h = tones.share(count); h > 0) entropy -= h * std::log2(h);
    }
    const double dark = tones.share(tones.from(0, 25)), light = tones.share(tones.from(247, 255));
    const double mean = tones.share(sum) / 255;
    const auto pixels = static_cast<double>(tones.pixels);
    const double variance = static_cast<double>(tones.pixels * squares - sum * sum) / (pixels * pixels * 255.0 * 255.0);
    set(QualityMeasure::kBrightness, mean, percent(100 * sigmoid(mean, 0.2, 0.05) * (1 - sigmoid(mean, 0.8, 0.05))));
    set(QualityMeasure::kContrast, std::sqrt(variance),
        percent(100 * std::sin(60 * variance / (60 * variance + 1) * std::numbers::pi)));
    set(QualityMeasure::kDynamicRange, entropy, std::clamp(12.5 * entropy, 0.0, 100.0));
    set(QualityMeasure::kUnderExposure, dark, percent(120 * (0.832 - sigmoid(dark, 0.92, 0.05))));
    set(QualityMeasure::kOverExposure, light, percent(1 / (light + 0.01)));
}

/// Mean step across the grid, and elsewhere, along one direction.
double gridRatio(const cv::Mat& grey, int x0, int y0, bool vertical) {
    double grid = 0, gridCount = 0, other = 0, otherCount = 0;
    const int dy = vertical ? 1 : 0, dx = vertical ? 0 : 1;
    for (int y = dy; y < grey.rows; ++y)
        for (int x = dx; x < grey.cols; ++x) {
            const double step = std::abs(int{grey.at<std::uint8_t>(y, x)} - int{grey.at<std::uint8_t>(y - dy, x - dx)});
            const bool onGrid = (vertical ? y + y0 : x + x0) % 8 == 0;
            (onGrid ? grid : other) += step;
            (onGrid ? gridCount : otherCount) += 1;
        }
    return other > 0 && gridCount > 0 ? grid / gridCount / (other / otherCount) : kNoValue;
}
}  // namespace

const std::array<QualityMeasureInfo, kQualityMeasureCount>& qualityMeasures() {
    static const std::array<QualityMeasureInfo, kQualityMeasureCount> measures{{
        {"inter_eye_distance", Phrase("Inter-eye distance"), "px", 1, Phrase("Inter-eye distance (0–100)")},
        {"face_size", Phrase("Face box size"), "px", 1, std::nullopt},
        {"sharpness", Phrase("Sharpness (Laplacian variance)"), "", 1, std::nullopt},
        {"blur", Phrase("Blur (no reference)"), "", -1, std::nullopt},
        {"brightness", Phrase("Brightness"), "", 0, Phrase("Luminance mean (0–100)")},
        {"contrast", Phrase("Contrast"), "", 0, Phrase("Luminance variance (0–100)")},
        {"dynamic_range", Phrase("Dynamic range"), "bit", 1, Phrase("Dynamic range (0–100)")},
        {"under_exposure", Phrase("Under-exposed pixels"), "", -1, Phrase("Under-exposure prevention (0–100)")},
        {"over_exposure", Phrase("Over-exposed pixels"), "", -1, Phrase("Over-exposure prevention (0–100)")},
        {"blockiness", Phrase("Blockiness (compression)"), "", -1, std::nullopt},
    }};
    return measures;
}

double blockiness(const Image& stored, int x, int y, int width, int height) {
    const int x0 = std::clamp(x, 0, stored.width), y0 = std::clamp(y, 0, stored.height);
    const int x1 = std::clamp(x + width, x0, stored.width), y1 = std::clamp(y + height, y0, stored.height);
    if (x1 - x0 < 24 || y1 - y0 < 24) return kNoValue;
    const cv::Mat part = luminance(stored)(cv::Rect(x0, y0, x1 - x0, y1 - y0));
    return (gridRatio(part, x0, y0, false) + gridRatio(part, x0, y0, true)) / 2;
}

Result<ImageQuality> measureImageQuality(const Image& crop, const Image* stored, const std::optional<Landmarks>& landmarks,
                                         const std::optional<FaceBox>& box) {
    if (crop.width < 16 || crop.height < 16)
        return fail(ErrorCode::kInvalid,
                    say("A face of fewer than 16 × 16 pixels has no measurable image quality; use larger crops."));
    try {
        ImageQuality q;
        q.raw.fill(kNoValue);
        q.component.fill(kNoValue);
        const auto set = [&](QualityMeasure m, double raw) { q.raw[static_cast<std::size_t>(m)] = raw; };
        if (landmarks) {
            const double distance = std::hypot((*landmarks)[1].x - (*landmarks)[0].x, (*landmarks)[1].y - (*landmarks)[0].y);
            set(QualityMeasure::kInterEyeDistance, distance);
            q.component[static_cast<std::size_t>(QualityMeasure::kInterEyeDistance)] =
                percent(100 * sigmoid(distance, 70, 20));
        }
        if (box && box->width > 0 && box->height > 0)
            set(QualityMeasure::kFaceSize, std::sqrt(static_cast<double>(box->width) * static_cast<double>(box->height)));
        const cv::Mat grey = luminance(crop), mask = faceMask(crop.width, crop.height);
        set(QualityMeasure::kSharpness, laplacianVariance(grey, mask));
        set(QualityMeasure::kBlur, std::max(blurAlong(grey, mask, false), blurAlong(grey, mask, true)));
        setTones(tonesOf(grey, mask), q);
        if (stored != nullptr && !stored->empty())
            set(QualityMeasure::kBlockiness, box ? blockiness(*stored, static_cast<int>(box->x), static_cast<int>(box->y),
                                                              static_cast<int>(box->width), static_cast<int>(box->height))
                                                 : blockiness(*stored, 0, 0, stored->width, stored->height));
        return q;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for this image."));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kInvalid, say("The image's quality cannot be measured ({}).", libraryReason(e)));
    }
}

}  // namespace facespace
