#pragma once
#include <opencv2/core/version.hpp>

#include "tests/support/network_files.h"

namespace facespace::test {

/// True if this OpenCV reads the YuNet of 2022 with which the references were made; 4.8 and later read that of 2023, which
/// was trained anew and puts the landmarks a little elsewhere.
constexpr bool kReferenceDetector = CV_VERSION_MAJOR * 100 + CV_VERSION_MINOR < 408;

/// The YuNet detector among the real networks that this OpenCV reads.
inline fs::path realDetector() {
    return realData() / "detect" /
           (kReferenceDetector ? "face_detection_yunet_2022mar.onnx" : "face_detection_yunet_2023mar.onnx");
}

}  // namespace facespace::test
