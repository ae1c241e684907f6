#pragma once
#include <ATen/ATen.h>
#include <ATen/TracerMode.h>
#include <onnx/onnx_pb.h>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/text.h"
#include "core/network/complaints.h"

/// The operators of ONNX by ATen's functions. Numbers of any floating point type are float32; whole numbers stay what they
/// are.
namespace facespace::host {

/// Why a node cannot be computed; it ends at the back-end, as part of a sentence.
struct OnnxError {
    Text what;
};
template <class... Values>
[[noreturn]] void throwOnnx(protocol::Complaint code, const Values&... values) {
    throw OnnxError{protocol::complaint(code, values...)};
}

using Tensors = std::vector<at::Tensor>;
using Numbers = std::vector<std::int64_t>;

/// One node with the values that go in. What is asked for and is not there, or is of another kind, throws OnnxError.
class OnnxCall {
  public:
    /// Of the node's own attributes, or of those that the function it stands in was called with.
    using Attributes = std::map<std::string, const ::onnx::AttributeProto*>;

    OnnxCall(const ::onnx::NodeProto& node, Attributes attributes, int opset)
        : node_(node), attributes_(std::move(attributes)), opset_(opset) {}
    void addInput(at::Tensor tensor, bool fixed) {
        inputs_.push_back(std::move(tensor));
        fixed_.push_back(fixed);
    }

    const ::onnx::NodeProto& node() const { return node_; }
    int opset() const { return opset_; }
    std::size_t inputCount() const { return inputs_.size(); }
    bool has(std::size_t index) const { return index < inputs_.size() && inputs_[index].defined(); }
    const at::Tensor& input(std::size_t index) const;
    /// Undefined if it is left out.
    at::Tensor optional(std::size_t index) const { return has(index) ? inputs_[index] : at::Tensor(); }
    /// Whether it is the same whatever the image shows.
    bool isFixed(std::size_t index) const { return has(index) && fixed_[index]; }
    bool allFixed() const;
    void moveTo(const at::Device& device);

    /// The numbers of a fixed input, in order.
    Numbers inputIntegers(std::size_t index) const;
    std::vector<double> numbers(std::size_t index) const;
    double number(std::size_t index) const;

    bool hasAttribute(const char* name) const { return attributes_.contains(name); }
    std::int64_t integer(const char* name, std::int64_t otherwise) const;
    double real(const char* name, double otherwise) const;
    Numbers integers(const char* name, Numbers otherwise = {}) const;
    std::vector<double> reals(const char* name) const;
    std::string text(const char* name, const char* otherwise) const;
    const ::onnx::AttributeProto* attribute(const char* name) const;
    /// From the attribute, or in later versions of ONNX from the input.
    Numbers integersOf(const char* name, std::size_t inputIndex, Numbers otherwise = {}) const;

    /// An axis from 0, of `rank`.
    std::int64_t axis(std::int64_t given, std::int64_t rank) const;
    [[noreturn]] void refuse(const char* attribute, const std::string& value) const;

  private:
    const ::onnx::NodeProto& node_;
    Attributes attributes_;
    int opset_;
    Tensors inputs_;
    std::vector<bool> fixed_;
};

using OnnxOperator = Tensors (*)(const OnnxCall&);
using OnnxOperators = std::map<std::string_view, OnnxOperator>;

/// Those of the default domain by their names, and with "facespace." before theirs those that onnx_fuse.h puts in.
const OnnxOperators& onnxOperators();

void addArithmetic(OnnxOperators& to);
void addActivations(OnnxOperators& to);
void addLayers(OnnxOperators& to);
void addPooling(OnnxOperators& to);
void addNorms(OnnxOperators& to);
void addReductions(OnnxOperators& to);
void addShapes(OnnxOperators& to);
void addIndexing(OnnxOperators& to);
void addResizing(OnnxOperators& to);

/// The type in which numbers of an ONNX type are computed; throws OnnxError if there is none.
at::ScalarType typeOfOnnx(std::int64_t type);
/// Bytes of one number as a file holds it; throws OnnxError if there is none of this type.
std::uint64_t bytesOfOnnxElement(std::int64_t type);
/// A copy of an array's numbers. checkOnnx has been through it: it holds as many as it says.
at::Tensor tensorOfOnnx(const ::onnx::TensorProto& array);

/// Numbers that are made here must not be recorded: what was written into them would be lost.
using Unrecorded = at::tracer::impl::NoTracerDispatchMode;
inline at::Tensor fixedIntegers(const Numbers& values) {
    const Unrecorded unrecorded;
    return at::tensor(values, at::kLong);
}

}  // namespace facespace::host
