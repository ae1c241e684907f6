#include "core/network/families.h"

#include <algorithm>

namespace facespace {
namespace {

constexpr std::array<float, 3> all(float value) { return {value, value, value}; }

/// OpenVINO's reference landmarks, given there as shares of the 128 pixels.
const Landmarks kOpenVino{
    {{40.393F, 59.081F}, {87.376F, 59.081F}, {64.034F, 81.985F}, {44.732F, 105.561F}, {83.639F, 105.561F}}};

}  // namespace

const Landmarks& arcFaceTemplate() {
    static const Landmarks points{
        {{38.2946F, 51.6963F}, {73.5318F, 51.5014F}, {56.0252F, 71.7366F}, {41.5493F, 92.3655F}, {70.7299F, 92.2041F}}};
    return points;
}

const std::vector<NetworkFamily>& networkFamilies() {
    static const std::vector<NetworkFamily> families{
        {"arcface",
         "ArcFace / InsightFace",
         112,
         ChannelOrder::kRgb,
         all(127.5F),
         all(127.5F),
         arcFaceTemplate(),
         0,
         {"arcface", "w600k", "glint360k", "webface", "ms1mv", "buffalo", "antelope", "iresnet", "cosface", "partial_fc",
          "casia"},
         {112},
         {512, 256, 128},
         "weights by InsightFace: non-commercial research only",
         "InsightFace, python-package/insightface/model_zoo/arcface_onnx.py"},
        {"adaface",
         "AdaFace",
         112,
         ChannelOrder::kBgr,
         all(127.5F),
         all(127.5F),
         arcFaceTemplate(),
         0,
         {"adaface"},
         {112},
         {512},
         "MIT; see the training set's own terms",
         "Kim et al., AdaFace, README"},
        {"magface",
         "MagFace",
         112,
         ChannelOrder::kBgr,
         all(0.F),
         all(255.F),
         arcFaceTemplate(),
         0,
         {"magface"},
         {112},
         {512},
         "Apache-2.0; see the training set's own terms",
         "Meng et al., MagFace, inference/network_inf.py"},
        {"facenet",
         "FaceNet (Inception-ResNet)",
         160,
         ChannelOrder::kRgb,
         all(127.5F),
         all(128.F),
         std::nullopt,
         0.1,
         {"facenet", "inception", "vggface2", "20180402", "20180408"},
         {160},
         {512, 128},
         "MIT; see the training set's own terms",
         "facenet-pytorch, models/mtcnn.py, fixed_image_standardization"},
        {"sface",
         "SFace (OpenCV)",
         112,
         ChannelOrder::kRgb,
         all(0.F),
         all(1.F),
         arcFaceTemplate(),
         0,
         {"sface"},
         {112},
         {128},
         "Apache-2.0",
         "OpenCV, FaceRecognizerSF"},
        {"mobilefacenet",
         "MobileFaceNet",
         112,
         ChannelOrder::kRgb,
         all(127.5F),
         all(127.5F),
         arcFaceTemplate(),
         0,
         {"mobilefacenet", "mbf", "mobileface"},
         {112},
         {512, 128, 256},
         "as stated by whoever trained it",
         "Chen et al., MobileFaceNets; InsightFace's w600k_mbf"},
        {"openvino",
         "OpenVINO face re-identification",
         128,
         ChannelOrder::kBgr,
         all(0.F),
         all(1.F),
         kOpenVino,
         0,
         {"reidentification", "openvino"},
         {128},
         {256},
         "Apache-2.0",
         "Open Model Zoo, face-reidentification-retail-0095"},
        {"dlib",
         "dlib-like",
         150,
         ChannelOrder::kRgb,
         {122.782F, 117.001F, 104.298F},
         all(256.F),
         std::nullopt,
         0.25,
         {"dlib"},
         {150},
         {128},
         "CC0",
         "dlib, dnn/input.h, and get_face_chip_details with a padding of .25"},
    };
    return families;
}

const NetworkFamily* familyOf(std::string_view key) {
    const auto found = std::ranges::find(networkFamilies(), key, &NetworkFamily::key);
    return found == networkFamilies().end() ? nullptr : &*found;
}

}  // namespace facespace
