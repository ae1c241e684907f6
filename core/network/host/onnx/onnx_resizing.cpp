// Arrays of another size, by ONNX's own formulas (Resize-19) for every way of coordinates.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

constexpr std::int64_t kMostSide = 1 << 16;

/// One axis that changes.
struct Axis {
    std::int64_t axis = 0, from = 0, to = 0;
    double scale = 1;
};

struct Ways {
    std::string mode, coordinates, nearest;
    double cubic = -0.75;
    bool excludeOutside = false;

    explicit Ways(const OnnxCall& call)
        : mode(call.text("mode", "nearest")),
          // Upsample and the first Resize have no such attribute.
          coordinates(call.text("coordinate_transformation_mode", call.opset() < 11 ? "asymmetric" : "half_pixel")),
          nearest(call.text("nearest_mode", call.opset() < 11 ? "floor" : "round_prefer_floor")),
          cubic(call.real("cubic_coeff_a", -0.75)),
          excludeOutside(call.integer("exclude_outside", 0) != 0) {
        if (call.integer("antialias", 0) != 0) call.refuse("antialias", "1");
        for (const char* known : {"half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric", "half_pixel_symmetric"})
            if (coordinates == known) return;
        call.refuse("coordinate_transformation_mode", coordinates);
    }
};

double source(const Ways& ways, const Axis& a, double x) {
    if (ways.coordinates == "asymmetric") return x / a.scale;
    if (ways.coordinates == "align_corners")
        return a.to == 1 ? 0 : x * static_cast<double>(a.from - 1) / static_cast<double>(a.to - 1);
    if (ways.coordinates == "pytorch_half_pixel" && a.to == 1) return 0;
    const double at = (x + 0.5) / a.scale - 0.5;
    if (ways.coordinates != "half_pixel_symmetric") return at;
    const double centre = static_cast<double>(a.from) / 2,
                 adjusted = static_cast<double>(a.to) / (a.scale * static_cast<double>(a.from));
    return centre * (1 - adjusted) + at;
}

std::int64_t nearestPlace(const Ways& ways, double x) {
    if (ways.nearest == "floor") return static_cast<std::int64_t>(std::floor(x));
    if (ways.nearest == "ceil") return static_cast<std::int64_t>(std::ceil(x));
    const bool down = ways.nearest == "round_prefer_floor";
    return static_cast<std::int64_t>(down ? std::ceil(x - 0.5) : std::floor(x + 0.5));
}

/// Keys' cubic convolution: weights of the four places around a fraction.
std::array<double, 4> cubicWeights(double a, double t) {
    const auto near = [a](double x) { return ((a + 2) * x - (a + 3)) * x * x + 1; };
    const auto far = [a](double x) { return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a; };
    return {far(1 + t), near(t), near(1 - t), far(2 - t)};
}

/// to × from: how much each new place takes of each old one.
at::Tensor weightsOf(const Ways& ways, const Axis& a) {
    const Unrecorded unrecorded;
    at::Tensor result = at::zeros({a.to, a.from}, at::kDouble);
    auto to = result.accessor<double, 2>();
    for (std::int64_t i = 0; i < a.to; ++i) {
        const double x = source(ways, a, static_cast<double>(i)), floor = std::floor(x), t = x - floor;
        const bool cubic = ways.mode == "cubic";
        const std::array<double, 4> weights = cubic ? cubicWeights(ways.cubic, t) : std::array<double, 4>{0, 1 - t, t, 0};
        double sum = 0;
        for (std::int64_t k = 0; k < 4; ++k) {
            const std::int64_t place = static_cast<std::int64_t>(floor) + k - 1;
            if (cubic && ways.excludeOutside && (place < 0 || place >= a.from)) continue;
            to[i][std::clamp<std::int64_t>(place, 0, a.from - 1)] += weights[static_cast<std::size_t>(k)];
            sum += weights[static_cast<std::size_t>(k)];
        }
        if (ways.excludeOutside && cubic)
            for (std::int64_t k = 0; k < a.from; ++k) to[i][k] /= sum;
    }
    return result.to(at::kFloat);
}

