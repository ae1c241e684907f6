#include "core/compute/labels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

#include "core/analysis/statistics.h"
#include "core/common/inside.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/image/header.h"

namespace facespace {
namespace {

bool isPose(const std::string& target) { return target == "yaw" || target == "pitch" || target == "roll"; }

std::optional<double> poseLabel(const ImageRecord& image, const std::string& target) {
    return target == "yaw" ? image.yawDeg : target == "pitch" ? image.pitchDeg : image.rollDeg;
}

Labels fromManifest(const ImageSet& set, const std::string& target) {
    Labels labels{std::vector<double>(set.images.size(), kNoValue), "", "deg", {}};
    for (std::size_t i = 0; i < set.images.size(); ++i)
        if (const auto label = poseLabel(set.images[i], target)) {
            labels.values[i] = *label;
            labels.source = say("manifest");
        }
    return labels;
}

struct Size {
    int width = 0, height = 0;
};

/// The camera model needs the image's size. Where the file is gone, a face in the middle of an image four times its size
/// stands in: the pose hardly depends on it.
Size imageSize(const ImageSet& set, const ImageRecord& image) {
    if (!set.root.empty() && leadsInside(set.root / image.path, set.readable()))
        if (const auto header = readImageHeader(set.root / image.path))
            return {static_cast<int>(header->width), static_cast<int>(header->height)};
    float maxX = 0, maxY = 0;
    for (const auto& point : *image.landmarks) {
        maxX = std::max(maxX, point.x);
        maxY = std::max(maxY, point.y);
    }
    return {std::max(1, static_cast<int>(2 * maxX)), std::max(1, static_cast<int>(2 * maxY))};
}

/// As it is kept, or else computed: the same number either way.
double poseFromLandmarks(const ImageSet& set, const ImageRecord& image, bool yaw) {
    if (const auto& kept = yaw ? image.landmarkYawDeg : image.landmarkRollDeg) return static_cast<double>(*kept);
    const auto pose = landmarkPose(set, image);
    return pose ? static_cast<double>(static_cast<float>(yaw ? pose->yawDeg : pose->rollDeg)) : kNoValue;
}

Labels fromLandmarks(const ImageSet& set, const std::string& target) {
    Labels labels{std::vector<double>(set.images.size(), kNoValue), "", "deg", {}};
    parallelChunks(set.images.size(), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) labels.values[i] = poseFromLandmarks(set, set.images[i], target == "yaw");
    });
    if (std::any_of(labels.values.begin(), labels.values.end(), [](double v) { return std::isfinite(v); }))
        labels.source = say("landmarks (solvePnP)");
    return labels;
}

bool known(double value) { return std::isfinite(value); }

/// The two different values of a column, sorted; empty if there are more or fewer.
std::vector<std::string> twoValues(const ImageSet& set, std::size_t column) {
    std::set<std::string> values;
    for (const auto& image : set.images) {
        if (image.metadata[column].empty()) continue;
        values.insert(image.metadata[column]);
        if (values.size() > 2) return {};
    }
    return values.size() == 2 ? std::vector<std::string>(values.begin(), values.end()) : std::vector<std::string>();
}

Result<Labels> fromColumn(const ImageSet& set, const std::string& target) {
    const auto found = std::find(set.metadataColumns.begin(), set.metadataColumns.end(), target);
    if (found == set.metadataColumns.end()) {
        std::vector<std::string> all{"yaw", "pitch", "roll", "abs_yaw", "pitch_centred", "media"};
        all.insert(all.end(), set.metadataColumns.begin(), set.metadataColumns.end());
        return fail(ErrorCode::kNotFound,
                    say("There is no column “{}” to predict; there are {}.", target, fmt::join(all, ", ")));
    }
    const auto column = static_cast<std::size_t>(found - set.metadataColumns.begin());
    Labels labels{std::vector<double>(set.images.size(), kNoValue), "", "", twoValues(set, column)};
    for (std::size_t i = 0; i < set.images.size(); ++i) {
        const std::string& text = set.images[i].metadata[column];
        if (text.empty()) continue;
        labels.source = say("manifest");
        if (labels.twoClasses()) {
            labels.values[i] = text == labels.classes[1] ? 1 : 0;
            continue;
        }
        char* end = nullptr;
        labels.values[i] = std::strtod(text.c_str(), &end);
        if (end != text.c_str() + text.size())
            return fail(ErrorCode::kFormat,
                        say("Column “{}” cannot be predicted: “{}” of image “{}” is not a number, and the column "
                            "has more than two different values.",
                            target, text, set.images[i].path));
    }
    return labels;
}

