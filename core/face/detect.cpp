#include "core/face/detect.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <string>

namespace facespace {
namespace {

// OpenCV 4.8 changed the network that it reads.
constexpr const char* kYunetFile = CV_VERSION_MAJOR * 100 + CV_VERSION_MINOR < 408 ? "2022mar" : "2023mar";

constexpr int kColumns = 15;  // box, five landmarks, score

std::string firstLine(const cv::Exception& e) {
    std::string reason = e.err.empty() ? e.what() : e.err;
    reason = reason.substr(0, reason.find('\n'));
    return reason.substr(0, 200);
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

}  // namespace

struct FaceDetector::Impl {
    cv::Ptr<cv::FaceDetectorYN> net;
    DetectOptions options;
    std::string file;
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
    impl->file = onnx.string();
    try {
        impl->net = cv::FaceDetectorYN::create(onnx.string(), "", cv::Size(320, 320), options.minScore, options.overlap);
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::kModel, say("The face detector “{}” cannot be loaded; choose a YuNet ONNX file ({}).",
                                           onnx.string(), firstLine(e)));
    }
    FaceDetector detector(std::move(impl));
    const Image grey{96, 64, std::vector<std::uint8_t>(std::size_t{96} * 64 * 3, 128)};
    if (auto tried = detector.detectAll(grey); !tried) return forward(tried);
    return detector;
}

Result<std::vector<DetectedFace>> FaceDetector::detectAll(const Image& image) {
    std::vector<DetectedFace> faces;
    if (image.empty()) return faces;
    try {
        const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()),
                          image.rowBytes());
        const double shrink =
            std::min(1.0, static_cast<double>(impl_->options.maxSide) / std::max(image.width, image.height));
        const cv::Size size(std::max(1, static_cast<int>(std::lround(image.width * shrink))),
                            std::max(1, static_cast<int>(std::lround(image.height * shrink))));
        cv::Mat bgr, rows;
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        if (size != bgr.size()) cv::resize(bgr, bgr, size, 0, 0, cv::INTER_AREA);
        impl_->net->setInputSize(size);
        impl_->net->detect(bgr, rows);
        if (!rows.empty() && (rows.cols != kColumns || rows.depth() != CV_32F))
            throw cv::Exception(0, "other outputs", "", "", 0);
        for (int i = 0; i < rows.rows; ++i)
            faces.push_back(faceFrom(rows.ptr<float>(i), static_cast<float>(image.width) / static_cast<float>(size.width),
                                     static_cast<float>(image.height) / static_cast<float>(size.height)));
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::kModel,
                    say("“{}” is not a YuNet face detector that OpenCV {} can run; take face_detection_yunet_{}.onnx ({}).",
                        impl_->file, std::string(CV_VERSION), std::string(kYunetFile), firstLine(e)));
    }
    const auto finite = [](const DetectedFace& f) {
        return std::isfinite(f.score) && std::isfinite(f.box.x + f.box.y + f.box.width + f.box.height) && f.box.width > 0 &&
               f.box.height > 0;
    };
    std::erase_if(faces, [&](const DetectedFace& f) { return !finite(f); });
    std::stable_sort(faces.begin(), faces.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    return faces;
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
