#include "core/face/detect.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <new>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <string>

#include "core/common/library_reason.h"
#include "core/face/detector_edition.h"

namespace facespace {
namespace {

// OpenCV 4.8 changed the network that it reads.
constexpr const char* kYunetFile = CV_VERSION_MAJOR * 100 + CV_VERSION_MINOR < 408 ? "2022mar" : "2023mar";

constexpr int kColumns = 15;  // box, five landmarks, score

/// YuNet takes no picture of fewer pixels a side, and finds nothing in pictures that are hardly larger.
constexpr int kLeastSide = 64, kEnlargedSide = 128;

/// How the network gets the image: scaled, at the upper left of a canvas that is black elsewhere.
struct Canvas {
    cv::Size scaled, whole;
};

Canvas canvasFor(const Image& image, int maxSide) {
    const int longer = std::max(image.width, image.height), shorter = std::min(image.width, image.height);
    const auto side = [](int length, double scale) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    double scale = std::min(1.0, static_cast<double>(maxSide) / longer);
    if (side(shorter, scale) < kLeastSide)
        scale =
            std::max(scale, std::min(static_cast<double>(kEnlargedSide) / shorter, static_cast<double>(maxSide) / longer));
    Canvas canvas;
    canvas.scaled = {side(image.width, scale), side(image.height, scale)};
    canvas.whole = {std::max(canvas.scaled.width, kLeastSide), std::max(canvas.scaled.height, kLeastSide)};
    return canvas;
}

cv::Mat painted(const Image& image, const Canvas& canvas) {
    const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()), image.rowBytes());
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    const bool grows = canvas.scaled.width > image.width || canvas.scaled.height > image.height;
    if (canvas.scaled != bgr.size()) cv::resize(bgr, bgr, canvas.scaled, 0, 0, grows ? cv::INTER_CUBIC : cv::INTER_AREA);
    if (canvas.whole == canvas.scaled) return bgr;
    cv::Mat whole = cv::Mat::zeros(canvas.whole, CV_8UC3);
    bgr.copyTo(whole(cv::Rect(cv::Point(), canvas.scaled)));
    return whole;
}

DetectedFace faceFrom(const float* row, float scaleX, float scaleY) {
    DetectedFace face;
    face.box = {row[0] * scaleX, row[1] * scaleY, row[2] * scaleX, row[3] * scaleY};
    for (std::size_t i = 0; i < face.landmarks.size(); ++i)
        face.landmarks[i] = {row[4 + 2 * i] * scaleX, row[5 + 2 * i] * scaleY};
    face.score = row[14];
    return face;
}

/// How much a face is what the picture is of: its area, falling off with the distance from the centre.
double prominence(const DetectedFace& face, const Image& image) {
    const double cx = (static_cast<double>(face.box.x) + static_cast<double>(face.box.width) / 2) / image.width - 0.5;
    const double cy = (static_cast<double>(face.box.y) + static_cast<double>(face.box.height) / 2) / image.height - 0.5;
    const double area = static_cast<double>(face.box.width) * static_cast<double>(face.box.height);
    return area * std::exp(-4.0 * (cx * cx + cy * cy));
}

/// All numbers are there, and the face is in the picture, not in the black beside it.
bool usable(const DetectedFace& face, const Image& image) {
    const FaceBox& box = face.box;
    if (!std::isfinite(face.score) || !std::isfinite(box.x + box.y + box.width + box.height)) return false;
    const float x = box.x + box.width / 2, y = box.y + box.height / 2;
    return box.width > 0 && box.height > 0 && x < static_cast<float>(image.width) && y < static_cast<float>(image.height);
}

}  // namespace

const char* detectorEdition() { return kYunetFile; }

struct FaceDetector::Impl {
    cv::Ptr<cv::FaceDetectorYN> net;
    DetectOptions options;
};

FaceDetector::FaceDetector(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FaceDetector::FaceDetector(FaceDetector&&) noexcept = default;
FaceDetector& FaceDetector::operator=(FaceDetector&&) noexcept = default;
FaceDetector::~FaceDetector() = default;

Result<FaceDetector> FaceDetector::load(const std::filesystem::path& onnx, const DetectOptions& options) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(onnx, error))
        return fail(ErrorCode::kIo, say("The face detector “{}” is not there.", onnx.string()));
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->options.maxSide = std::max(options.maxSide, kLeastSide);
    try {
        impl->net = cv::FaceDetectorYN::create(onnx.string(), "", cv::Size(320, 320), options.minScore, options.overlap);
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel, say("The face detector “{}” cannot be loaded; choose a YuNet ONNX file ({}).",
                                           onnx.string(), libraryReason(e)));
    }
    FaceDetector detector(std::move(impl));
    const Image grey{96, 64, std::vector<std::uint8_t>(std::size_t{96} * 64 * 3, 128)};
    try {
        (void)detector.search(grey);
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel,
                    say("“{}” is not a YuNet face detector that OpenCV {} can run; take face_detection_yunet_{}.onnx ({}).",
                        onnx.string(), std::string(CV_VERSION), std::string(kYunetFile), libraryReason(e)));
    }
    return detector;
}

std::vector<DetectedFace> FaceDetector::search(const Image& image) {
    std::vector<DetectedFace> faces;
    const Canvas canvas = canvasFor(image, impl_->options.maxSide);
    cv::Mat rows;
    impl_->net->setInputSize(canvas.whole);
    impl_->net->detect(painted(image, canvas), rows);
    if (!rows.empty() && (rows.cols != kColumns || rows.depth() != CV_32F))
        throw cv::Exception(0, "other outputs", "", "", 0);
    const float scaleX = static_cast<float>(image.width) / static_cast<float>(canvas.scaled.width);
    const float scaleY = static_cast<float>(image.height) / static_cast<float>(canvas.scaled.height);
    for (int i = 0; i < rows.rows; ++i) faces.push_back(faceFrom(rows.ptr<float>(i), scaleX, scaleY));
    std::erase_if(faces, [&](const DetectedFace& f) { return !usable(f, image); });
    std::stable_sort(faces.begin(), faces.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    return faces;
}

Result<std::vector<DetectedFace>> FaceDetector::detectAll(const Image& image) {
    if (image.empty()) return std::vector<DetectedFace>();
    try {
        return search(image);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kInvalid, say("There is not enough memory to look for faces in this image."));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kInvalid, say("The face detector failed on this image ({}).", libraryReason(e)));
    }
}

Result<std::optional<DetectedFace>> FaceDetector::detect(const Image& image) {
    const auto faces = detectAll(image);
    if (!faces) return forward(faces);
    const auto best = std::max_element(faces->begin(), faces->end(), [&](const DetectedFace& a, const DetectedFace& b) {
        return prominence(a, image) < prominence(b, image);
    });
    if (best == faces->end()) return std::optional<DetectedFace>();
    return std::optional<DetectedFace>(*best);
}

}  // namespace facespace
