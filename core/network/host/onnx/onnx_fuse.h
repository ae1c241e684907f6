#pragma once
#include "core/network/host/onnx/onnx_model.h"

namespace facespace::host {

/// Puts in the place of what exporters take apart (layer normalisation, GELU, swish, a product with weights and its bias)
/// the one operator that it was, which has a faster kernel. Only the last node of each pattern changes: every value keeps
/// its name and its meaning, and nodes that nothing needs any more are not run.
void fuseOnnx(OnnxModel& model);

}  // namespace facespace::host
