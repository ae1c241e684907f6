#include "core/face/align.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <opencv2/imgproc.hpp>

namespace facespace {
namespace {

using Complex = std::complex<double>;

Complex complexOf(const Point2& p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

Complex meanOf(const Landmarks& landmarks) {
    Complex sum = 0;
    for (const Point2& p : landmarks) sum += complexOf(p);
    return sum / static_cast<double>(landmarks.size());
}

/// Crop pixels per image pixel in the direction that shrinks most: the smaller singular value of the linear part.
double smallestScale(const CropFromImage& t) {
    const double conformal = std::hypot(t[0] + t[4], t[3] - t[1]) / 2, mirrored = std::hypot(t[0] - t[4], t[3] + t[1]) / 2;
    return std::abs(conformal - mirrored);
}

/// Takes pixel centres onto pixel centres: the corner (-0.5, -0.5) of the source rectangle goes to that of the crop.
CropFromImage rectangleTransform(double x, double y, double width, double height, int cropWidth, int cropHeight) {
    const double sx = cropWidth / width, sy = cropHeight / height;
    return {sx, 0, (0.5 - x) * sx - 0.5, 0, sy, (0.5 - y) * sy - 0.5};
}

cv::Mat matOf(const Image& image) {
    // Only looked at; cv::Mat has no const form.
    return {image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()), image.rowBytes()};
}

/// The part of the image that the crop shows, with a border for interpolation; empty if it shows nothing of it.
cv::Rect visiblePart(const Image& image, const CropFromImage& t, int width, int height) {
    const double determinant = t[0] * t[4] - t[1] * t[3];
    double lowX = 1e9, lowY = 1e9, highX = -1e9, highY = -1e9;
    for (const double cx : {-1.0, static_cast<double>(width)}) {
        for (const double cy : {-1.0, static_cast<double>(height)}) {
            const double dx = cx - t[2], dy = cy - t[5];
            const double x = (t[4] * dx - t[1] * dy) / determinant, y = (t[0] * dy - t[3] * dx) / determinant;
            lowX = std::min(lowX, x), highX = std::max(highX, x);
            lowY = std::min(lowY, y), highY = std::max(highY, y);
        }
    }
    const auto clampTo = [](double v, int side) { return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(side))); };
    const int x0 = clampTo(std::floor(lowX) - 2, image.width), x1 = clampTo(std::ceil(highX) + 3, image.width);
    const int y0 = clampTo(std::floor(lowY) - 2, image.height), y1 = clampTo(std::ceil(highY) + 3, image.height);
    return {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace

std::optional<CropFromImage> similarityTransform(const Landmarks& from, const Landmarks& to) {
    // In the plane, as complex numbers, Umeyama's solution is the regression to = a·from + b: a holds rotation and scale.
    const Complex fromMean = meanOf(from), toMean = meanOf(to);
    Complex covariance = 0;
    double variance = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const Complex x = complexOf(from[i]) - fromMean;
        covariance += std::conj(x) * (complexOf(to[i]) - toMean);
        variance += std::norm(x);
    }
    const Complex a = covariance / variance, b = toMean - a * fromMean;
    if (!(variance > 1e-6) || !(std::norm(a) > 1e-12) || !std::isfinite(std::norm(a) + std::norm(b))) return std::nullopt;
    return CropFromImage{a.real(), -a.imag(), b.real(), a.imag(), a.real(), b.imag()};
}

CropFromImage boxTransform(const FaceBox& box, double margin, int width, int height) {
    const double w = static_cast<double>(box.width), h = static_cast<double>(box.height);
    const double side = std::max({w, h, 1.0}) * std::max(0.1, 1.0 + 2.0 * margin);
    const double cx = static_cast<double>(box.x) + w / 2.0, cy = static_cast<double>(box.y) + h / 2.0;
    // A crop that is no square shows more along its longer side instead of being stretched.
    const double scale = std::min(width, height) / side;
    const double shownWidth = width / scale, shownHeight = height / scale;
    return rectangleTransform(cx - shownWidth / 2.0, cy - shownHeight / 2.0, shownWidth, shownHeight, width, height);
}

CropFromImage centreTransform(int imageWidth, int imageHeight, int width, int height) {
    const double scale = std::max(static_cast<double>(width) / imageWidth, static_cast<double>(height) / imageHeight);
    const double shownWidth = width / scale, shownHeight = height / scale;
    return rectangleTransform((imageWidth - shownWidth) / 2.0, (imageHeight - shownHeight) / 2.0, shownWidth, shownHeight,
                              width, height);
}

CropFromImage stretchTransform(int imageWidth, int imageHeight, int width, int height) {
    return rectangleTransform(0, 0, imageWidth, imageHeight, width, height);
}

Image warpCrop(const Image& image, const CropFromImage& transform, int width, int height) {
    Image crop{width, height,
               std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, 0)};
    const bool finite = std::all_of(transform.begin(), transform.end(), [](double v) { return std::isfinite(v); });
    const double scale = finite ? smallestScale(transform) : 0.0;
    if (image.empty() || scale <= 0.0) return crop;
    // Only the visible part: large photographs with small faces cost no more than the face.
    const cv::Rect part = visiblePart(image, transform, width, height);
    if (part.width <= 0 || part.height <= 0) return crop;
    cv::Mat source = matOf(image)(part);

    CropFromImage t = transform;
    t[2] += t[0] * part.x + t[1] * part.y;
    t[5] += t[3] * part.x + t[4] * part.y;
    if (scale < 0.5) {
        // Averages so far that the warp shrinks by at most two; pixel centres: x_small = (x + ½)·s − ½.
        const int w = std::max(1, static_cast<int>(std::lround(part.width * scale * 2.0)));
        const int h = std::max(1, static_cast<int>(std::lround(part.height * scale * 2.0)));
        cv::Mat small;
        cv::resize(source, small, cv::Size(w, h), 0, 0, cv::INTER_AREA);
        const double sx = static_cast<double>(part.width) / w, sy = static_cast<double>(part.height) / h;
        t[2] += t[0] * (sx - 1) / 2 + t[1] * (sy - 1) / 2;
        t[5] += t[3] * (sx - 1) / 2 + t[4] * (sy - 1) / 2;
        t[0] *= sx, t[3] *= sx, t[1] *= sy, t[4] *= sy;
        source = small;
    }
    const cv::Mat matrix(2, 3, CV_64F, t.data());
    cv::Mat target(height, width, CV_8UC3, crop.pixels.data(), crop.rowBytes());
    cv::warpAffine(source, target, matrix, target.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(0));
    return crop;
}

}  // namespace facespace
