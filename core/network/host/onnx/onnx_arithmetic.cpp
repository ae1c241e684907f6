// Numbers element by element.
#include <cmath>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using Unary = at::Tensor (*)(const at::Tensor&);
using Binary = at::Tensor (*)(const at::Tensor&, const at::Tensor&);

template <Unary f>
Tensors unary(const OnnxCall& call) {
    return {f(call.input(0))};
}

/// Before version 7 the second operand says at which axis of the first it begins.
at::Tensor second(const OnnxCall& call) {
    const at::Tensor &a = call.input(0), &b = call.input(1);
    if (call.opset() >= 7 || !call.hasAttribute("axis") || b.dim() >= a.dim()) return b;
    Numbers shape = b.sizes().vec();
    const std::int64_t axis = call.axis(call.integer("axis", 0), a.dim());
    while (static_cast<std::int64_t>(shape.size()) + axis < a.dim()) shape.push_back(1);
    return b.reshape(shape);
}

template <Binary f>
Tensors binary(const OnnxCall& call) {
    return {f(call.input(0), second(call))};
}

template <Binary f>
Tensors folded(const OnnxCall& call) {
    at::Tensor result = call.input(0);
    for (std::size_t i = 1; i < call.inputCount(); ++i) result = f(result, call.input(i));
    return {result};
}

at::Tensor plus(const at::Tensor& a, const at::Tensor& b) { return at::add(a, b); }
at::Tensor minus(const at::Tensor& a, const at::Tensor& b) { return at::sub(a, b); }

Tensors mean(const OnnxCall& call) { return {folded<plus>(call)[0] / static_cast<double>(call.inputCount())}; }

/// Whole numbers are divided towards zero.
at::Tensor quotient(const at::Tensor& a, const at::Tensor& b) {
    const bool whole = at::isIntegralType(a.scalar_type(), true) && at::isIntegralType(b.scalar_type(), true);
    return whole ? at::div(a, b, "trunc") : at::div(a, b);
}

Tensors power(const OnnxCall& call) {
    const at::Tensor &base = call.input(0), &exponent = call.input(1);
    if (call.isFixed(1) && exponent.numel() == 1 && exponent.dim() <= base.dim()) {
        const double value = call.number(1);
        if (value == std::floor(value) && std::abs(value) < 1e6)
            return {at::pow(base, static_cast<std::int64_t>(value)).to(base.scalar_type())};
        return {at::pow(base, value).to(base.scalar_type())};
    }
    return {at::pow(base, exponent).to(base.scalar_type())};
}

Tensors modulo(const OnnxCall& call) {
    if (call.integer("fmod", 0) != 0) return {at::fmod(call.input(0), call.input(1))};
    return {at::remainder(call.input(0), call.input(1))};
}

at::Tensor both(const at::Tensor& a, const at::Tensor& b) { return at::logical_and(a, b); }
at::Tensor either(const at::Tensor& a, const at::Tensor& b) { return at::logical_or(a, b); }
at::Tensor oneOf(const at::Tensor& a, const at::Tensor& b) { return at::logical_xor(a, b); }

Tensors where(const OnnxCall& call) { return {at::where(call.input(0).to(at::kBool), call.input(1), call.input(2))}; }

Tensors isInfinite(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const bool negative = call.integer("detect_negative", 1) != 0, positive = call.integer("detect_positive", 1) != 0;
    if (negative && positive) return {at::isinf(x)};
    return {positive ? at::isposinf(x) : at::isneginf(x)};
}

