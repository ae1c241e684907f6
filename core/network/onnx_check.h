#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/weight_parts.h"

namespace facespace {

/// Whether an ONNX file's arrays are what they say they are, before a library that takes the file's word for it reads them:
/// every tensor's sizes are sensible, and the file holds as many bytes as they need; so does the other file, if the tensor
/// lies in one. Arrays in other files may be the same bytes, but do not overlap. Says nothing about what the network does.
/// @param others  files beside it by their names; none: a tensor in another file is refused
/// Errors: kModel, as part of a sentence.
Result<void> checkOnnx(std::span<const std::byte> file, std::span<const WeightPart> others = {});

/// The other files in which an ONNX file's arrays lie, each once, in the file's order; none if it is no ONNX file.
std::vector<std::string> onnxFilesBeside(std::span<const std::byte> file);

/// Where an array lies in another file: what `entries` ("location", "offset", "length") say of an array of so many bytes.
/// Empty if it is not among `others`, or not wholly in it.
std::optional<std::span<const std::byte>> onnxBytesBeside(const std::map<std::string, std::string>& entries,
                                                          std::uint64_t bytes, std::span<const WeightPart> others);

}  // namespace facespace
