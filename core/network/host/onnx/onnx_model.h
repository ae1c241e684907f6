#pragma once
#include <ATen/ATen.h>
#include <onnx/onnx_pb.h>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/weight_parts.h"

namespace facespace::host {

/// An ONNX file, read: its nodes, and its arrays as tensors.
struct OnnxModel {
    std::unique_ptr<::onnx::ModelProto> file;                       ///< Without the arrays' numbers.
    std::map<std::string, at::Tensor> arrays;                       ///< By the names of the values.
    std::map<std::string, const ::onnx::FunctionProto*> functions;  ///< "domain.name": functions of the file's own.
    int opset = 0;                                                  ///< Of the default domain.
    std::string input;                                              ///< The one input that is no array.
    std::vector<std::int64_t> inputShape;                           ///< -1 where it is not said; empty if nothing is.
    at::ScalarType inputType = at::kFloat;
    std::vector<std::string> outputs;

    const ::onnx::GraphProto& graph() const { return file->graph(); }
};

/// As the file's input takes it: some files want the channels last, some want whole numbers.
/// @param shape   of the input, as OnnxModel::inputShape
/// @param images  batch × channels × height × width, float32
at::Tensor asOnnxInput(const std::vector<std::int64_t>& shape, at::ScalarType type, const at::Tensor& images);

/// Errors: kModel, as part of a sentence.
Result<std::unique_ptr<::onnx::ModelProto>> parseOnnx(std::span<const std::byte> file);

/// Puts the numbers of an array that lies in another file into the array itself; checkOnnx has seen that they are there.
void fetchOnnxArray(::onnx::TensorProto& array, std::span<const WeightPart> others);

/// "Relu" of the default domain; with the domain before it of any other.
std::string onnxOperatorOf(const ::onnx::NodeProto& node);

/// Errors: kModel, as part of a sentence: damaged, arrays that are not what they say, several inputs, and operators that are
/// missing, all of them with the file's version of ONNX.
Result<OnnxModel> readOnnxModel(std::span<const std::byte> weights);

/// The names of the nodes' values that `wanted` follow from; a node is needed if one of its outputs is.
std::set<std::string> onnxValuesFor(const ::onnx::GraphProto& graph, const std::vector<std::string>& wanted);

}  // namespace facespace::host