at::Tensor resizedAxis(const at::Tensor& x, const Ways& ways, const Axis& a) {
    if (ways.mode == "nearest") {
        Numbers places;
        for (std::int64_t i = 0; i < a.to; ++i)
            places.push_back(
                std::clamp<std::int64_t>(nearestPlace(ways, source(ways, a, static_cast<double>(i))), 0, a.from - 1));
        return at::index_select(x, a.axis, fixedIntegers(places).to(x.device()));
    }
    const at::Tensor weights = weightsOf(ways, a).to(x.device());
    return at::matmul(x.transpose(a.axis, -1), weights.t()).transpose(a.axis, -1);
}

/// What ATen has a kernel for, which is faster.
at::Tensor byKernel(const at::Tensor& x, const Ways& ways, const std::vector<Axis>& axes) {
    const bool image = x.dim() == 4 && axes.size() == 2 && axes[0].axis == 2 && axes[1].axis == 3;
    if (!image) return {};
    const Numbers sizes{axes[0].to, axes[1].to};
    const bool whole = axes[0].to % axes[0].from == 0 && axes[1].to % axes[1].from == 0;
    if (ways.mode == "nearest" && ways.nearest == "floor" && ways.coordinates == "asymmetric" && whole)
        return at::upsample_nearest2d(x, sizes);
    if (ways.mode == "linear" &&
        (ways.coordinates == "align_corners" || (ways.coordinates.ends_with("half_pixel") && whole)))
        return at::upsample_bilinear2d(x, sizes, ways.coordinates == "align_corners");
    return {};
}

at::Tensor resized(const at::Tensor& x, const Ways& ways, const std::vector<Axis>& axes) {
    for (const Axis& a : axes)
        if (a.to < 1 || a.to > kMostSide || a.from < 1 || a.scale <= 0) throwOnnx(Complaint::kOnnxShapes);
    at::Tensor y = byKernel(x, ways, axes);
    if (y.defined()) return y;
    y = x;
    for (const Axis& a : axes) y = resizedAxis(y, ways, a);
    return y;
}

std::vector<Axis> axesOf(const OnnxCall& call, const std::vector<double>& scales, const Numbers& sizes) {
    const at::Tensor& x = call.input(0);
    Numbers which = call.integers("axes");
    const std::size_t count = sizes.empty() ? scales.size() : sizes.size();
    if (which.empty())
        for (std::int64_t i = 0; i < x.dim(); ++i) which.push_back(i);
    if (count != which.size()) throwOnnx(Complaint::kOnnxShapes);
    std::vector<Axis> axes;
    for (std::size_t i = 0; i < count; ++i) {
        Axis a;
        a.axis = call.axis(which[i], x.dim());
        a.from = x.size(a.axis);
        a.to = sizes.empty() ? static_cast<std::int64_t>(std::floor(static_cast<double>(a.from) * scales[i])) : sizes[i];
        a.scale = sizes.empty() ? scales[i] : static_cast<double>(a.to) / static_cast<double>(a.from);
        if (a.to != a.from || a.scale != 1) axes.push_back(a);
    }
    std::ranges::sort(axes, {}, &Axis::axis);
    return axes;
}

Tensors resize(const OnnxCall& call) {
    const Ways ways(call);
    if (call.hasAttribute("keep_aspect_ratio_policy") && call.text("keep_aspect_ratio_policy", "stretch") != "stretch")
        call.refuse("keep_aspect_ratio_policy", call.text("keep_aspect_ratio_policy", ""));
    if (call.opset() < 11) return {resized(call.input(0), ways, axesOf(call, call.numbers(1), {}))};
    if (call.has(3) && call.input(3).numel() > 0)
        return {resized(call.input(0), ways, axesOf(call, {}, call.inputIntegers(3)))};
    return {resized(call.input(0), ways, axesOf(call, call.numbers(2), {}))};
}

/// Version 7 has the scales as an attribute, version 9 as an input.
Tensors upsample(const OnnxCall& call) {
    const Ways ways(call);
    return {resized(call.input(0), ways,
                    axesOf(call, call.hasAttribute("scales") ? call.reals("scales") : call.numbers(1), {}))};
}

}  // namespace

void addResizing(OnnxOperators& to) { to.insert({{"Resize", resize}, {"Upsample", upsample}}); }

}  // namespace facespace::host
