#pragma once
#include <string>
#include <vector>

#include "core/network/host/onnx/onnx_call.h"
#include "core/network/host/onnx/onnx_model.h"

namespace facespace::host {

/// Runs the nodes that the wanted values follow from, one after the other. Under LibTorch's tracer only what follows from
/// the image is recorded: all else, sizes first of all, is computed here and now and becomes a constant.
class OnnxRun {
  public:
    /// Both are kept by reference.
    OnnxRun(const OnnxModel& model, const std::vector<std::string>& wanted);

    /// @param image  as the file's input takes it
    /// @return the wanted values, in their order. Throws OnnxError and c10::Error.
    Tensors of(const at::Tensor& image);

  private:
    struct Value {
        at::Tensor tensor;
        bool fixed = false;
    };
    using Values = std::map<std::string, Value>;
    using Attributes = OnnxCall::Attributes;

    template <class Nodes>
    void runAll(const Nodes& nodes, Values& values, const Attributes& outer, int opset, int depth);
    void runNode(const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset, int depth);
    void compute(OnnxOperator by, const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset);
    void callFunction(const ::onnx::FunctionProto& function, const ::onnx::NodeProto& node, Values& values,
                      const Attributes& outer, int depth);
    void branch(const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset, int depth);
    Value named(const std::string& name, const Values& values) const;
    void forget(const ::onnx::NodeProto& node, Values& values);

    const OnnxModel& model_;
    const std::vector<std::string>& wanted_;
    std::set<std::string> needed_;
    std::map<std::string, int> uses_;  ///< Of the main graph's values, to come.
    at::Device device_ = at::kCPU;
    int steps_ = 0;
};

}  // namespace facespace::host
