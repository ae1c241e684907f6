#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "core/common/result.h"
#include "core/extraction/extraction.h"

namespace facespace {

/// `count` detectors as the options say, one per thread; none if the options name none. The file is looked at before the
/// library is: that takes its word for the sizes of arrays. Errors: kModel, kIo.
Result<std::vector<FaceDetector>> loadDetectors(const ExtractOptions& options, std::size_t count);

/// A YuNet detector (`face_detection_yunet….onnx`) that lies where one would be put: beside the descriptor, in the folder
/// above, or there in `detect`, `detector` or `detectors`. Of several the edition that this OpenCV reads (detectorEdition),
/// else the newest. It is only found, not loaded.
std::optional<std::filesystem::path> detectorNear(const std::filesystem::path& descriptorFile);

}  // namespace facespace
