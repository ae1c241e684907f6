#include "core/probe/degrade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "core/common/library_reason.h"
#include "core/image/encode.h"
#include "core/image/jpeg.h"
#include "core/image/resize.h"

namespace facespace {
namespace {

constexpr double kCoverGrey = 128;

/// The crop turned about its middle; pixel centres are at whole numbers.
CropFromImage turned(const CropFromImage& t, double degrees, int width, int height) {
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double x = (width - 1) / 2.0, y = (height - 1) / 2.0;
    // Rows run downwards, so (x, y) → (c x + s y, −s x + c y) is counter-clockwise to the eye.
    return {c * t[0] + s * t[3],  c * t[1] + s * t[4],  c * (t[2] - x) + s * (t[5] - y) + x,
            -s * t[0] + c * t[3], -s * t[1] + c * t[4], -s * (t[2] - x) + c * (t[5] - y) + y};
}

/// How much of the pixel `at` of `length` is under a cover of a share of the length that comes from the low end. Pixels at
/// the cover's edge are covered in part, so that a small step of the share is a small step of the picture.
double coverage(int at, int length, double share) { return std::clamp(share * length - at, 0.0, 1.0); }

void cover(Image& image, double share, CoverSide side) {
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            double covered = 0;
            switch (side) {
                case CoverSide::kTop:
                    covered = coverage(y, image.height, share);
                    break;
                case CoverSide::kBottom:
                    covered = coverage(image.height - 1 - y, image.height, share);
                    break;
                case CoverSide::kLeft:
                    covered = coverage(x, image.width, share);
                    break;
                case CoverSide::kRight:
                    covered = coverage(image.width - 1 - x, image.width, share);
                    break;
            }
            if (covered <= 0) continue;
            std::uint8_t* pixel = image.row(y) + static_cast<std::ptrdiff_t>(3) * x;
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] =
                    static_cast<std::uint8_t>(std::lround(covered * kCoverGrey + (1 - covered) * pixel[channel]));
        }
    }
}

/// sRGB (IEC 61966-2-1), 0 … 1.
double linearOf(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double encodedOf(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }

void expose(Image& image, double stops) {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t v = 0; v < table.size(); ++v) {
        const double light = linearOf(static_cast<double>(v) / 255) * std::exp2(stops);
        table[v] = static_cast<std::uint8_t>(std::lround(255 * encodedOf(std::min(light, 1.0))));
    }
    for (auto& pixel : image.pixels) pixel = table[pixel];
}

void blur(Image& image, double sigma) {
    cv::Mat pixels(image.height, image.width, CV_8UC3, image.pixels.data());
    // In floating point: OpenCV's 8-bit filter rounds a narrow kernel's weights, and small steps would be lost.
    cv::Mat light;
    pixels.convertTo(light, CV_32FC3);
    cv::GaussianBlur(light, light, cv::Size(), sigma, sigma, cv::BORDER_REFLECT_101);
    light.convertTo(pixels, CV_8UC3);
}

Result<Image> compressed(const Image& image, double compression) {
    const auto bytes = encodeJpeg(image, static_cast<int>(std::lround(100 - compression)));
    if (!bytes) return forward(bytes);
    return decodeJpeg(*bytes, 1, "the compressed face");
}

/// @throws what OpenCV throws
Result<Image> madeWorse(const Image& image, const CropFromImage& transform, int width, int height, const Degradation& d) {
    Image face = warpCrop(image, d.rotation == 0 ? transform : turned(transform, d.rotation, width, height), width, height);
    if (d.occlusion > 0) cover(face, d.occlusion, d.side);
    if (d.exposure != 0) expose(face, d.exposure);
    if (d.blur > 0) blur(face, d.blur);
    const auto shrunk = [&](int side) { return std::max(1, static_cast<int>(std::lround(side * d.scale))); };
    if (d.scale < 1) face = resized(face, shrunk(width), shrunk(height));
    if (d.compression >= 0.5) {
        auto after = compressed(face, d.compression);
        if (!after) return after;
        face = std::move(*after);
    }
    if (face.width != width || face.height != height) face = resized(face, width, height);
    return face;
}

}  // namespace

Result<Image> degradedCrop(const Image& image, const CropFromImage& transform, int width, int height, const Degradation& d) {
    if (const auto checked = checkDegradation(d); !checked) return forward(checked);
    if (image.empty() || width < 1 || height < 1) return fail(ErrorCode::kInvalid, say("The image is empty."));
    try {
        return madeWorse(image, transform, width, height, d);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for this image."));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kInvalid, say("The face could not be cut out of this image ({}).", libraryReason(e)));
    }
}

}  // namespace facespace