Labels mediaLabels(const ImageSet& set) {
    Labels labels{std::vector<double>(set.images.size(), kNoValue), "", "", {"still", "video"}};
    for (std::size_t i = 0; i < set.images.size(); ++i) {
        if (set.images[i].media == Media::kUnknown) continue;
        labels.values[i] = set.images[i].media == Media::kVideo ? 1 : 0;
        labels.source = say("manifest");
    }
    return labels;
}

Labels poseLabels(const ImageSet& set, const std::string& target) {
    auto labels = fromManifest(set, target);
    // Five landmarks do not tell pitch: on Pointing'04 it has a rank correlation of -0.06 with the truth (yaw: 0.97).
    return labels.any() || target == "pitch" ? labels : fromLandmarks(set, target);
}

Labels absoluteYaw(const ImageSet& set) {
    Labels labels = poseLabels(set, "yaw");
    for (double& value : labels.values) value = std::abs(value);
    return labels;
}

Labels pitchCentred(const ImageSet& set, double limitDeg) {
    Labels labels = poseLabels(set, "pitch");
    for (double& value : labels.values)
        if (known(value)) value = std::abs(value) <= limitDeg ? 1 : 0;
    labels.unit.clear();
    labels.classes = {"not centred", "centred"};
    return labels;
}

}  // namespace

std::optional<HeadPose> landmarkPose(const ImageSet& set, const ImageRecord& image) {
    if (!image.landmarks) return std::nullopt;
    const Size size = imageSize(set, image);
    return headPoseFromLandmarks(*image.landmarks, size.width, size.height);
}

Result<Labels> computeLabels(const ImageSet& set, const std::string& target, double centredPitchDeg) {
    if (isPose(target)) return poseLabels(set, target);
    if (target == "media") return mediaLabels(set);
    // A column of that name would be the analyst's own.
    const bool own = std::count(set.metadataColumns.begin(), set.metadataColumns.end(), target) > 0;
    if (target == "abs_yaw" && !own) return absoluteYaw(set);
    if (target == "pitch_centred" && !own) return pitchCentred(set, centredPitchDeg);
    return fromColumn(set, target);
}

Text classText(const std::string& target, const std::string& name) {
    static constexpr std::array<std::pair<const char*, Phrase>, 4> kOurs{{{"media", Phrase("still")},
                                                                          {"media", Phrase("video")},
                                                                          {"pitch_centred", Phrase("not centred")},
                                                                          {"pitch_centred", Phrase("centred")}}};
    for (const auto& [of, words] : kOurs)
        if (target == of && name == words.words) return words;
    return name;
}

ClassTarget classTargetOf(const Labels& labels) {
    ClassTarget target{std::vector<int>(labels.values.size(), -1), {labels.classes[0], labels.classes[1]}};
    for (std::size_t i = 0; i < labels.values.size(); ++i)
        if (known(labels.values[i])) target.classOf[i] = labels.values[i] > 0.5 ? 1 : 0;
    return target;
}

std::vector<std::string> identitiesOf(const ImageSet& set) {
    std::vector<std::string> identities;
    identities.reserve(set.images.size());
    for (const auto& image : set.images) identities.push_back(image.identity);
    return identities;
}

Text reversedYawSentence(const ImageSet& set) {
    constexpr std::size_t kMost = 1000, kFewest = 20;
    constexpr double kReversed = -0.3, kLeastYawDeg = 10;
    ImageSet turned;
    turned.root = set.root;
    for (const auto& image : set.images)
        if (image.yawDeg && std::abs(*image.yawDeg) >= kLeastYawDeg && image.landmarks) turned.images.push_back(image);
    const std::size_t step = std::max<std::size_t>(1, turned.images.size() / kMost);
    std::vector<ImageRecord> some;
    for (std::size_t i = 0; i < turned.images.size(); i += step) some.push_back(turned.images[i]);
    turned.images = std::move(some);
    const Labels seen = fromLandmarks(turned, "yaw");
    std::vector<double> labelled, estimated;
    for (std::size_t i = 0; i < seen.values.size(); ++i) {
        if (!known(seen.values[i])) continue;
        labelled.push_back(*turned.images[i].yawDeg);
        estimated.push_back(seen.values[i]);
    }
    if (labelled.size() < kFewest) return {};
    const double rho = spearmanRho(labelled, estimated);
    if (!(rho < kReversed)) return {};
    return say(
        "The yaw column looks reversed: in {} turned images the landmarks turn the other way (rank correlation {:.2f}). Yaw "
        "is positive where the nose points to the image's left; import again with yaw=-COLUMN to turn it round.",
        labelled.size(), rho);
}

}  // namespace facespace
