#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/network/descriptor.h"
#include "core/network/onnx_summary.h"

namespace facespace {

/// An SCRFD face detector as InsightFace exports them (det_500m.onnx, det_10g.onnx): for cells of 8, 16 and 32 pixels
/// scores, boxes and, in most, five landmarks, an output each, in this order; their names are numbers and say nothing.
struct ScrfdFile {
    std::vector<std::string> outputs;
    int width = 0, height = 0;  ///< Of the input; 0: any.
    bool landmarks = false;
};

/// Nothing: by its inputs and outputs the file is something else.
std::optional<ScrfdFile> asScrfd(const OnnxSummary& summary);

/// What the network host needs to run it over images of this size, one at a time, so that all outputs come back one behind
/// the other.
/// @param numbers  of all outputs
NetworkDescriptor scrfdNetwork(const std::filesystem::path& file, const ScrfdFile& scrfd, int width, int height,
                               int numbers);

}  // namespace facespace
