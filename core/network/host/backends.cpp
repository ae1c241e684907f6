#include <fmt/format.h>
#include <algorithm>

#include "core/network/host/backend.h"

namespace facespace::host {
namespace {

#ifdef FACESPACE_ONNXRUNTIME
constexpr BackendKind kOnnx{"onnx", prepareOnnxRuntime, loadOnnxRuntime, onnxLayers};
#else
constexpr BackendKind kOnnx{"onnx", prepareTorch, loadOnnxOnTorch, onnxLayers};
#endif

}  // namespace

const std::vector<BackendKind>& backends() {
    static const std::vector<BackendKind> all{{"torchscript", prepareTorch, loadTorchScript, torchLayers},
                                              kOnnx,
                                              {"onnx-torch", prepareTorch, loadOnnxOnTorch, onnxLayers},
                                              {"opencv", prepareOpenCv, loadOpenCv, openCvLayers}};
    return all;
}

Result<BackendKind> backendNamed(const std::string& name) {
    const auto found = std::ranges::find(backends(), name, [](const BackendKind& b) { return std::string(b.name); });
    if (found != backends().end()) return *found;
    return fail(ErrorCode::kFormat, protocol::complaint(protocol::Complaint::kUnknownBackend, name));
}

}  // namespace facespace::host
