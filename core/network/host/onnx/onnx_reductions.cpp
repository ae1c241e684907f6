// Sums, means and extremes along axes.
#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {
namespace {

/// The axes that a node reduces, sorted by nothing; all if it names none.
Numbers axesOf(const OnnxCall& call) {
    const std::int64_t rank = call.input(0).dim();
    Numbers axes = call.integersOf("axes", 1);
    for (std::int64_t& axis : axes) axis = call.axis(axis, rank);
    if (axes.empty() && call.integer("noop_with_empty_axes", 0) == 0)
        for (std::int64_t i = 0; i < rank; ++i) axes.push_back(i);
    return axes;
}

using Reduction = at::Tensor (*)(const at::Tensor&, at::IntArrayRef, bool);

template <Reduction f>
Tensors reduce(const OnnxCall& call) {
    const Numbers axes = axesOf(call);
    const at::Tensor& x = call.input(0);
    if (axes.empty()) return {x};
    return {f(x, axes, call.integer("keepdims", 1) != 0)};
}

at::Tensor mean(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::mean(x, axes, keep); }
at::Tensor sum(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::sum(x, axes, keep); }
at::Tensor most(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::amax(x, axes, keep); }
at::Tensor least(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::amin(x, axes, keep); }
at::Tensor l1(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::sum(at::abs(x), axes, keep); }
at::Tensor l2(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::norm(x, at::Scalar(2), axes, keep); }
at::Tensor squares(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::sum(x * x, axes, keep); }
at::Tensor logSum(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::log(at::sum(x, axes, keep)); }
at::Tensor logSumExp(const at::Tensor& x, at::IntArrayRef axes, bool keep) { return at::logsumexp(x, axes, keep); }

at::Tensor productOf(const at::Tensor& x, at::IntArrayRef axes, bool keep) {
    Numbers falling = axes.vec();
    std::sort(falling.rbegin(), falling.rend());
    at::Tensor result = x;
    for (const std::int64_t axis : falling) result = at::prod(result, axis, keep);
    return result;
}

template <at::Tensor (*f)(const at::Tensor&, c10::optional<std::int64_t>, bool)>
Tensors place(const OnnxCall& call) {
    if (call.integer("select_last_index", 0) != 0) call.refuse("select_last_index", "1");
    const std::int64_t axis = call.axis(call.integer("axis", 0), call.input(0).dim());
    return {f(call.input(0), axis, call.integer("keepdims", 1) != 0)};
}

Tensors cumulated(const OnnxCall& call) {
    const at::Tensor& x = call.input(0);
    const std::int64_t axis = call.axis(call.inputIntegers(1).at(0), x.dim());
    const bool reverse = call.integer("reverse", 0) != 0;
    const at::Tensor from = reverse ? at::flip(x, {axis}) : x;
    at::Tensor sums = at::cumsum(from, axis);
    if (call.integer("exclusive", 0) != 0) sums = sums - from;
    return {reverse ? at::flip(sums, {axis}) : sums};
}

Tensors largest(const OnnxCall& call) {
    const std::int64_t count = call.opset() < 10 ? call.integer("k", 1) : call.inputIntegers(1).at(0);
    const auto [values, places] = at::topk(call.input(0), count, call.axis(call.integer("axis", -1), call.input(0).dim()),
                                           call.integer("largest", 1) != 0, call.integer("sorted", 1) != 0);
    return {values, places};
}

}  // namespace

void addReductions(OnnxOperators& to) {
    to.insert({{"ReduceMean", reduce<mean>},
               {"ReduceSum", reduce<sum>},
               {"ReduceMax", reduce<most>},
               {"ReduceMin", reduce<least>},
               {"ReduceProd", reduce<productOf>},
               {"ReduceL1", reduce<l1>},
               {"ReduceL2", reduce<l2>},
               {"ReduceSumSquare", reduce<squares>},
               {"ReduceLogSum", reduce<logSum>},
               {"ReduceLogSumExp", reduce<logSumExp>},
               {"ArgMax", place<at::argmax>},
               {"ArgMin", place<at::argmin>},
               {"CumSum", cumulated},
               {"TopK", largest}});
}

}  // namespace facespace::host
