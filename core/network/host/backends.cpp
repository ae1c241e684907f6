#include <fmt/format.h>
#include <algorithm>

#include "core/network/host/backend.h"

namespace facespace::host {

const std::vector<BackendKind>& backends() {
    static const std::vector<BackendKind> all{{"torchscript", prepareTorch, loadTorchScript, torchLayers},
                                              {"onnx", prepareTorch, loadOnnx, onnxLayers},
                                              {"opencv", prepareOpenCv, loadOpenCv, openCvLayers}};
    return all;
}

Result<BackendKind> backendNamed(const std::string& name) {
    const auto found = std::ranges::find(backends(), name, [](const BackendKind& b) { return std::string(b.name); });
    if (found != backends().end()) return *found;
    return fail(ErrorCode::kFormat, protocol::complaint(protocol::Complaint::kUnknownBackend, name));
}

}  // namespace facespace::host