Tensors clip(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    if (call.opset() < 11) {
        c10::optional<at::Scalar> low, high;
        if (call.hasAttribute("min")) low = call.real("min", 0);
        if (call.hasAttribute("max")) high = call.real("max", 0);
        return {low || high ? at::clamp(x, low, high) : x};
    }
    if (!call.has(1) && !call.has(2)) return {x};
    if ((call.has(1) && !call.isFixed(1)) || (call.has(2) && !call.isFixed(2)))
        return {at::clamp(x, call.has(1) ? c10::optional<at::Tensor>(call.input(1)) : c10::nullopt,
                          call.has(2) ? c10::optional<at::Tensor>(call.input(2)) : c10::nullopt)};
    const auto limit = [&](std::size_t index) -> c10::optional<at::Scalar> {
        if (!call.has(index)) return c10::nullopt;
        if (at::isFloatingType(x.scalar_type())) return at::Scalar(call.number(index));
        return at::Scalar(call.inputIntegers(index).at(0));
    };
    return {at::clamp(x, limit(1), limit(2))};
}

Tensors cast(const OnnxCall& call) { return {call.input(0).to(typeOfOnnx(call.integer("to", 1)))}; }
Tensors castLike(const OnnxCall& call) { return {call.input(0).to(call.input(1).scalar_type())}; }

/// Scale and zero point are one number each, or one for each place of an axis.
at::Tensor alongAxis(const OnnxCall& call, const at::Tensor& values) {
    if (values.numel() == 1) return values.reshape({});
    Numbers shape(static_cast<std::size_t>(call.input(0).dim()), 1);
    shape[static_cast<std::size_t>(call.axis(call.integer("axis", 1), call.input(0).dim()))] = values.numel();
    return values.reshape(shape);
}

Tensors quantize(const OnnxCall& call) {
    const at::ScalarType type = call.has(2) ? call.input(2).scalar_type() : at::kByte;
    at::Tensor result = at::round(call.input(0) / alongAxis(call, call.input(1)));
    if (call.has(2)) result = result + alongAxis(call, call.input(2)).to(at::kFloat);
    const bool isSigned = type == at::kChar;
    return {at::clamp(result, isSigned ? -128 : 0, isSigned ? 127 : 255).to(type)};
}

Tensors dequantize(const OnnxCall& call) {
    at::Tensor result = call.input(0).to(at::kFloat);
    if (call.has(2)) result = result - alongAxis(call, call.input(2)).to(at::kFloat);
    return {result * alongAxis(call, call.input(1))};
}

}  // namespace

void addArithmetic(OnnxOperators& to) {
    to.insert({{"Abs", unary<at::abs>},     {"Neg", unary<at::neg>},         {"Exp", unary<at::exp>},
               {"Log", unary<at::log>},     {"Sqrt", unary<at::sqrt>},       {"Reciprocal", unary<at::reciprocal>},
               {"Floor", unary<at::floor>}, {"Ceil", unary<at::ceil>},       {"Round", unary<at::round>},
               {"Sign", unary<at::sign>},   {"Erf", unary<at::erf>},         {"Sin", unary<at::sin>},
               {"Cos", unary<at::cos>},     {"Tan", unary<at::tan>},         {"Asin", unary<at::asin>},
               {"Acos", unary<at::acos>},   {"Atan", unary<at::atan>},       {"Sinh", unary<at::sinh>},
               {"Cosh", unary<at::cosh>},   {"Not", unary<at::logical_not>}, {"IsNaN", unary<at::isnan>},
               {"IsInf", isInfinite}});
    to.insert({{"Add", binary<plus>},
               {"Sub", binary<minus>},
               {"Mul", binary<at::mul>},
               {"Div", binary<quotient>},
               {"Pow", power},
               {"Mod", modulo},
               {"Equal", binary<at::eq>},
               {"Greater", binary<at::gt>},
               {"Less", binary<at::lt>},
               {"GreaterOrEqual", binary<at::ge>},
               {"LessOrEqual", binary<at::le>},
               {"And", binary<both>},
               {"Or", binary<either>},
               {"Xor", binary<oneOf>},
               {"Where", where},
               {"Clip", clip},
               {"Cast", cast},
               {"CastLike", castLike}});
    to.insert({{"Max", folded<at::maximum>},
               {"Min", folded<at::minimum>},
               {"Sum", folded<plus>},
               {"Mean", mean},
               {"QuantizeLinear", quantize},
               {"DequantizeLinear", dequantize}});
}

}  // namespace facespace::host
