#include "core/network/host/onnx/onnx_call.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstring>

namespace facespace::host {
namespace {

using protocol::Complaint;

constexpr std::int64_t kMostNumbers = 1 << 20;
constexpr double kMostElements = 2147483648.0;

/// checkOnnx has counted already; this holds for what a damaged file makes of several pieces, too.
void expectNumbers(const ::onnx::TensorProto& array, double numbers) {
    double expected = 1;
    for (const std::int64_t side : array.dims()) {
        if (side < 0) throwOnnx(Complaint::kArraySide, array.name(), side);
        expected *= static_cast<double>(side);
    }
    if (expected > kMostElements || numbers < expected)
        throwOnnx(Complaint::kArraySize, array.name(), static_cast<std::int64_t>(std::min(expected, 1e18)));
}

Numbers sidesOf(const ::onnx::TensorProto& array) { return {array.dims().begin(), array.dims().end()}; }

/// Numbers that a file keeps one by one in place of raw bytes.
template <class To, class Field>
at::Tensor typed(const ::onnx::TensorProto& array, const Field& field, at::ScalarType type) {
    expectNumbers(array, field.size());
    at::Tensor tensor = at::empty(sidesOf(array), type);
    auto* to = static_cast<To*>(tensor.data_ptr());
    for (std::int64_t i = 0; i < tensor.numel(); ++i) to[i] = static_cast<To>(field.Get(static_cast<int>(i)));
    return tensor;
}

/// What ATen calls numbers that lie so in a file; unsigned ones of more than a byte as the signed ones of their width.
at::ScalarType storedAs(std::int64_t type) {
    using T = ::onnx::TensorProto;
    switch (type) {
        case T::FLOAT:
            return at::kFloat;
        case T::UINT8:
            return at::kByte;
        case T::INT8:
            return at::kChar;
        case T::UINT16:
        case T::INT16:
            return at::kShort;
        case T::INT32:
        case T::UINT32:
            return at::kInt;
        case T::INT64:
        case T::UINT64:
            return at::kLong;
        case T::BOOL:
            return at::kBool;
        case T::FLOAT16:
            return at::kHalf;
        case T::BFLOAT16:
            return at::kBFloat16;
        case T::DOUBLE:
            return at::kDouble;
        default:
            throwOnnx(Complaint::kOnnxType, type);
    }
}

at::Tensor stored(const ::onnx::TensorProto& array) {
    const at::ScalarType type = storedAs(array.data_type());
    if (array.has_raw_data()) {
        const std::string& raw = array.raw_data();
        expectNumbers(array, static_cast<double>(raw.size() / c10::elementSize(type)));
        at::Tensor tensor = at::empty(sidesOf(array), type);
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), raw.data(), tensor.nbytes());
        return tensor;
    }
    switch (type) {
        case at::kFloat:
            return typed<float>(array, array.float_data(), type);
        case at::kDouble:
            return typed<double>(array, array.double_data(), type);
        case at::kLong:
            if (array.uint64_data_size() > 0) return typed<std::int64_t>(array, array.uint64_data(), type);
            return typed<std::int64_t>(array, array.int64_data(), type);
        case at::kHalf:
        case at::kBFloat16:  // Bit by bit.
            return typed<std::uint16_t>(array, array.int32_data(), type);
        case at::kInt:
            if (array.uint64_data_size() > 0) return typed<std::int32_t>(array, array.uint64_data(), type);
            return typed<std::int32_t>(array, array.int32_data(), type);
        default:
            return typed<std::int32_t>(array, array.int32_data(), at::kInt).to(type);
    }
}

}  // namespace

at::ScalarType typeOfOnnx(std::int64_t type) {
    using T = ::onnx::TensorProto;
    if (type == T::UINT16) return at::kInt;
    if (type == T::UINT32) return at::kLong;
    const at::ScalarType stored = storedAs(type);
    return at::isFloatingType(stored) ? at::kFloat : stored;
}

std::uint64_t bytesOfOnnxElement(std::int64_t type) { return c10::elementSize(storedAs(type)); }

at::Tensor tensorOfOnnx(const ::onnx::TensorProto& array) {
    const at::Tensor tensor = stored(array);
    const at::ScalarType type = typeOfOnnx(array.data_type());
    if (array.data_type() == ::onnx::TensorProto::UINT16) return tensor.to(type).bitwise_and(0xFFFF);
    if (array.data_type() == ::onnx::TensorProto::UINT32)
        return tensor.to(type).bitwise_and(at::Scalar(std::int64_t{0xFFFFFFFF}));
    return tensor.to(type);
}

