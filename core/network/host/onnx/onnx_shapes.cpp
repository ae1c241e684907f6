// Shapes: what is where, not what it is.
#include <fmt/format.h>
#include <algorithm>
#include <numeric>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

Tensors same(const OnnxCall& call) { return {call.input(0)}; }

Tensors shape(const OnnxCall& call) {
    const Numbers sizes = call.input(0).sizes().vec();
    const auto rank = static_cast<std::int64_t>(sizes.size());
    const auto bounded = [&](std::int64_t at) { return std::clamp<std::int64_t>(at < 0 ? at + rank : at, 0, rank); };
    const std::int64_t from = bounded(call.integer("start", 0)), to = bounded(call.integer("end", rank));
    return {fixedIntegers(Numbers(sizes.begin() + from, sizes.begin() + std::max(from, to)))};
}

Tensors size(const OnnxCall& call) { return {at::scalar_tensor(call.input(0).numel(), at::kLong)}; }

Tensors reshape(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    Numbers wanted = call.integersOf("shape", 1);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != 0 || call.integer("allowzero", 0) != 0) continue;
        if (static_cast<std::int64_t>(i) >= x.dim()) throwOnnx(Complaint::kOnnxShapes);
        wanted[i] = x.size(static_cast<std::int64_t>(i));
    }
    return {x.reshape(wanted)};
}

Tensors flatten(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t given = call.integer("axis", 1), axis = given < 0 ? given + x.dim() : given;
    if (axis < 0 || axis > x.dim()) call.refuse("axis", fmt::to_string(given));
    if (axis == 1 && x.dim() > 1) return {at::flatten(x, 1)};
    const auto sizes = x.sizes();
    const std::int64_t before = std::accumulate(sizes.begin(), sizes.begin() + axis, std::int64_t{1}, std::multiplies<>());
    return {x.reshape({before, before == 0 ? 0 : x.numel() / before})};
}

Tensors squeeze(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    Numbers axes = call.integersOf("axes", 1);
    if (axes.empty()) return {x.squeeze()};
    for (std::int64_t& axis : axes) axis = call.axis(axis, x.dim());
    std::sort(axes.rbegin(), axes.rend());
    at::Tensor y = x;
    for (const std::int64_t axis : axes) {
        if (y.size(axis) != 1) throwOnnx(Complaint::kOnnxShapes);
        y = y.squeeze(axis);
    }
    return {y};
}

Tensors unsqueeze(const OnnxCall& call) {
    at::Tensor y = call.input(0);
    Numbers axes = call.integersOf("axes", 1);
    const std::int64_t rank = y.dim() + static_cast<std::int64_t>(axes.size());
    for (std::int64_t& axis : axes) axis = call.axis(axis, rank);
    std::sort(axes.begin(), axes.end());
    for (const std::int64_t axis : axes) y = y.unsqueeze(axis);
    return {y};
}

Tensors transpose(const OnnxCall& call) {
    Numbers order = call.integers("perm");
    if (order.empty())
        for (std::int64_t i = call.input(0).dim(); i-- > 0;) order.push_back(i);
    return {call.input(0).permute(order)};
}

Tensors concat(const OnnxCall& call) {
    Tensors inputs;
    for (std::size_t i = 0; i < call.inputCount(); ++i) inputs.push_back(call.input(i));
    if (inputs.empty()) throwOnnx(Complaint::kOnnxNoInput, 0);
    return {at::cat(inputs, call.axis(call.integer("axis", call.opset() < 4 ? 1 : 0), inputs[0].dim()))};
}

Tensors split(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", 0), x.dim()), total = x.size(axis);
    Numbers parts = call.integersOf("split", 1);
    if (parts.empty()) {
        const std::int64_t count = call.node().output_size(), each = (total + count - 1) / count;
        for (std::int64_t i = 0; i < count; ++i) parts.push_back(std::clamp<std::int64_t>(total - i * each, 0, each));
    }
    if (std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) != total) throwOnnx(Complaint::kOnnxShapes);
    Tensors results;
    std::int64_t begin = 0;
    for (const std::int64_t part : parts) {
        results.push_back(x.slice(axis, begin, begin + part));
        begin += part;
    }
    return results;
}

Tensors expand(const OnnxCall& call) {
    const Numbers wanted = call.inputIntegers(1);
    return {call.input(0).expand(at::infer_size(call.input(0).sizes(), wanted))};
}

Tensors tile(const OnnxCall& call) { return {call.input(0).repeat(call.inputIntegers(1))}; }

