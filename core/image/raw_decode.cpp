#include "core/image/raw_decode.h"

#include <exception>
#include <new>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

#include "core/image/decoder_log.h"
#include "core/image/exif.h"
#include "core/image/gif.h"
#include "core/image/heif.h"
#include "core/image/jpeg.h"

namespace facespace {
namespace {

void copyTo(Image& image, const cv::Mat& bgr) {
    image.width = bgr.cols;
    image.height = bgr.rows;
    image.pixels.resize(static_cast<std::size_t>(bgr.rows) * image.rowBytes());
    cv::Mat rgb(bgr.rows, bgr.cols, CV_8UC3, image.pixels.data());
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
}

}  // namespace

Decoding decodeRaw(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image) {
    if (task.format == ImageFormat::kJpeg) return decodeRawJpeg(bytes, task.reduction, image);
    if (task.format == ImageFormat::kGif) return decodeRawGif(bytes, task.pixels, image);
    if (task.format == ImageFormat::kHeif) return decodeRawHeif(bytes, task.pixels, image);
    const TiffErrors errors;
    try {
        const auto aside = task.format == ImageFormat::kTiff ? withAlphaAside(bytes) : std::vector<std::uint8_t>();
        if (!aside.empty()) bytes = aside;
        const bool webp = task.format == ImageFormat::kWebp;
        const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::uint8_t*>(bytes.data()));
        // OpenCV of some versions turns WebP images as EXIF says, of others not.
        const cv::Mat bgr = cv::imdecode(raw, cv::IMREAD_COLOR | (webp ? cv::IMREAD_IGNORE_ORIENTATION : 0));
        // What the header promised was held against the limits: other sides are another image.
        const bool asPromised = bgr.cols * std::int64_t{bgr.rows} == task.pixels;
        if (bgr.empty() || bgr.type() != CV_8UC3 || !asPromised || errors.any()) return Decoding::kDamaged;
        copyTo(image, bgr);
        if (webp) image = upright(std::move(image), webpOrientation(bytes));
        return Decoding::kDone;
    } catch (const cv::Exception& e) {
        return e.code == cv::Error::StsNoMem ? Decoding::kNoMemory : Decoding::kDamaged;
    } catch (const std::bad_alloc&) {
        return Decoding::kNoMemory;
    } catch (const std::exception&) {  // Of a library below OpenCV.
        return Decoding::kDamaged;
    }
}

Error notDecoded(Decoding decoding, ImageFormat format, const std::string& name) {
    if (decoding == Decoding::kNoMemory)
        return {ErrorCode::kResource, say("There is not enough memory to decode “{}”.", name)};
    if (decoding == Decoding::kCutShort)
        return {ErrorCode::kFormat, say("“{}” is a JPEG file that is damaged: it is cut short.", name)};
    if (decoding == Decoding::kAnimated)
        return {ErrorCode::kFormat, say("“{}” is an animated GIF; only still images can be read.", name)};
    if (format == ImageFormat::kJpeg) return {ErrorCode::kFormat, say("“{}” is a JPEG file that is damaged.", name)};
    return {ErrorCode::kFormat,
            say("“{}” is a {} file that is damaged, cut short or of a kind that cannot be read.", name, toString(format))};
}

}  // namespace facespace
