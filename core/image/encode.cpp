#include "core/image/encode.h"

#include <fmt/format.h>
#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/common/whole_file.h"

namespace facespace {
namespace {

Result<std::vector<std::uint8_t>> encode(const Image& image, const char* suffix, const std::vector<int>& parameters) {
    if (image.empty()) return fail(ErrorCode::kInvalid, say("An image without pixels cannot be written."));
    std::vector<std::uint8_t> bytes;
    try {
        const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
        cv::Mat bgr;
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        if (cv::imencode(suffix, bgr, bytes, parameters)) return bytes;
    } catch (const std::exception&) {
        // Falls through: the encoders fail on memory and on sizes beyond their format (JPEG: 65,535 pixels a side).
    }
    return fail(ErrorCode::kResource,
                say("An image of {} × {} pixels could not be encoded; it may be too large for the format.", image.width,
                    image.height));
}

}  // namespace

Result<std::vector<std::uint8_t>> encodePng(const Image& image) { return encode(image, ".png", {}); }

Result<std::vector<std::uint8_t>> encodeJpeg(const Image& image, int quality) {
    return encode(image, ".jpg", {cv::IMWRITE_JPEG_QUALITY, std::clamp(quality, 1, 100)});
}

Result<void> writePng(const Image& image, const std::filesystem::path& file) {
    const auto bytes = encodePng(image);
    if (!bytes) return forward(bytes);
    return writeWholeFile(file, [&](std::ostream& out) {
        out.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
    });
}

}  // namespace facespace
