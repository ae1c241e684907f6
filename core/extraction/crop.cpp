#include "core/extraction/crop.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <new>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/common/library_reason.h"
#include "core/common/sha256.h"
#include "core/face/align.h"

namespace facespace {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<Alignment, const char*>, 5> kNames{{{Alignment::kAuto, "auto"},
                                                                   {Alignment::kLandmarks, "landmarks"},
                                                                   {Alignment::kBox, "box"},
                                                                   {Alignment::kCentre, "centre"},
                                                                   {Alignment::kNone, "none"}}};

/// One image's way to a crop; asks the detector at most once.
class Cropper {
  public:
    Cropper(const Image& image, const ImageRecord& record, const NetworkDescriptor& network, FaceDetector* detector)
        : image_(image), record_(record), network_(network), detector_(detector) {}

    Result<std::optional<FaceCrop>> byLandmarks() {
        if (!network_.alignmentTemplate) return std::optional<FaceCrop>();
        std::optional<Landmarks> landmarks = record_.landmarks;
        if (!landmarks) {
            const auto face = detected();
            if (!face) return forward(face);
            if (*face) landmarks = (*face)->landmarks;
        }
        if (!landmarks) return std::optional<FaceCrop>();
        const auto transform = similarityTransform(*landmarks, *network_.alignmentTemplate);
        if (!transform) return std::optional<FaceCrop>();
        auto crop = warped(*transform, Alignment::kLandmarks);
        crop.landmarks = landmarks;
        crop.detected = face_;
        return std::optional<FaceCrop>(std::move(crop));
    }

    Result<std::optional<FaceCrop>> byBox() {
        std::optional<FaceBox> box = record_.box;
        if (!box) {
            const auto face = detected();
            if (!face) return forward(face);
            if (*face) box = (*face)->box;
        }
        if (!box || !(box->width > 0) || !(box->height > 0)) return std::optional<FaceCrop>();
        auto crop =
            warped(boxTransform(*box, network_.cropMargin, network_.inputWidth, network_.inputHeight), Alignment::kBox);
        crop.detected = face_;
        return std::optional<FaceCrop>(std::move(crop));
    }

    FaceCrop centre() {
        return warped(centreTransform(image_.width, image_.height, network_.inputWidth, network_.inputHeight),
                      Alignment::kCentre);
    }
    FaceCrop whole() {
        return warped(stretchTransform(image_.width, image_.height, network_.inputWidth, network_.inputHeight),
                      Alignment::kNone);
    }
    bool lookedForOne() const { return asked_ && detector_ != nullptr; }
    bool foundOne() const { return face_.has_value(); }

  private:
    Result<std::optional<DetectedFace>> detected() {
        if (!asked_) {
            asked_ = true;
            if (detector_ != nullptr) {
                auto face = detector_->detect(image_);
                if (!face) return forward(face);
                face_ = *face;
            }
        }
        return face_;
    }

    FaceCrop warped(const CropFromImage& transform, Alignment used) {
        FaceCrop crop;
        crop.image = warpCrop(image_, transform, network_.inputWidth, network_.inputHeight);
        crop.transform = transform;
        crop.used = used;
        return crop;
    }

    const Image& image_;
    const ImageRecord& record_;
    const NetworkDescriptor& network_;
    FaceDetector* detector_;
    bool asked_ = false;
    std::optional<DetectedFace> face_;
};

/// Nothing: there is no face to cut out.
Result<std::optional<FaceCrop>> automatic(Cropper& cropper, const NetworkDescriptor& network) {
    if (!network.alignmentTemplate && network.cropRule == CropRule::kCentre)
        return std::optional<FaceCrop>(cropper.centre());
    auto crop = cropper.byLandmarks();
    if (!crop || *crop) return crop;
    return cropper.byBox();
}

/// "No face was found" is said only where one was looked for.
Text whyNoFace(const ImageRecord& record, const NetworkDescriptor& network, Alignment alignment, const Cropper& cropper) {
    const bool byLandmarks = network.alignmentTemplate.has_value() && alignment != Alignment::kBox;
    if (byLandmarks && cropper.foundOne() && alignment == Alignment::kLandmarks)
        return say("The face detector gives no landmarks to align this face by.");
    if (cropper.lookedForOne()) return say("No face was found.");
    if (byLandmarks && record.landmarks)
        return say("The image's five landmarks lie on one point, so its face cannot be aligned.");
    if (alignment == Alignment::kLandmarks && byLandmarks)
        return say("The image has no landmarks, and no face detector was given to find them.");
    if (record.box) return say("The image's face box has no width or no height.");
    if (byLandmarks)
        return say("The image has neither landmarks nor a face box, and no face detector was given to find them.");
    return say("The image has no face box, and no face detector was given to find one.");
}

Result<FaceCrop> cut(const Image& image, const ImageRecord& record, const NetworkDescriptor& network,
                     const CropSettings& settings, bool expectFaces, FaceDetector* detector) {
    Cropper cropper(image, record, network, detector);
    Result<std::optional<FaceCrop>> crop = std::optional<FaceCrop>();
    switch (settings.alignment) {
        case Alignment::kNone:
            return cropper.whole();
        case Alignment::kCentre:
            return cropper.centre();
        case Alignment::kBox:
            crop = cropper.byBox();
            break;
        case Alignment::kLandmarks:
            crop = network.alignmentTemplate ? cropper.byLandmarks() : cropper.byBox();
            break;
        case Alignment::kAuto:
            crop = automatic(cropper, network);
            break;
    }
    if (!crop) return forward(crop);
    if (*crop) return std::move(**crop);
    const bool croppedAlready = settings.alignment == Alignment::kAuto && !expectFaces && detector == nullptr;
    if (!croppedAlready && settings.noFace == NoFacePolicy::kSkip)
        return fail(ErrorCode::kNotFound, whyNoFace(record, network, settings.alignment, cropper));
    FaceCrop centre = cropper.centre();
    centre.noFace = !croppedAlready;
    return centre;
}

}  // namespace

