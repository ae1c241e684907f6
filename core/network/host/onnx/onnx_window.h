#pragma once
#include "core/network/host/onnx/onnx_call.h"

namespace facespace::host {

/// How a kernel moves over the axes after the first two.
struct OnnxWindow {
    Numbers kernel, strides, dilations;
    Numbers begin, end;  ///< Added before and after each axis.

    /// From the node's attributes; `kernel` is what they do not say.
    static OnnxWindow of(const OnnxCall& call, const at::Tensor& x, Numbers kernel);
    bool isEven() const { return begin == end; }
    /// As at::constant_pad_nd takes it: the last axis first.
    Numbers padding() const;
};

}  // namespace facespace::host
