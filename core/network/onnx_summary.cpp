#include "core/network/onnx_summary.h"

#include <algorithm>
#include <set>

#include "core/network/onnx_wire.h"

namespace facespace {
namespace {

using onnx::Bytes;
using onnx::eachField;
using onnx::Field;

constexpr std::size_t kMostArrays = 4096, kFirstNodes = 8, kMostAxes = 16, kLongestName = 1024;

/// Field numbers of onnx.proto (ONNX's own names).
enum ModelField : std::uint32_t { kProducer = 2, kGraph = 7, kOpset = 8 };
enum OpsetField : std::uint32_t { kDomain = 1, kVersion = 2 };
enum GraphField : std::uint32_t { kNode = 1, kInitializer = 5, kInput = 11, kOutput = 12 };
enum NodeField : std::uint32_t { kNodeName = 3, kOperator = 4 };
enum TensorField : std::uint32_t { kTensorName = 8 };
enum ValueField : std::uint32_t { kValueName = 1, kType = 2 };
enum TypeField : std::uint32_t { kTensorType = 1 };
enum TensorTypeField : std::uint32_t { kShape = 2 };
enum ShapeField : std::uint32_t { kAxis = 1 };
enum AxisField : std::uint32_t { kSize = 1 };

std::string nameOf(const Field& field) {
    return {reinterpret_cast<const char*>(field.bytes.data()), std::min(field.bytes.size(), kLongestName)};
}

Result<void> readShape(Bytes message, OnnxArray& array) {
    return eachField(message, [&](const Field& axis) -> Result<void> {
        if (axis.id != kAxis || array.shape.size() >= kMostAxes) return {};
        array.shape.push_back(-1);
        return eachField(axis.bytes, [&](const Field& f) -> Result<void> {
            if (f.id == kSize && f.wire == 0 && static_cast<std::int64_t>(f.number) > 0)
                array.shape.back() = static_cast<std::int64_t>(f.number);
            return {};
        });
    });
}

Result<void> readArray(Bytes message, std::vector<OnnxArray>& arrays) {
    if (arrays.size() >= kMostArrays) return {};
    OnnxArray array;
    auto read = eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kValueName) array.name = nameOf(f);
        if (f.id != kType) return {};
        return eachField(f.bytes, [&](const Field& type) -> Result<void> {
            if (type.id != kTensorType) return {};
            return eachField(type.bytes, [&](const Field& tensor) -> Result<void> {
                return tensor.id == kShape ? readShape(tensor.bytes, array) : Result<void>{};
            });
        });
    });
    arrays.push_back(std::move(array));
    return read;
}

Result<void> readNode(Bytes message, OnnxSummary& summary) {
    if (summary.firstNodes.size() >= kFirstNodes) return {};
    std::string name, kind;
    auto read = eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kNodeName) name = nameOf(f);
        if (f.id == kOperator) kind = nameOf(f);
        return {};
    });
    summary.firstNodes.push_back(name + " " + kind);
    return read;
}

Result<void> readGraph(Bytes message, OnnxSummary& summary) {
    std::set<std::string> given;
    auto read = eachField(message, [&](const Field& f) -> Result<void> {
        if (f.id == kNode) return readNode(f.bytes, summary);
        if (f.id == kInput) return readArray(f.bytes, summary.inputs);
        if (f.id == kOutput) return readArray(f.bytes, summary.outputs);
        if (f.id != kInitializer) return {};
        return eachField(f.bytes, [&](const Field& t) -> Result<void> {
            if (t.id == kTensorName) given.insert(nameOf(t));
            return {};
        });
    });
    std::erase_if(summary.inputs, [&](const OnnxArray& a) { return given.contains(a.name); });
    return read;
}

}  // namespace

Result<OnnxSummary> summariseOnnx(std::span<const std::byte> file) {
    OnnxSummary summary;
    bool graph = false;
    auto read = eachField(file, [&](const Field& f) -> Result<void> {
        if (f.id == kProducer) summary.producer = nameOf(f);
        if (f.id == kOpset) {
            std::string domain;
            std::int64_t version = 0;
            auto opset = eachField(f.bytes, [&](const Field& o) -> Result<void> {
                if (o.id == kDomain) domain = nameOf(o);
                if (o.id == kVersion) version = static_cast<std::int64_t>(o.number);
                return {};
            });
            if (domain.empty()) summary.opset = version;
            return opset;
        }
        if (f.id != kGraph) return {};
        graph = true;
        return readGraph(f.bytes, summary);
    });
    if (!read) return forward(read);
    if (!graph || summary.outputs.empty()) return onnx::notOnnx();
    return summary;
}

}  // namespace facespace
