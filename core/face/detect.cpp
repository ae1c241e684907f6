#include "core/face/detect.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "core/common/library_reason.h"

namespace facespace {
namespace {

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

Result<std::vector<DetectedFace>> FaceDetector::detectAll(const Image& image) {
    if (image.empty()) return std::vector<DetectedFace>();
    try {
        auto faces = search_->search(image);
        if (!faces && faces.error().code == ErrorCode::kCancelled) return faces;
        if (!faces)
            return fail(ErrorCode::kInvalid, say("The face detector failed on this image ({}).", faces.error().message));
        std::erase_if(*faces, [&](const DetectedFace& f) { return !usable(f, image); });
        std::stable_sort(faces->begin(), faces->end(), [](const auto& a, const auto& b) { return a.score > b.score; });
        return faces;
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
