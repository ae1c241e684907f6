// Convolutions and products.
#include <fmt/format.h>

#include "core/network/host/onnx/onnx_window.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

Tensors convolution(const OnnxCall& call) {
    at::Tensor x = call.input(0);
    const at::Tensor &weights = call.input(1), bias = call.optional(2);
    if (weights.dim() < 3 || x.dim() != weights.dim()) throwOnnx(Complaint::kOnnxShapes);
    const auto window = OnnxWindow::of(call, x, weights.sizes().slice(2).vec());
    Numbers padding = window.begin;
    if (!window.isEven()) {
        x = at::constant_pad_nd(x, window.padding());
        padding.assign(padding.size(), 0);
    }
    const std::int64_t groups = call.integer("group", 1);
    if (groups < 1) call.refuse("group", fmt::to_string(groups));
    switch (window.kernel.size()) {
        case 1:
            return {at::conv1d(x, weights, bias, window.strides, padding, window.dilations, groups)};
        case 2:
            return {at::conv2d(x, weights, bias, window.strides, padding, window.dilations, groups)};
        case 3:
            return {at::conv3d(x, weights, bias, window.strides, padding, window.dilations, groups)};
        default:
            throwOnnx(Complaint::kOnnxShapes);
    }
}

/// What is cut off before and after each axis of a transposed convolution that was made without padding.
void cutTo(OnnxWindow& window, const OnnxCall& call, const at::Tensor& x, const Numbers& outputPadding) {
    const Numbers wanted = call.integers("output_shape");
    if (wanted.size() < window.kernel.size()) return;
    const std::size_t skip = wanted.size() - window.kernel.size();
    for (std::size_t i = 0; i < window.kernel.size(); ++i) {
        const std::int64_t full = window.strides[i] * (x.size(static_cast<std::int64_t>(i) + 2) - 1) + outputPadding[i] +
                                  (window.kernel[i] - 1) * window.dilations[i] + 1;
        const std::int64_t total = full - wanted[i + skip];
        const bool upper = call.text("auto_pad", "NOTSET") == "SAME_UPPER";
        window.begin[i] = upper ? total - total / 2 : total / 2;
        window.end[i] = total - window.begin[i];
    }
}

Tensors transposedConvolution(const OnnxCall& call) {
    const at::Tensor &x = call.input(0), &weights = call.input(1), bias = call.optional(2);
    if (weights.dim() < 3 || weights.dim() > 5 || x.dim() != weights.dim()) throwOnnx(Complaint::kOnnxShapes);
    auto window = OnnxWindow::of(call, x, weights.sizes().slice(2).vec());
    const std::size_t axes = window.kernel.size();
    const Numbers none(axes, 0), outputPadding = call.integers("output_padding", none);
    if (outputPadding.size() != axes) throwOnnx(Complaint::kOnnxShapes);
    cutTo(window, call, x, outputPadding);
    const bool even = window.isEven();
    at::Tensor y = at::convolution(x, weights, bias, window.strides, even ? window.begin : none, window.dilations, true,
                                   outputPadding, call.integer("group", 1));
    for (std::size_t i = 0; i < axes && !even; ++i) {
        const auto axis = static_cast<std::int64_t>(i) + 2;
        y = y.slice(axis, window.begin[i], y.size(axis) - window.end[i]);
    }
    return {y};
}

Tensors gemm(const OnnxCall& call) {
    const at::Tensor &a = call.input(0), &b = call.input(1), c = call.optional(2);
    const double alpha = call.real("alpha", 1), beta = call.real("beta", 1);
    const bool transB = call.integer("transB", 0) != 0;
    if (a.dim() != 2 || b.dim() != 2) throwOnnx(Complaint::kOnnxShapes);
    const at::Tensor left = call.integer("transA", 0) != 0 ? a.t() : a;
    const std::int64_t outputs = transB ? b.size(0) : b.size(1);
    const bool oneBias = c.defined() && c.numel() == outputs && (c.dim() == 1 || c.size(0) == 1);
    if (alpha == 1 && (!c.defined() || (beta == 1 && oneBias)))
        return {at::linear(left, transB ? b : b.t(), c.defined() ? c.reshape({outputs}) : c)};
    at::Tensor y = at::matmul(left, transB ? b.t() : b);
    if (alpha != 1) y = y * alpha;
    return {c.defined() ? y + (beta == 1 ? c : c * beta) : y};
}

