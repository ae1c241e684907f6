#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// An array that goes into an ONNX network or comes out of it.
struct OnnxArray {
    std::string name;
    std::vector<std::int64_t> shape;  ///< −1: free, as the batch axis often is. Empty: not said.
};

/// What an ONNX file says of itself without being run.
struct OnnxSummary {
    std::string producer;  ///< "pytorch", "mxnet", …
    std::int64_t opset = 0;
    std::vector<OnnxArray> inputs;  ///< Without those that the file itself gives values.
    std::vector<OnnxArray> outputs;
    std::vector<std::string> firstNodes;  ///< "NAME OPERATOR" of the first eight.
};

/// Reads no weights, whatever the file's size. Errors: kModel, as part of a sentence.
Result<OnnxSummary> summariseOnnx(std::span<const std::byte> file);

}  // namespace facespace
