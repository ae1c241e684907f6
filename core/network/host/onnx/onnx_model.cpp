#include "core/network/host/onnx/onnx_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <algorithm>
#include <limits>

#include "core/network/host/onnx/onnx_call.h"
#include "core/network/onnx_check.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr int kMostDepth = 64, kMostNamed = 12;

bool isDefault(const std::string& domain) { return domain.empty() || domain == "ai.onnx"; }

/// Names of operators that a graph uses and that are not there, with those of the graphs in its attributes.
class Missing {
  public:
    explicit Missing(const OnnxModel& model) : model_(model) {}

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than checkOnnx lets through
    template <class Nodes>
    void lookAt(const Nodes& nodes, int depth = 0) {
        if (depth > kMostDepth) return;
        for (const auto& node : nodes) {
            const std::string name = onnxOperatorOf(node);
            if (const auto own = model_.functions.find(name); own != model_.functions.end()) {
                if (seen_.insert(name).second) lookAt(own->second->node(), depth + 1);
                continue;
            }
            if (name != "If" && !onnxOperators().contains(name)) names_.insert(name);
            for (const auto& attribute : node.attribute())
                if (attribute.has_g()) lookAt(attribute.g().node(), depth + 1);
        }
    }

    Result<void> result() const {
        if (names_.empty()) return {};
        std::string listed;
        int count = 0;
        for (const std::string& name : names_) {
            if (count++ == kMostNamed) break;
            listed += fmt::format("{}“{}”", listed.empty() ? "" : ", ", name);
        }
        if (static_cast<int>(names_.size()) > kMostNamed) listed += ", …";
        return fail(ErrorCode::kModel, complaint(Complaint::kOnnxOperators, listed, model_.opset));
    }

  private:
    const OnnxModel& model_;
    std::set<std::string> seen_, names_;
};

void readInput(const ::onnx::ValueInfoProto& value, OnnxModel& model) {
    model.input = value.name();
    const auto& type = value.type().tensor_type();
    if (type.elem_type() != 0) model.inputType = typeOfOnnx(type.elem_type());
    if (!type.has_shape()) return;
    for (const auto& side : type.shape().dim())
        model.inputShape.push_back(side.has_dim_value() && side.dim_value() > 0 ? side.dim_value() : -1);
}

Result<void> readEnds(OnnxModel& model) {
    std::vector<std::string> inputs;
    for (const auto& value : model.graph().input()) {
        if (model.arrays.contains(value.name())) continue;
        if (inputs.empty()) readInput(value, model);
        inputs.push_back(value.name());
    }
    if (inputs.size() != 1)
        return fail(ErrorCode::kModel,
                    complaint(Complaint::kOnnxInputs, inputs.size(), fmt::format("{}", fmt::join(inputs, ", "))));
    for (const auto& value : model.graph().output()) model.outputs.push_back(value.name());
    return {};
}

void takeArrays(OnnxModel& model, std::span<const WeightPart> others) {
    for (auto& array : *model.file->mutable_graph()->mutable_initializer()) {
        fetchOnnxArray(array, others);
        model.arrays[array.name()] = tensorOfOnnx(array);
        array.Clear();
    }
    model.file->mutable_graph()->clear_initializer();
}

}  // namespace

at::Tensor asOnnxInput(const std::vector<std::int64_t>& shape, at::ScalarType type, const at::Tensor& images) {
    const bool last = shape.size() == 4 && shape[3] == images.size(1) && shape[1] != images.size(1);
    const at::Tensor ordered = last ? images.permute({0, 2, 3, 1}) : images;
    return type == at::kFloat ? ordered : ordered.to(type);
}

Result<std::unique_ptr<::onnx::ModelProto>> parseOnnx(std::span<const std::byte> weights) {
    auto model = std::make_unique<::onnx::ModelProto>();
    if (weights.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(ErrorCode::kModel, complaint(Complaint::kOnnxTooLarge));
    google::protobuf::io::ArrayInputStream bytes(weights.data(), static_cast<int>(weights.size()));
    google::protobuf::io::CodedInputStream stream(&bytes);
    stream.SetTotalBytesLimit(std::numeric_limits<int>::max());
    stream.SetRecursionLimit(kMostDepth * 4);
    if (!model->ParseFromCodedStream(&stream) || !model->has_graph())
        return fail(ErrorCode::kModel, complaint(Complaint::kNotOnnx));
    return model;
}

void fetchOnnxArray(::onnx::TensorProto& array, std::span<const WeightPart> others) {
    if (array.external_data_size() == 0) return;
    std::map<std::string, std::string> entries;
    for (const auto& entry : array.external_data()) entries[entry.key()] = entry.value();
    std::uint64_t bytes = bytesOfOnnxElement(array.data_type());
    for (const std::int64_t side : array.dims()) bytes *= static_cast<std::uint64_t>(std::max<std::int64_t>(side, 0));
    const auto place = onnxBytesBeside(entries, bytes, others);
    if (!place) throwOnnx(Complaint::kArrayElsewhere, array.name());
    array.set_raw_data(place->data(), place->size());
}

std::string onnxOperatorOf(const ::onnx::NodeProto& node) {
    return isDefault(node.domain()) ? node.op_type() : node.domain() + "." + node.op_type();
}

Result<OnnxModel> readOnnxModel(std::span<const std::byte> weights) {
    const auto parts = weightParts(weights);
    if (!parts) return forward(parts);
    const auto others = std::span(*parts).subspan(1);
    if (auto checked = checkOnnx(parts->front().bytes, others); !checked) return forward(checked);
    auto file = parseOnnx(parts->front().bytes);
    if (!file) return forward(file);
    OnnxModel model;
    model.file = std::move(*file);
    for (const auto& version : model.file->opset_import())
        if (isDefault(version.domain())) model.opset = static_cast<int>(version.version());
    for (const auto& function : model.file->functions())
        model.functions[function.domain() + "." + function.name()] = &function;
    Missing missing(model);
    missing.lookAt(model.graph().node());
    if (auto all = missing.result(); !all) return forward(all);
    if (model.graph().sparse_initializer_size() > 0)
        return fail(ErrorCode::kModel, complaint(Complaint::kOnnxOperators, "“sparse_initializer”", model.opset));
    try {
        takeArrays(model, others);
        if (auto ends = readEnds(model); !ends) return forward(ends);
    } catch (const OnnxError& error) {
        return fail(ErrorCode::kModel, error.what);
    }
    return model;
}

std::set<std::string> onnxValuesFor(const ::onnx::GraphProto& graph, const std::vector<std::string>& wanted) {
    std::set<std::string> needed(wanted.begin(), wanted.end());
    // What a graph in an attribute takes from outside is not told apart from its own: both are kept.
    const std::function<void(const ::onnx::GraphProto&, int)> inner = [&](const ::onnx::GraphProto& g, int depth) {
        if (depth > kMostDepth) return;
        for (const auto& value : g.output()) needed.insert(value.name());
        for (const auto& node : g.node()) {
            needed.insert(node.input().begin(), node.input().end());
            for (const auto& attribute : node.attribute())
                if (attribute.has_g()) inner(attribute.g(), depth + 1);
        }
    };
    for (int i = graph.node_size(); i-- > 0;) {
        const auto& node = graph.node(i);
        if (std::ranges::none_of(node.output(), [&](const std::string& name) { return needed.contains(name); })) continue;
        for (const std::string& name : node.input())
            if (!name.empty()) needed.insert(name);
        for (const auto& attribute : node.attribute())
            if (attribute.has_g()) inner(attribute.g(), 0);
    }
    return needed;
}

}  // namespace facespace::host
