#include "core/face/scrfd.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <span>
#include <utility>

namespace facespace {
namespace {

constexpr std::array<int, 3> kStrides{8, 16, 32};
constexpr int kAnchors = 2, kPoints = 5;
constexpr float kOverlap = 0.4F;
/// A network that sees faces everywhere must not keep the search for overlaps busy for hours.
constexpr std::size_t kMostCandidates = 10000;

std::size_t anchorsOf(const ScrfdLayout& layout, int stride) {
    return static_cast<std::size_t>(layout.width / stride) * static_cast<std::size_t>(layout.height / stride) * kAnchors;
}

/// How large the image is on the canvas.
cv::Size scaledSize(const Image& image, const ScrfdLayout& layout) {
    const double width = image.width, height = image.height;
    cv::Size size(layout.width, layout.height);
    if (height / width > static_cast<double>(layout.height) / layout.width)
        size.width = static_cast<int>(layout.height / (height / width));
    else
        size.height = static_cast<int>(layout.width * (height / width));
    return {std::max(size.width, 1), std::max(size.height, 1)};
}

Image canvasOf(const Image& image, const cv::Size& scaled, const ScrfdLayout& layout) {
    Image canvas{layout.width, layout.height, {}};
    canvas.pixels.resize(canvas.rowBytes() * static_cast<std::size_t>(canvas.height));
    const cv::Mat from(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()), image.rowBytes());
    cv::Mat to(canvas.height, canvas.width, CV_8UC3, canvas.pixels.data(), canvas.rowBytes());
    cv::Mat part = to(cv::Rect(cv::Point(), scaled));
    if (scaled == from.size())
        from.copyTo(part);
    else
        cv::resize(from, part, scaled, 0, 0, cv::INTER_LINEAR);
    return canvas;
}

/// The outputs for the cells of one size.
struct Level {
    int stride = 0;
    std::span<const float> scores, boxes, points;
};

std::array<Level, 3> levelsOf(const ScrfdLayout& layout, std::span<const float> values) {
    std::array<Level, 3> levels;
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i].stride = kStrides[i];
    const auto take = [&](std::span<const float> Level::*field, std::size_t each) {
        for (Level& level : levels) {
            const std::size_t count = anchorsOf(layout, level.stride) * each;
            level.*field = values.first(count);
            values = values.subspan(count);
        }
    };
    take(&Level::scores, 1);
    take(&Level::boxes, 4);
    if (layout.landmarks) take(&Level::points, 2 * kPoints);
    return levels;
}

/// In pixels of the canvas, times the scales of the image to it.
DetectedFace faceAt(const Level& level, std::size_t anchor, int columns, float scaleX, float scaleY) {
    const auto cell = static_cast<int>(anchor) / kAnchors;
    const auto stride = static_cast<float>(level.stride);
    const auto place = [&](float dx, float dy) {
        return Point2{(static_cast<float>(cell % columns) + dx) * stride * scaleX,
                      (static_cast<float>(cell / columns) + dy) * stride * scaleY};
    };
    const auto box = level.boxes.subspan(anchor * 4, 4);
    const Point2 from = place(-box[0], -box[1]), to = place(box[2], box[3]);
    DetectedFace face{{from.x, from.y, to.x - from.x, to.y - from.y}, std::nullopt, level.scores[anchor]};
    if (level.points.empty()) return face;
    const auto points = level.points.subspan(anchor * 2 * kPoints, 2 * kPoints);
    Landmarks& landmarks = face.landmarks.emplace();
    for (std::size_t i = 0; i < landmarks.size(); ++i) landmarks[i] = place(points[2 * i], points[2 * i + 1]);
    return face;
}

/// Of whole pixels, both ends counted, as InsightFace has it.
float overlapOf(const FaceBox& a, const FaceBox& b) {
    const auto shared = [](float a0, float aLength, float b0, float bLength) {
        return std::max(0.F, std::min(a0 + aLength, b0 + bLength) - std::max(a0, b0) + 1);
    };
    const auto area = [](const FaceBox& box) { return (box.width + 1) * (box.height + 1); };
    const float both = shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height);
    return both / (area(a) + area(b) - both);
}

/// Best first, without those that a better one covers.
std::vector<DetectedFace> withoutOverlaps(std::vector<DetectedFace> faces) {
    std::ranges::stable_sort(faces, std::greater<>(), &DetectedFace::score);
    if (faces.size() > kMostCandidates) faces.resize(kMostCandidates);
    std::vector<DetectedFace> kept;
    for (DetectedFace& face : faces)
        if (std::ranges::none_of(kept, [&](const DetectedFace& k) { return overlapOf(k.box, face.box) > kOverlap; }))
            kept.push_back(std::move(face));
    return kept;
}

class Scrfd : public FaceSearch {
  public:
    Scrfd(const ScrfdLayout& layout, float minScore, ScrfdPass pass)
        : layout_(layout), minScore_(minScore), pass_(std::move(pass)) {}

    Result<std::vector<DetectedFace>> search(const Image& image) override {
        const cv::Size scaled = scaledSize(image, layout_);
        const auto values = pass_(canvasOf(image, scaled, layout_));
        if (!values) return forward(values);
        if (values->size() != layout_.numbers()) return fail(ErrorCode::kModel, say("it returns another number of values"));
        const float scaleX = static_cast<float>(image.width) / static_cast<float>(scaled.width);
        const float scaleY = static_cast<float>(image.height) / static_cast<float>(scaled.height);
        std::vector<DetectedFace> faces;
        for (const Level& level : levelsOf(layout_, *values))
            for (std::size_t anchor = 0; anchor < level.scores.size(); ++anchor)
                if (level.scores[anchor] >= minScore_)
                    faces.push_back(faceAt(level, anchor, layout_.width / level.stride, scaleX, scaleY));
        return withoutOverlaps(std::move(faces));
    }

  private:
    ScrfdLayout layout_;
    float minScore_;
    ScrfdPass pass_;
};

}  // namespace

std::size_t ScrfdLayout::numbers() const {
    std::size_t anchors = 0;
    for (const int stride : kStrides) anchors += anchorsOf(*this, stride);
    return anchors * (1 + 4 + (landmarks ? 2 * kPoints : 0));
}

std::unique_ptr<FaceSearch> scrfdSearch(const ScrfdLayout& layout, float minScore, ScrfdPass pass) {
    return std::make_unique<Scrfd>(layout, minScore, std::move(pass));
}

}  // namespace facespace
