#pragma once

namespace facespace {

/// Which YuNet file of OpenCV's model zoo the OpenCV at hand reads, as its name tells it: "2022mar" before OpenCV 4.8, else
/// "2023mar".
const char* detectorEdition();

}  // namespace facespace
