// Activation functions.
#include <cmath>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

template <at::Tensor (*f)(const at::Tensor&)>
Tensors plain(const OnnxCall& call) {
    return {f(call.input(0))};
}

Tensors leaky(const OnnxCall& call) { return {at::leaky_relu(call.input(0), call.real("alpha", 0.01))}; }
Tensors elu(const OnnxCall& call) { return {at::elu(call.input(0), call.real("alpha", 1))}; }
Tensors celu(const OnnxCall& call) { return {at::celu(call.input(0), call.real("alpha", 1))}; }
Tensors softplus(const OnnxCall& call) { return {at::softplus(call.input(0))}; }
Tensors softsign(const OnnxCall& call) { return {call.input(0) / (1 + at::abs(call.input(0)))}; }

Tensors selu(const OnnxCall& call) {
    const double alpha = call.real("alpha", 1.67326319217681884765625),
                 gamma = call.real("gamma", 1.05070102214813232421875);
    return {at::elu(call.input(0), alpha, gamma)};
}

Tensors hardSigmoid(const OnnxCall& call) {
    const double alpha = call.real("alpha", 0.2), beta = call.real("beta", 0.5);
    if (std::abs(alpha - 1.0 / 6) < 1e-6 && beta == 0.5) return {at::hardsigmoid(call.input(0))};
    return {at::clamp(call.input(0) * alpha + beta, 0, 1)};
}

Tensors thresholded(const OnnxCall& call) { return {at::threshold(call.input(0), call.real("alpha", 1), 0)}; }

Tensors gelu(const OnnxCall& call) { return {at::gelu(call.input(0), call.text("approximate", "none"))}; }

/// Slopes lie along the last axes, as all that is broadcast; but where they do not fit there, and before version 7, they are
/// one for each channel.
Tensors prelu(const OnnxCall& call) {
    const at::Tensor &x = call.input(0), &slope = call.input(1);
    const std::int64_t channels = x.dim() > 1 ? x.size(1) : 1;
    if (slope.numel() == 1) return {at::prelu(x, slope.reshape({1}))};
    const std::int64_t channelAxis = slope.dim() - x.dim() + 1;
    const bool inPlace = channelAxis >= 0 && slope.size(channelAxis) == channels && slope.numel() == channels;
    const bool fitsLast = slope.dim() == 1 && x.size(-1) == slope.numel() && call.opset() >= 7;
    const bool alone = slope.dim() == 1 && slope.numel() == channels && (!fitsLast || x.dim() == 2);
    if (inPlace || alone) return {at::prelu(x, slope.reshape({channels}))};
    return {at::where(x >= 0, x, x * slope)};
}

/// Before version 13 all axes from the given one on are taken together.
template <at::Tensor (*f)(const at::Tensor&, std::int64_t, c10::optional<at::ScalarType>)>
Tensors overAxis(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", call.opset() >= 13 ? -1 : 1), x.dim());
    if (call.opset() >= 13 || axis == x.dim() - 1) return {f(x, axis, c10::nullopt)};
    return {f(at::flatten(x, axis), axis, c10::nullopt).reshape(x.sizes())};
}

}  // namespace

void addActivations(OnnxOperators& to) {
    to.insert({{"Relu", plain<at::relu>},
               {"Sigmoid", plain<at::sigmoid>},
               {"Tanh", plain<at::tanh>},
               {"HardSwish", plain<at::hardswish>},
               {"Mish", plain<at::mish>},
               {"LeakyRelu", leaky},
               {"Elu", elu},
               {"Celu", celu},
               {"Selu", selu},
               {"Softplus", softplus},
               {"Softsign", softsign},
               {"HardSigmoid", hardSigmoid},
               {"ThresholdedRelu", thresholded},
               {"Gelu", gelu},
               {"PRelu", prelu},
               {"Softmax", overAxis<at::softmax>},
               {"LogSoftmax", overAxis<at::log_softmax>},
               {"facespace.Swish", plain<at::silu>}});
}

}  // namespace facespace::host