const at::Tensor& OnnxCall::input(std::size_t index) const {
    if (!has(index)) throwOnnx(Complaint::kOnnxNoInput, index);
    return inputs_[index];
}

bool OnnxCall::allFixed() const {
    for (std::size_t i = 0; i < inputs_.size(); ++i)
        if (inputs_[i].defined() && !fixed_[i]) return false;
    return true;
}

void OnnxCall::moveTo(const at::Device& device) {
    for (at::Tensor& tensor : inputs_)
        if (tensor.defined() && tensor.device() != device) tensor = tensor.to(device);
}

Numbers OnnxCall::inputIntegers(std::size_t index) const {
    if (!has(index)) throwOnnx(Complaint::kOnnxNoInput, index);
    if (!fixed_[index]) throwOnnx(Complaint::kOnnxNotFixed, node_.input(static_cast<int>(index)));
    if (inputs_[index].numel() > kMostNumbers) throwOnnx(Complaint::kOnnxShapes);
    const at::Tensor tensor = inputs_[index].to(at::kCPU, at::kLong).contiguous();
    const auto* data = tensor.data_ptr<std::int64_t>();
    return {data, data + tensor.numel()};
}

std::vector<double> OnnxCall::numbers(std::size_t index) const {
    if (!has(index)) throwOnnx(Complaint::kOnnxNoInput, index);
    if (!fixed_[index]) throwOnnx(Complaint::kOnnxNotFixed, node_.input(static_cast<int>(index)));
    if (inputs_[index].numel() > kMostNumbers) throwOnnx(Complaint::kOnnxShapes);
    const at::Tensor tensor = inputs_[index].to(at::kCPU, at::kDouble).contiguous();
    const auto* data = tensor.data_ptr<double>();
    return {data, data + tensor.numel()};
}

double OnnxCall::number(std::size_t index) const {
    const auto all = numbers(index);
    if (all.size() != 1) throwOnnx(Complaint::kOnnxShapes);
    return all[0];
}

const ::onnx::AttributeProto* OnnxCall::attribute(const char* name) const {
    const auto found = attributes_.find(name);
    return found == attributes_.end() ? nullptr : found->second;
}

std::int64_t OnnxCall::integer(const char* name, std::int64_t otherwise) const {
    const auto* found = attribute(name);
    return found != nullptr ? found->i() : otherwise;
}

double OnnxCall::real(const char* name, double otherwise) const {
    const auto* found = attribute(name);
    return found != nullptr ? static_cast<double>(found->f()) : otherwise;
}

Numbers OnnxCall::integers(const char* name, Numbers otherwise) const {
    const auto* found = attribute(name);
    return found != nullptr ? Numbers(found->ints().begin(), found->ints().end()) : std::move(otherwise);
}

std::vector<double> OnnxCall::reals(const char* name) const {
    const auto* found = attribute(name);
    return found != nullptr ? std::vector<double>(found->floats().begin(), found->floats().end()) : std::vector<double>();
}

std::string OnnxCall::text(const char* name, const char* otherwise) const {
    const auto* found = attribute(name);
    return found != nullptr ? found->s() : otherwise;
}

Numbers OnnxCall::integersOf(const char* name, std::size_t inputIndex, Numbers otherwise) const {
    if (hasAttribute(name)) return integers(name);
    return has(inputIndex) ? inputIntegers(inputIndex) : std::move(otherwise);
}

std::int64_t OnnxCall::axis(std::int64_t given, std::int64_t rank) const {
    const std::int64_t from0 = given < 0 ? given + rank : given;
    if (from0 < 0 || from0 >= std::max<std::int64_t>(rank, 1)) refuse("axis", fmt::to_string(given));
    return from0;
}

void OnnxCall::refuse(const char* attribute, const std::string& value) const {
    throwOnnx(Complaint::kOnnxAttribute, attribute, value);
}

const OnnxOperators& onnxOperators() {
    static const OnnxOperators all = [] {
        OnnxOperators made;
        for (const auto add : {addArithmetic, addActivations, addLayers, addPooling, addNorms, addReductions, addShapes,
                               addIndexing, addResizing})
            add(made);
        return made;
    }();
    return all;
}

}  // namespace facespace::host
