// Pooling.
#include <limits>

#include "core/network/host/onnx/onnx_window.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

/// ATen pads by at most half of the kernel, the same on both sides.
bool padsAsAten(const OnnxWindow& w) {
    if (!w.isEven()) return false;
    for (std::size_t i = 0; i < w.kernel.size(); ++i)
        if (w.begin[i] < 0 || 2 * w.begin[i] > w.kernel[i]) return false;
    return true;
}

Tensors maxPool(const OnnxCall& call) {
    at::Tensor x = call.input(0);
    const OnnxWindow w = OnnxWindow::of(call, x, {});
    const bool ceil = call.integer("ceil_mode", 0) != 0;
    Numbers padding = w.begin;
    if (!padsAsAten(w)) {
        x = at::constant_pad_nd(x, w.padding(), -std::numeric_limits<float>::infinity());
        padding.assign(padding.size(), 0);
    }
    switch (w.kernel.size()) {
        case 1:
            return {at::max_pool1d(x, w.kernel, w.strides, padding, w.dilations, ceil)};
        case 2:
            return {at::max_pool2d(x, w.kernel, w.strides, padding, w.dilations, ceil)};
        case 3:
            return {at::max_pool3d(x, w.kernel, w.strides, padding, w.dilations, ceil)};
        default:
            throwOnnx(Complaint::kOnnxShapes);
    }
}

at::Tensor averaged(const at::Tensor& x, const OnnxWindow& w, const Numbers& padding, bool ceil, bool all) {
    switch (w.kernel.size()) {
        case 1:
            return at::avg_pool1d(x, w.kernel, w.strides, padding, ceil, all);
        case 2:
            return at::avg_pool2d(x, w.kernel, w.strides, padding, ceil, all);
        case 3:
            return at::avg_pool3d(x, w.kernel, w.strides, padding, ceil, all);
        default:
            throwOnnx(Complaint::kOnnxShapes);
    }
}

Tensors averagePool(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const OnnxWindow w = OnnxWindow::of(call, x, {});
    for (const std::int64_t d : w.dilations)
        if (d != 1) call.refuse("dilations", "> 1");
    const bool ceil = call.integer("ceil_mode", 0) != 0, all = call.integer("count_include_pad", 0) != 0;
    if (padsAsAten(w)) return {averaged(x, w, w.begin, ceil, all)};
    const Numbers none(w.kernel.size(), 0);
    const at::Tensor sums = averaged(at::constant_pad_nd(x, w.padding()), w, none, ceil, true);
    if (all) return {sums};
    return {sums / averaged(at::constant_pad_nd(at::ones_like(x), w.padding()), w, none, ceil, true)};
}

Numbers spatialAxes(const at::Tensor& x) {
    Numbers axes;
    for (std::int64_t i = 2; i < x.dim(); ++i) axes.push_back(i);
    if (axes.empty()) throwOnnx(Complaint::kOnnxShapes);
    return axes;
}

Tensors globalAverage(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    if (x.dim() == 4) return {at::adaptive_avg_pool2d(x, {1, 1})};
    return {at::mean(x, spatialAxes(x), true)};
}

Tensors globalMax(const OnnxCall& call) { return {at::amax(call.input(0), spatialAxes(call.input(0)), true)}; }

Tensors globalLp(const OnnxCall& call) {
    return {at::norm(call.input(0), at::Scalar(call.integer("p", 2)), spatialAxes(call.input(0)), true)};
}

}  // namespace

void addPooling(OnnxOperators& to) {
    to.insert({{"MaxPool", maxPool},
               {"AveragePool", averagePool},
               {"GlobalAveragePool", globalAverage},
               {"GlobalMaxPool", globalMax},
               {"GlobalLpPool", globalLp}});
}

}  // namespace facespace::host
