#include "core/workflow/labels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/common/parallel.h"
#include "core/face/head_pose.h"
#include "core/image/header.h"

namespace facespace {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool isPose(const std::string& target) { return target == "yaw" || target == "pitch" || target == "roll"; }

std::optional<double> poseLabel(const ImageRecord& image, const std::string& target) {
    return target == "yaw" ? image.yawDeg : target == "pitch" ? image.pitchDeg : image.rollDeg;
}

Labels fromManifest(const ImageSet& set, const std::string& target) {
    Labels labels{std::vector<double>(set.images.size(), kNone), "", "deg"};
    for (std::size_t i = 0; i < set.images.size(); ++i)
        if (const auto label = poseLabel(set.images[i], target)) {
            labels.values[i] = *label;
            labels.source = "manifest";
        }
    return labels;
}

struct Size {
    int width = 0, height = 0;
};

/// The camera model needs the image's size. Where the file is gone, a face in the middle of an image four times its size
/// stands in: the pose hardly depends on it.
Size imageSize(const ImageSet& set, const ImageRecord& image) {
    if (!set.root.empty())
        if (const auto header = readImageHeader(set.root / image.path))
            return {static_cast<int>(header->width), static_cast<int>(header->height)};
    float maxX = 0, maxY = 0;
    for (const auto& point : *image.landmarks) {
        maxX = std::max(maxX, point.x);
        maxY = std::max(maxY, point.y);
    }
    return {std::max(1, static_cast<int>(2 * maxX)), std::max(1, static_cast<int>(2 * maxY))};
}

Labels fromLandmarks(const ImageSet& set, const std::string& target) {
    Labels labels{std::vector<double>(set.images.size(), kNone), "", "deg"};
    parallelChunks(set.images.size(), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto& image = set.images[i];
            if (!image.landmarks) continue;
            const Size size = imageSize(set, image);
            const auto pose = headPoseFromLandmarks(*image.landmarks, size.width, size.height);
            if (!pose) continue;
            labels.values[i] = target == "yaw" ? pose->yawDeg : target == "pitch" ? pose->pitchDeg : pose->rollDeg;
        }
    });
    if (std::any_of(labels.values.begin(), labels.values.end(), [](double v) { return std::isfinite(v); }))
        labels.source = "landmarks (solvePnP)";
    return labels;
}

Result<Labels> fromColumn(const ImageSet& set, const std::string& target) {
    const auto found = std::find(set.metadataColumns.begin(), set.metadataColumns.end(), target);
    if (found == set.metadataColumns.end())
        return fail(ErrorCode::kNotFound,
                    fmt::format("There is no column “{}” to predict; there are yaw, pitch, roll{}{}.", target,
                                set.metadataColumns.empty() ? "" : ", ", fmt::join(set.metadataColumns, ", ")));
    const auto column = static_cast<std::size_t>(found - set.metadataColumns.begin());
    Labels labels{std::vector<double>(set.images.size(), kNone), "", ""};
    for (std::size_t i = 0; i < set.images.size(); ++i) {
        const std::string& text = set.images[i].metadata[column];
        if (text.empty()) continue;
        char* end = nullptr;
        labels.values[i] = std::strtod(text.c_str(), &end);
        if (end != text.c_str() + text.size())
            return fail(ErrorCode::kFormat,
                        fmt::format("Column “{}” cannot be predicted: “{}” of image “{}” is not a number.", target, text,
                                    set.images[i].path));
        labels.source = "manifest";
    }
    return labels;
}

}  // namespace

Result<Labels> labelsOf(const ImageSet& set, const std::string& target) {
    if (!isPose(target)) return fromColumn(set, target);
    auto labels = fromManifest(set, target);
    return labels.any() ? labels : fromLandmarks(set, target);
}

std::vector<std::string> identitiesOf(const ImageSet& set) {
    std::vector<std::string> identities;
    identities.reserve(set.images.size());
    for (const auto& image : set.images) identities.push_back(image.identity);
    return identities;
}

}  // namespace facespace
