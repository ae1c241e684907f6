#include "core/image/resize.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace facespace {

Image resized(const Image& image, int width, int height) {
    if (image.empty() || width < 1 || height < 1)
        throw std::logic_error("resized() needs an image and a size of at least 1 × 1");
    Image result{width, height, {}};
    result.pixels.resize(static_cast<std::size_t>(height) * result.rowBytes());
    const cv::Mat from(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
    cv::Mat to(height, width, CV_8UC3, result.pixels.data());
    // OpenCV's area mode falls back to a nearest-like rule if either axis grows; shrink first, then enlarge.
    const bool grows = width > image.width || height > image.height;
    const bool shrinks = width < image.width || height < image.height;
    if (grows && shrinks) {
        cv::Mat smaller;
        cv::resize(from, smaller, cv::Size(std::min(width, image.width), std::min(height, image.height)), 0, 0,
                   cv::INTER_AREA);
        cv::resize(smaller, to, to.size(), 0, 0, cv::INTER_LINEAR);
    } else {
        cv::resize(from, to, to.size(), 0, 0, grows ? cv::INTER_LINEAR : cv::INTER_AREA);
    }
    return result;
}

Image blurredBeyondRecognition(const Image& face, int side) {
    constexpr int kFewPixels = 6;
    return resized(resized(face, kFewPixels, kFewPixels), side, side);
}

Image fitted(const Image& image, int maxSide) {
    const int side = std::max(image.width, image.height);
    if (side <= maxSide) return image;
    const double scale = static_cast<double>(maxSide) / side;
    const auto scaled = [scale](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    return resized(image, scaled(image.width), scaled(image.height));
}

}  // namespace facespace
