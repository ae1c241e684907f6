#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "core/common/result.h"
#include "core/dataset/image_set.h"
#include "core/extraction/extraction.h"
#include "core/face/align.h"
#include "core/face/detect.h"
#include "core/image/image.h"
#include "core/network/descriptor.h"

namespace facespace {

/// How faces are cut out: one for a whole extraction, and for the gallery that shows what the network saw.
struct CropSettings {
    Alignment alignment = Alignment::kAuto;
    NoFacePolicy noFace = NoFacePolicy::kSkip;
    std::string detectorName;    ///< File name of the detector, empty: none.
    std::string detectorSha256;  ///< Of the detector's file.
    DetectOptions detect;        ///< As it is by default without a detector.
    friend bool operator==(const CropSettings&, const CropSettings&) = default;
};

/// As kept in NetworkRecord::settingsJson, and back. Errors: kFormat. With a network also what is taken of its outputs,
/// which makes other features of the same weights.
std::string toJson(const CropSettings& settings);
std::string toJson(const CropSettings& settings, const NetworkDescriptor& network);
Result<CropSettings> cropSettingsFromJson(const std::string& json);
/// Errors: kIo if the detector cannot be read.
Result<CropSettings> cropSettings(const ExtractOptions& options);

const char* toString(Alignment alignment);
/// "auto", "landmarks", "box", "centre", "none". Errors: kInvalid.
Result<Alignment> alignmentFromString(const std::string& text);

struct FaceCrop {
    Image image;                ///< Of the network's input size.
    CropFromImage transform{};  ///< By which it was cut out.
    Alignment used = Alignment::kNone;
    bool noFace = false;                   ///< No face was found; cropped from the centre instead.
    std::optional<Landmarks> landmarks;    ///< Those the crop was aligned by.
    std::optional<DetectedFace> detected;  ///< What the detector found, if it was asked.
};

/// Cuts the face out of an image as the network wants it.
///
/// kLandmarks wants landmarks of the record or the detector; kBox a box of either. kAuto takes the record's landmarks, else
/// the detector's, else the record's box; where there is none of them and neither a detector was asked nor faces are to be
/// expected, the image counts as cropped already and its centre is taken. kCentre and kNone (the whole image, stretched)
/// never look for a face. A network without template never uses landmarks; its crop rule decides between box and centre.
/// @param facesExpected  Other images of the set carry boxes or landmarks: one without them shows no face.
/// @param detector  May be null.
/// Errors: kNotFound, if the policy is kSkip: no face was found, or what was there to find it by; kInvalid and kResource: a
/// library failed on this image. All are about this image alone.
Result<FaceCrop> cropFor(const Image& image, const ImageRecord& record, const NetworkDescriptor& network,
                         const CropSettings& settings, bool facesExpected, FaceDetector* detector);

/// True if any image of the set, or of the whole of which it is a part, carries a box or landmarks.
bool facesExpected(const ImageSet& set);

}  // namespace facespace
