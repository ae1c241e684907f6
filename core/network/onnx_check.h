#pragma once
#include <cstddef>
#include <span>

#include "core/common/result.h"

namespace facespace {

/// Whether an ONNX file's arrays are what they say they are, before a library that takes the file's word for it reads them:
/// every tensor's sizes are sensible, the file holds as many bytes as they need, and none of them lies in another file.
/// Says nothing about what the network does. Errors: kModel, as part of a sentence.
Result<void> checkOnnx(std::span<const std::byte> file);

}  // namespace facespace
