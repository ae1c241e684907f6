// Normalisation.
#include <fmt/format.h>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

Tensors batchNorm(const OnnxCall& call) {
    if (call.integer("training_mode", 0) != 0) call.refuse("training_mode", "1");
    const at::Tensor& x = call.input(0);
    for (std::size_t i = 1; i < 5; ++i)
        if (x.dim() < 2 || call.input(i).numel() != x.size(1)) throwOnnx(Complaint::kOnnxShapes);
    return {at::batch_norm(x, call.input(1), call.input(2), call.input(3), call.input(4), false, 0.1,
                           call.real("epsilon", 1e-5), false)};
}

Tensors instanceNorm(const OnnxCall& call) {
    return {at::instance_norm(call.input(0), call.input(1), call.input(2), {}, {}, true, 0.1, call.real("epsilon", 1e-5),
                              false)};
}

Tensors layerNorm(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", -1), x.dim());
    const auto shape = x.sizes().slice(static_cast<std::size_t>(axis));
    const auto fitted = [&](const at::Tensor& t) { return t.defined() ? t.expand(shape) : t; };
    return {at::layer_norm(x, shape, fitted(call.optional(1)), fitted(call.optional(2)), call.real("epsilon", 1e-5), false)};
}

/// Version 18 has scale and bias for each group, version 21 for each channel.
Tensors groupNorm(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t groups = call.integer("num_groups", 1);
    if (x.dim() < 2 || groups < 1 || x.size(1) % groups != 0) throwOnnx(Complaint::kOnnxShapes);
    const auto perChannel = [&](const at::Tensor& t) {
        return t.numel() == x.size(1) ? t : at::repeat_interleave(t, x.size(1) / groups);
    };
    return {
        at::group_norm(x, groups, perChannel(call.input(1)), perChannel(call.input(2)), call.real("epsilon", 1e-5), false)};
}

Tensors lpNormalisation(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", -1), x.dim());
    const at::Tensor norm = at::norm(x, at::Scalar(call.integer("p", 2)), {axis}, true);
    return {x / at::where(norm == 0, at::ones_like(norm), norm)};
}

Tensors meanVariance(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const Numbers axes = call.integers("axes", {0, 2, 3});
    const at::Tensor centred = x - at::mean(x, axes, true);
    return {centred / (at::sqrt(at::mean(centred * centred, axes, true)) + 1e-9)};
}

/// ONNX: x / (bias + alpha / size · Σ x²)^beta over `size` neighbouring channels.
Tensors localResponse(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t size = call.integer("size", 1);
    if (x.dim() != 4 || size < 1) throwOnnx(Complaint::kOnnxShapes);
    const Numbers padding{0, 0, 0, 0, (size - 1) / 2, size / 2};
    const at::Tensor squares = at::constant_pad_nd((x * x).unsqueeze(1), padding);
    const at::Tensor means = at::avg_pool3d(squares, {size, 1, 1}, {1, 1, 1}).squeeze(1);
    return {x / at::pow(means * call.real("alpha", 1e-4) + call.real("bias", 1), call.real("beta", 0.75))};
}

}  // namespace

void addNorms(OnnxOperators& to) {
    to.insert({{"BatchNormalization", batchNorm},
               {"InstanceNormalization", instanceNorm},
               {"LayerNormalization", layerNorm},
               {"GroupNormalization", groupNorm},
               {"LpNormalization", lpNormalisation},
               {"MeanVarianceNormalization", meanVariance},
               {"LRN", localResponse}});
}

}  // namespace facespace::host