/// ATen takes the last axis first, and axes that nothing is added to left out.
Tensors pad(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const auto rank = static_cast<std::size_t>(x.dim());
    const Numbers pads = call.integersOf("pads", 1);
    Numbers axes(rank);
    std::iota(axes.begin(), axes.end(), 0);
    if (call.has(3)) axes = call.inputIntegers(3);
    if (pads.size() != 2 * axes.size()) throwOnnx(Complaint::kOnnxShapes);
    Numbers result(2 * rank, 0);
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto fromEnd = rank - 1 - static_cast<std::size_t>(call.axis(axes[i], x.dim()));
        result[2 * fromEnd] = pads[i];
        result[2 * fromEnd + 1] = pads[i + axes.size()];
    }
    while (result.size() > 2 && result[result.size() - 1] == 0 && result[result.size() - 2] == 0)
        result.resize(result.size() - 2);
    const std::string mode = call.text("mode", "constant");
    if (mode == "constant") return {at::constant_pad_nd(x, result, call.has(2) ? call.number(2) : call.real("value", 0))};
    if (mode != "reflect" && mode != "edge") call.refuse("mode", mode);
    return {at::pad(x, result, mode == "edge" ? "replicate" : "reflect")};
}

Tensors constantOfShape(const OnnxCall& call) {
    const auto* value = call.attribute("value");
    const at::Tensor one = value != nullptr ? tensorOfOnnx(value->t()).reshape({-1}) : at::zeros({1});
    return {at::full(call.inputIntegers(0), one[0].item(), one.options())};
}

Tensors constant(const OnnxCall& call) {
    if (const auto* value = call.attribute("value")) return {tensorOfOnnx(value->t())};
    if (call.hasAttribute("value_float")) return {at::scalar_tensor(call.real("value_float", 0), at::kFloat)};
    if (call.hasAttribute("value_int")) return {at::scalar_tensor(call.integer("value_int", 0), at::kLong)};
    if (call.hasAttribute("value_ints")) return {fixedIntegers(call.integers("value_ints"))};
    if (call.hasAttribute("value_floats")) return {at::tensor(call.reals("value_floats"), at::kFloat)};
    throwOnnx(Complaint::kOnnxNoInput, 0);
}

Tensors range(const OnnxCall& call) {
    const at::ScalarType type = call.input(0).scalar_type();
    if (at::isIntegralType(type, false))
        return {at::arange(call.inputIntegers(0).at(0), call.inputIntegers(1).at(0), call.inputIntegers(2).at(0), type)};
    return {at::arange(call.number(0), call.number(1), call.number(2), type)};
}

Tensors depthToSpace(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t b = call.integer("blocksize", 1);
    if (x.dim() != 4 || b < 1 || x.size(1) % (b * b) != 0) throwOnnx(Complaint::kOnnxShapes);
    if (call.text("mode", "DCR") == "CRD") return {at::pixel_shuffle(x, b)};
    const std::int64_t n = x.size(0), c = x.size(1) / (b * b), h = x.size(2), w = x.size(3);
    return {x.reshape({n, b, b, c, h, w}).permute({0, 3, 4, 1, 5, 2}).reshape({n, c, h * b, w * b})};
}

Tensors spaceToDepth(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t b = call.integer("blocksize", 1);
    if (x.dim() != 4 || b < 1 || x.size(2) % b != 0 || x.size(3) % b != 0) throwOnnx(Complaint::kOnnxShapes);
    const std::int64_t n = x.size(0), c = x.size(1), h = x.size(2) / b, w = x.size(3) / b;
    return {x.reshape({n, c, h, b, w, b}).permute({0, 3, 5, 1, 2, 4}).reshape({n, c * b * b, h, w})};
}

}  // namespace

void addShapes(OnnxOperators& to) {
    to.insert({{"Identity", same},
               {"Dropout", same},
               {"Shape", shape},
               {"Size", size},
               {"Reshape", reshape},
               {"Flatten", flatten},
               {"Squeeze", squeeze},
               {"Unsqueeze", unsqueeze},
               {"Transpose", transpose},
               {"Concat", concat},
               {"Split", split},
               {"Expand", expand},
               {"Tile", tile},
               {"Pad", pad},
               {"Constant", constant},
               {"ConstantOfShape", constantOfShape},
               {"Range", range},
               {"DepthToSpace", depthToSpace},
               {"SpaceToDepth", spaceToDepth}});
}

}  // namespace facespace::host