/// A product with weights is a layer of its own, which has faster kernels.
Tensors product(const OnnxCall& call) {
    const at::Tensor &a = call.input(0), &b = call.input(1);
    if (call.isFixed(1) && b.dim() == 2 && a.dim() >= 2 && at::isFloatingType(b.scalar_type()))
        return {at::linear(a, b.t())};
    return {at::matmul(a, b)};
}

Tensors linear(const OnnxCall& call) { return {at::linear(call.input(0), call.input(1).t(), call.input(2).reshape({-1}))}; }

Tensors einsum(const OnnxCall& call) {
    Tensors inputs;
    for (std::size_t i = 0; i < call.inputCount(); ++i) inputs.push_back(call.input(i));
    return {at::einsum(call.text("equation", ""), inputs)};
}

}  // namespace

OnnxWindow OnnxWindow::of(const OnnxCall& call, const at::Tensor& x, Numbers kernel) {
    OnnxWindow w;
    w.kernel = call.integers("kernel_shape", std::move(kernel));
    const std::size_t axes = w.kernel.size();
    w.strides = call.integers("strides", Numbers(axes, 1));
    w.dilations = call.integers("dilations", Numbers(axes, 1));
    const Numbers pads = call.integers("pads", Numbers(2 * axes, 0));
    if (axes == 0 || static_cast<std::int64_t>(axes) + 2 != x.dim() || w.strides.size() != axes ||
        w.dilations.size() != axes || pads.size() != 2 * axes)
        throwOnnx(Complaint::kOnnxShapes);
    w.begin.assign(pads.begin(), pads.begin() + static_cast<std::ptrdiff_t>(axes));
    w.end.assign(pads.begin() + static_cast<std::ptrdiff_t>(axes), pads.end());
    const std::string rule = call.text("auto_pad", "NOTSET");
    for (std::size_t i = 0; i < axes; ++i) {
        if (w.strides[i] < 1) call.refuse("strides", fmt::to_string(w.strides[i]));
        if (w.dilations[i] < 1) call.refuse("dilations", fmt::to_string(w.dilations[i]));
        if (w.kernel[i] < 1) call.refuse("kernel_shape", fmt::to_string(w.kernel[i]));
        if (rule == "NOTSET" || rule.empty()) continue;
        w.begin[i] = w.end[i] = 0;
        if (rule == "VALID") continue;
        const std::int64_t size = x.size(static_cast<std::int64_t>(i) + 2), steps = (size + w.strides[i] - 1) / w.strides[i];
        const std::int64_t total =
            std::max<std::int64_t>(0, (steps - 1) * w.strides[i] + (w.kernel[i] - 1) * w.dilations[i] + 1 - size);
        w.begin[i] = rule == "SAME_LOWER" ? total - total / 2 : total / 2;
        w.end[i] = total - w.begin[i];
    }
    return w;
}

Numbers OnnxWindow::padding() const {
    Numbers result;
    for (std::size_t i = begin.size(); i-- > 0;) {
        result.push_back(begin[i]);
        result.push_back(end[i]);
    }
    return result;
}

void addLayers(OnnxOperators& to) {
    to.insert({{"Conv", convolution},
               {"ConvTranspose", transposedConvolution},
               {"Gemm", gemm},
               {"MatMul", product},
               {"Einsum", einsum},
               {"facespace.Linear", linear}});
}

}  // namespace facespace::host
