#include "core/network/host/onnx/onnx_run.h"

#include <c10/util/Exception.h>
#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "core/network/host/torch_reason.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr int kMostDepth = 64, kMostSteps = 200000;

/// Attributes of a node; one that stands for an attribute of the function around it is looked up there.
OnnxCall::Attributes attributesOf(const ::onnx::NodeProto& node, const OnnxCall::Attributes& outer) {
    OnnxCall::Attributes result;
    for (const auto& attribute : node.attribute()) {
        if (attribute.ref_attr_name().empty()) {
            result[attribute.name()] = &attribute;
        } else if (const auto found = outer.find(attribute.ref_attr_name()); found != outer.end()) {
            result[attribute.name()] = found->second;
        }
    }
    return result;
}

/// Nodes of their own name are called by it, others by what they make.
std::string nameOf(const ::onnx::NodeProto& node) {
    if (!node.name().empty()) return node.name();
    return node.output_size() > 0 ? node.output(0) : std::string("?");
}

/// What the graphs in a node's attributes take from around them stays to the end.
// NOLINTNEXTLINE(misc-no-recursion): no deeper than checkOnnx lets through
void countInner(const ::onnx::NodeProto& node, std::map<std::string, int>& uses) {
    for (const auto& attribute : node.attribute()) {
        if (!attribute.has_g()) continue;
        for (const auto& value : attribute.g().output()) ++uses[value.name()];
        for (const auto& inner : attribute.g().node()) {
            for (const std::string& name : inner.input()) ++uses[name];
            countInner(inner, uses);
        }
    }
}

[[noreturn]] void explain(const ::onnx::NodeProto& node, int opset, const Text& why) {
    throwOnnx(Complaint::kOnnxNode, nameOf(node), onnxOperatorOf(node), opset, why);
}

}  // namespace

OnnxRun::OnnxRun(const OnnxModel& model, const std::vector<std::string>& wanted)
    : model_(model), wanted_(wanted), needed_(onnxValuesFor(model.graph(), wanted)) {}

Tensors OnnxRun::of(const at::Tensor& image) {
    device_ = image.device();
    steps_ = 0;
    uses_.clear();
    for (const auto& node : model_.graph().node()) {
        for (const std::string& name : node.input()) ++uses_[name];
        countInner(node, uses_);
    }
    for (const std::string& name : wanted_) ++uses_[name];
    Values values;
    values[model_.input] = {image, false};
    runAll(model_.graph().node(), values, {}, model_.opset, 0);
    Tensors results;
    for (const std::string& name : wanted_) results.push_back(named(name, values).tensor);
    return results;
}

template <class Nodes>
void OnnxRun::runAll(const Nodes& nodes, Values& values, const Attributes& outer, int opset, int depth) {
    if (depth > kMostDepth) throwOnnx(Complaint::kOnnxTooLarge);
    for (const auto& node : nodes) {
        const auto isNeeded = [&](const std::string& name) { return needed_.contains(name); };
        if (depth == 0 && std::ranges::none_of(node.output(), isNeeded)) continue;
        if (++steps_ > kMostSteps) throwOnnx(Complaint::kOnnxTooLarge);
        runNode(node, values, outer, opset, depth);
        if (depth == 0) forget(node, values);
    }
}

void OnnxRun::runNode(const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset, int depth) {
    const std::string name = onnxOperatorOf(node);
    if (const auto own = model_.functions.find(name); own != model_.functions.end())
        return callFunction(*own->second, node, values, outer, depth);
    if (name == "If") return branch(node, values, outer, opset, depth);
    const auto by = onnxOperators().find(name);
    if (by == onnxOperators().end()) throwOnnx(Complaint::kOnnxOperators, fmt::format("“{}”", name), opset);
    try {
        compute(by->second, node, values, outer, opset);
    } catch (const OnnxError& error) {
        explain(node, opset, error.what);
    } catch (const c10::Error& error) {
        explain(node, opset, torchReason(error.what_without_backtrace(), ""));
    }
}

void OnnxRun::compute(OnnxOperator by, const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset) {
    OnnxCall call(node, attributesOf(node, outer), opset);
    for (const std::string& name : node.input()) {
        if (name.empty()) {
            call.addInput({}, true);
        } else {
            const Value value = named(name, values);
            call.addInput(value.tensor, value.fixed);
        }
    }
    const bool ofShape = node.op_type() == "Shape" || node.op_type() == "Size", fixed = ofShape || call.allFixed();
    if (!fixed && !device_.is_cpu()) call.moveTo(device_);
    std::optional<Unrecorded> unrecorded;
    if (fixed) unrecorded.emplace();
    const Tensors results = by(call);
    const auto count = std::min<std::size_t>(results.size(), static_cast<std::size_t>(node.output_size()));
    for (std::size_t i = 0; i < count; ++i)
        if (const std::string& name = node.output(static_cast<int>(i)); !name.empty()) values[name] = {results[i], fixed};
}

void OnnxRun::callFunction(const ::onnx::FunctionProto& function, const ::onnx::NodeProto& node, Values& values,
                           const Attributes& outer, int depth) {
    Values inner;
    for (int i = 0; i < std::min(function.input_size(), node.input_size()); ++i)
        if (!node.input(i).empty()) inner[function.input(i)] = named(node.input(i), values);
    int opset = model_.opset;
    for (const auto& version : function.opset_import())
        if (version.domain().empty() || version.domain() == "ai.onnx") opset = static_cast<int>(version.version());
    runAll(function.node(), inner, attributesOf(node, outer), opset, depth + 1);
    for (int i = 0; i < std::min(function.output_size(), node.output_size()); ++i)
        values[node.output(i)] = named(function.output(i), inner);
}

/// Only where the condition follows from sizes: the branch that is taken becomes part of the network.
void OnnxRun::branch(const ::onnx::NodeProto& node, Values& values, const Attributes& outer, int opset, int depth) {
    const auto attributes = attributesOf(node, outer);
    if (node.input_size() == 0) explain(node, opset, complaint(Complaint::kOnnxNoInput, 0));
    const Value condition = named(node.input(0), values);
    if (!condition.fixed) explain(node, opset, complaint(Complaint::kOnnxNotFixed, node.input(0)));
    const auto taken = attributes.find(condition.tensor.reshape({-1})[0].item<bool>() ? "then_branch" : "else_branch");
    if (taken == attributes.end()) explain(node, opset, complaint(Complaint::kOnnxNoInput, 0));
    const auto& graph = taken->second->g();
    Values inner = values;
    for (const auto& array : graph.initializer()) inner[array.name()] = {tensorOfOnnx(array), true};
    runAll(graph.node(), inner, outer, opset, depth + 1);
    for (int i = 0; i < std::min(graph.output_size(), node.output_size()); ++i)
        values[node.output(i)] = named(graph.output(i).name(), inner);
}

OnnxRun::Value OnnxRun::named(const std::string& name, const Values& values) const {
    if (const auto found = values.find(name); found != values.end()) return found->second;
    if (const auto array = model_.arrays.find(name); array != model_.arrays.end()) return {array->second, true};
    throwOnnx(Complaint::kOnnxNoValue, name);
}

/// Values that nothing takes any more, so that a batch of images does not fill the memory with all layers.
void OnnxRun::forget(const ::onnx::NodeProto& node, Values& values) {
    for (const std::string& name : node.input())
        if (const auto use = uses_.find(name); use != uses_.end() && --use->second <= 0) values.erase(name);
}

}  // namespace facespace::host
