#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <string>

#include "core/common/library_reason.h"
#include "core/face/detect.h"
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
    Landmarks& points = face.landmarks.emplace();
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {row[4 + 2 * i] * scaleX, row[5 + 2 * i] * scaleY};
    face.score = row[14];
    return face;
}

class Yunet : public FaceSearch {
  public:
    /// @throws what OpenCV throws
    Yunet(const std::filesystem::path& onnx, const DetectOptions& options)
        : net_(cv::FaceDetectorYN::create(onnx.string(), "", cv::Size(320, 320), options.minScore, options.overlap)),
          maxSide_(std::max(options.maxSide, kLeastSide)) {}

    Result<std::vector<DetectedFace>> search(const Image& image) override {
        const Canvas canvas = canvasFor(image, maxSide_);
        cv::Mat rows;
        net_->setInputSize(canvas.whole);
        net_->detect(painted(image, canvas), rows);
        if (!rows.empty() && (rows.cols != kColumns || rows.depth() != CV_32F))
            throw cv::Exception(0, "other outputs", "", "", 0);
        const float scaleX = static_cast<float>(image.width) / static_cast<float>(canvas.scaled.width);
        const float scaleY = static_cast<float>(image.height) / static_cast<float>(canvas.scaled.height);
        std::vector<DetectedFace> faces;
        for (int i = 0; i < rows.rows; ++i) faces.push_back(faceFrom(rows.ptr<float>(i), scaleX, scaleY));
        return faces;
    }

  private:
    cv::Ptr<cv::FaceDetectorYN> net_;
    int maxSide_;
};

}  // namespace

const char* detectorEdition() { return kYunetFile; }

Result<FaceDetector> FaceDetector::load(const std::filesystem::path& onnx, const DetectOptions& options) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(onnx, error))
        return fail(ErrorCode::kIo, say("The face detector “{}” is not there.", onnx.string()));
    std::unique_ptr<Yunet> yunet;
    try {
        yunet = std::make_unique<Yunet>(onnx, options);
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel,
                    say("The face detector “{}” cannot be loaded; choose a YuNet or SCRFD ONNX file ({}).", onnx.string(),
                        libraryReason(e)));
    }
    const Image grey{96, 64, std::vector<std::uint8_t>(std::size_t{96} * 64 * 3, 128)};
    try {
        (void)yunet->search(grey);
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel,
                    say("“{}” is not a YuNet face detector that OpenCV {} can run; take face_detection_yunet_{}.onnx ({}).",
                        onnx.string(), std::string(CV_VERSION), std::string(kYunetFile), libraryReason(e)));
    }
    return FaceDetector(std::move(yunet));
}

}  // namespace facespace