const char* toString(Alignment alignment) {
    const auto it = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == alignment; });
    return it->second;
}

Result<Alignment> alignmentFromString(const std::string& text) {
    const auto it = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return text == name.second; });
    if (it == kNames.end())
        return fail(ErrorCode::kInvalid, say("“{}” is no alignment; choose auto, landmarks, box, centre or none.", text));
    return it->first;
}

std::string toJson(const CropSettings& s) {
    Json json{{"alignment", toString(s.alignment)},
              {"no_face", s.noFace == NoFacePolicy::kSkip ? "skip" : "centre"},
              {"detector", s.detectorName},
              {"detector_sha256", s.detectorSha256}};
    // Only what is not as it always was: projects compare these settings as text.
    if (s.detect.minScore != DetectOptions{}.minScore) json["detector_score"] = s.detect.minScore;
    if (s.detect.maxSide != DetectOptions{}.maxSide) json["detector_size"] = s.detect.maxSide;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string toJson(const CropSettings& settings, const NetworkDescriptor& network) {
    Json taken = Json::object();
    if (!network.featureOutput.empty()) taken["feature"] = network.featureOutput;
    if (!network.normOutput.empty()) taken["norm"] = network.normOutput;
    if (!network.innerLayer.empty()) taken["inner_layer"] = network.innerLayer;
    if (network.flip != FlipRule::kNone) taken["flip"] = toString(network.flip);
    if (taken.empty()) return toJson(settings);
    Json json = Json::parse(toJson(settings));
    json["output"] = std::move(taken);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<CropSettings> cropSettingsFromJson(const std::string& text) {
    const auto damaged = [] {
        return fail(ErrorCode::kFormat, say("The project's note of how faces were cut out is damaged."));
    };
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return damaged();
    try {
        const auto alignment = alignmentFromString(json.at("alignment").get<std::string>());
        if (!alignment) return damaged();
        CropSettings s{*alignment,
                       json.at("no_face") == "centre" ? NoFacePolicy::kCentreCrop : NoFacePolicy::kSkip,
                       json.at("detector").get<std::string>(),
                       json.at("detector_sha256").get<std::string>(),
                       {}};
        s.detect.minScore = json.value("detector_score", s.detect.minScore);
        s.detect.maxSide = json.value("detector_size", s.detect.maxSide);
        return s;
    } catch (const Json::exception&) {
        return damaged();
    }
}

Result<CropSettings> cropSettings(const ExtractOptions& options) {
    CropSettings settings{options.alignment, options.noFace, {}, {}, {}};
    if (options.detector.empty()) return settings;
    settings.detect = options.detect;
    auto sha = sha256OfFile(options.detector);
    if (!sha) return forward(sha);
    settings.detectorName = options.detector.filename().string();
    settings.detectorSha256 = std::move(*sha);
    return settings;
}

bool facesExpected(const ImageSet& set) {
    return set.facesElsewhere ||
           std::any_of(set.images.begin(), set.images.end(), [](const ImageRecord& r) { return r.box || r.landmarks; });
}

Result<FaceCrop> cropFor(const Image& image, const ImageRecord& record, const NetworkDescriptor& network,
                         const CropSettings& settings, bool expectFaces, FaceDetector* detector) {
    if (image.empty()) return fail(ErrorCode::kInvalid, say("The image is empty."));
    try {
        return cut(image, record, network, settings, expectFaces, detector);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for this image."));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kInvalid, say("The face could not be cut out of this image ({}).", libraryReason(e)));
    }
}

}  // namespace facespace
