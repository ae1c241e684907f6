#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "core/common/result.h"
#include "core/extraction/extraction.h"

namespace facespace {

/// `count` detectors as the options say, one per thread; none if the options name none. What kind the file is, is seen from
/// its inputs and outputs. YuNet runs in this process, after the file was looked at: the library takes its word for the
/// sizes of arrays. SCRFD runs in one network host that all threads share, if it may (core/network/trust.h); a host that
/// dies of an image is started again for the next.
/// @param job  Its cancel token also ends a search in the host.
/// Errors: kModel, kIo, those of startNetwork.
Result<std::vector<FaceDetector>> loadDetectors(const ExtractOptions& options, std::size_t count, const JobContext& job);

/// What has to be asked before the options' detector can run; empty if nothing has, or if it cannot run anyway.
std::optional<NetworkQuestion> detectorQuestion(const ExtractOptions& options);

/// A detector that lies where one would be put: beside the descriptor, in the folder above, or there in `detect`, `detector`
/// or `detectors`. YuNet (`face_detection_yunet….onnx`) goes before InsightFace's (`det_10g.onnx`, `scrfd_….onnx`) in the
/// same folder; of several YuNets the edition that this OpenCV reads (detectorEdition), else the newest. It is only found by
/// its name, not loaded.
std::optional<std::filesystem::path> detectorNear(const std::filesystem::path& descriptorFile);

}  // namespace facespace
