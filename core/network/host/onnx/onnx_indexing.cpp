// Parts of arrays by their places.
#include <fmt/format.h>
#include <algorithm>

#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

using protocol::Complaint;

/// Places from the end are below 0.
at::Tensor fromStart(const at::Tensor& places, std::int64_t size) {
    const at::Tensor whole = places.to(at::kLong);
    return at::where(whole < 0, whole + size, whole);
}

/// Rows of one axis, in any order.
at::Tensor rows(const at::Tensor& x, std::int64_t axis, const Numbers& places) {
    return at::index_select(x, axis, fixedIntegers(places).to(x.device()));
}

at::Tensor sliced(const at::Tensor& x, std::int64_t axis, std::int64_t start, std::int64_t end, std::int64_t step) {
    const std::int64_t size = x.size(axis);
    const auto placed = [&](std::int64_t at, std::int64_t low, std::int64_t high) {
        return std::clamp(at < 0 && at + size >= low ? at + size : at, low, high);
    };
    if (step > 0) {
        const std::int64_t from = placed(start, 0, size);
        return x.slice(axis, from, std::max(from, placed(end, 0, size)), step);
    }
    Numbers places;
    const std::int64_t last = end < 0 && end + size < 0 ? -1 : placed(end, -1, size - 1);
    for (std::int64_t i = placed(start, 0, size - 1); i > last && size > 0; i += step) places.push_back(i);
    return rows(x, axis, places);
}

Tensors slice(const OnnxCall& call) {
    at::Tensor x = call.input(0);
    const bool old = call.opset() < 10;
    const Numbers starts = old ? call.integers("starts") : call.inputIntegers(1);
    const Numbers ends = old ? call.integers("ends") : call.inputIntegers(2);
    Numbers axes = old ? call.integers("axes") : (call.has(3) ? call.inputIntegers(3) : Numbers());
    const Numbers steps = !old && call.has(4) ? call.inputIntegers(4) : Numbers(starts.size(), 1);
    for (std::size_t i = axes.size(); i < starts.size() && (i > 0 || axes.empty()); ++i)
        axes.push_back(static_cast<std::int64_t>(i));
    if (ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size())
        throwOnnx(Complaint::kOnnxShapes);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (steps[i] == 0) call.refuse("steps", "0");
        x = sliced(x, call.axis(axes[i], x.dim()), starts[i], ends[i], steps[i]);
    }
    return {x};
}

Tensors gather(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", 0), x.dim());
    if (call.isFixed(1) && call.input(1).dim() == 0) return {x.select(axis, call.inputIntegers(1).at(0))};
    const at::Tensor places = fromStart(call.input(1), x.size(axis));
    Numbers sizes = x.sizes().slice(0, static_cast<std::size_t>(axis)).vec();
    sizes.insert(sizes.end(), places.sizes().begin(), places.sizes().end());
    const auto rest = x.sizes().slice(static_cast<std::size_t>(axis) + 1);
    sizes.insert(sizes.end(), rest.begin(), rest.end());
    return {at::index_select(x, axis, places.reshape({-1})).reshape(sizes)};
}

Tensors gatherElements(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", 0), x.dim());
    return {at::gather(x, axis, fromStart(call.input(1), x.size(axis)))};
}

/// The last axis of `places` holds places along the first axes of x.
c10::List<c10::optional<at::Tensor>> places(const at::Tensor& x, const at::Tensor& places) {
    const std::int64_t depth = places.dim() > 0 ? places.size(-1) : 0;
    if (depth < 1 || depth > x.dim()) throwOnnx(Complaint::kOnnxShapes);
    c10::List<c10::optional<at::Tensor>> result;
    for (std::int64_t k = 0; k < depth; ++k) result.push_back(fromStart(places.select(-1, k), x.size(k)));
    return result;
}

Tensors gatherNd(const OnnxCall& call) {
    if (call.integer("batch_dims", 0) != 0) call.refuse("batch_dims", fmt::to_string(call.integer("batch_dims", 0)));
    return {at::index(call.input(0), places(call.input(0), call.input(1)))};
}

bool adds(const OnnxCall& call) {
    const std::string how = call.text("reduction", "none");
    if (how != "none" && how != "add") call.refuse("reduction", how);
    return how == "add";
}

Tensors scatterNd(const OnnxCall& call) {
    return {at::index_put(call.input(0), places(call.input(0), call.input(1)), call.input(2), adds(call))};
}

Tensors scatterElements(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", 0), x.dim());
    const at::Tensor where = fromStart(call.input(1), x.size(axis));
    return {adds(call) ? at::scatter_add(x, axis, where, call.input(2)) : at::scatter(x, axis, where, call.input(2))};
}

Tensors nonZero(const OnnxCall& call) {
    if (!call.isFixed(0)) throwOnnx(Complaint::kOnnxNotFixed, call.node().input(0));
    return {at::nonzero(call.input(0)).t().contiguous()};
}

Tensors oneHot(const OnnxCall& call) {
    const auto depth = static_cast<std::int64_t>(call.number(1));
    const at::Tensor &places = call.input(0), &values = call.input(2);
    const at::Tensor hot = at::one_hot(fromStart(places, depth), depth).to(at::kBool);
    const std::int64_t axis = call.axis(call.integer("axis", -1), places.dim() + 1);
    return {at::where(hot, values[1], values[0]).movedim(-1, axis)};
}

Tensors triangle(const OnnxCall& call) {
    const std::int64_t diagonal = call.has(1) ? call.inputIntegers(1).at(0) : 0;
    return {call.integer("upper", 1) != 0 ? at::triu(call.input(0), diagonal) : at::tril(call.input(0), diagonal)};
}

}  // namespace

void addIndexing(OnnxOperators& to) {
    to.insert({{"Slice", slice},
               {"Gather", gather},
               {"GatherElements", gatherElements},
               {"GatherND", gatherNd},
               {"ScatterND", scatterNd},
               {"ScatterElements", scatterElements},
               {"Scatter", scatterElements},
               {"NonZero", nonZero},
               {"OneHot", oneHot},
               {"Trilu", triangle}});
}

}  // namespace facespace::host
