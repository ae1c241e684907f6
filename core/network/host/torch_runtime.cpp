#include "core/network/host/torch_runtime.h"

#include <fmt/format.h>
#include <torch/csrc/jit/passes/tensorexpr_fuser.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/torch.h>
#include <algorithm>

#include "core/network/host/output_choice.h"
#include "core/network/host/torch_graph.h"

namespace facespace::host {
namespace {

/// A graph that is rewritten after the first batches would give the first images other last digits.
void keepGraphsAsTheyAre() {
    torch::jit::getProfilingMode() = false;
    torch::jit::getExecutorMode() = false;
    torch::jit::setTensorExprFuserEnabled(false);
    at::globalContext().setBenchmarkCuDNN(false);
    at::globalContext().setDeterministicCuDNN(true);
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setAllowTF32CuDNN(false);
}

std::vector<float> copied(torch::Tensor tensor) {
    if (tensor.is_mkldnn()) tensor = tensor.to_dense();
    tensor = tensor.to(torch::kCPU, torch::kFloat32).contiguous();
    const float* data = tensor.data_ptr<float>();
    return {data, data + tensor.numel()};
}

}  // namespace

torch::Device setUpTorch(const protocol::LoadRequest& request) {
    if (request.threads > 0) at::set_num_threads(request.threads);
    keepGraphsAsTheyAre();
    return {request.useGpu && torch::cuda::is_available() ? torch::kCUDA : torch::kCPU};
}

torch::jit::Module optimisedTorch(const torch::jit::Module& plain, bool cuda) {
    try {
        torch::jit::Module frozen = torch::jit::freeze(plain);
        if (cuda) return frozen;
        replaceSharedSlopes(*frozen.get_method("forward").graph());
        replaceClampedKernels(*frozen.get_method("forward").graph());
        return torch::jit::optimize_for_inference(frozen);
    } catch (const std::exception&) {
        return plain;
    }
}

torch::IValue TorchForward::operator()(const torch::Tensor& input) {
    if (proven_) return fast_.forward({input});
    // The optimised form of a rare network fails where the plain one works; decided on the first batch.
    try {
        auto result = fast_.forward({input});
        proven_ = true;
        return result;
    } catch (const std::exception&) {
        auto result = plain_.forward({input});
        fast_ = plain_;
        proven_ = true;
        return result;
    }
}

torch::Tensor torchInput(const std::vector<float>& input, int batch, const protocol::LoadRequest& request,
                         torch::Device device) {
    // from_blob takes no const pointer; the input is not written to.
    return torch::from_blob(const_cast<float*>(input.data()), {batch, request.channels, request.height, request.width},
                            torch::kFloat32)
        .clone()
        .to(device);
}

std::string torchDeviceName(torch::Device device) {
    return device.is_cuda() ? "CUDA" : fmt::format("CPU, {} threads", at::get_num_threads());
}

namespace {

/// The numbers of several layers, for each image one behind the other. What is not as the request says gives the sum of
/// what there is, and no numbers. Where images go one by one all numbers are the one image's, whatever the axes: detectors
/// (core/network/scrfd_file.h) return rows of anchors.
Output joinedLayers(const std::vector<NamedTensor>& tensors, const protocol::LoadRequest& request, int batch) {
    std::int64_t numbers = 0;
    const bool oneImage = request.batchIsFixed && batch == 1;
    for (const auto& [name, tensor] : tensors) {
        const bool byImage = oneImage || (tensor.dim() >= 2 && tensor.size(0) == batch);
        if (!byImage || tensor.numel() > std::int64_t{batch} * request.dimension) return {tensor.sizes().vec(), {}, {}};
        numbers += tensor.numel() / batch;
    }
    Output result{{batch, numbers}, {}, {}};
    if (numbers != request.dimension) return result;
    result.values.resize(static_cast<std::size_t>(batch * numbers));
    auto at = result.values.begin();
    for (const auto& [name, tensor] : tensors) {
        const std::vector<float> values = copied(tensor);
        const auto width = static_cast<std::ptrdiff_t>(values.size()) / batch;
        for (std::ptrdiff_t row = 0; row < batch; ++row)
            std::copy_n(values.begin() + row * width, width, at + row * static_cast<std::ptrdiff_t>(numbers));
        at += width;
    }
    return result;
}

}  // namespace

Result<Output> chosenOutput(const std::vector<NamedTensor>& tensors, const protocol::LoadRequest& request, int batch) {
    if (request.inner.size() > 1) return joinedLayers(tensors, request, batch);
    std::vector<OutputInfo> infos;
    for (const auto& [name, tensor] : tensors) infos.push_back({name, tensor.sizes().vec()});
    const auto choice = chooseOutputs(infos, request, batch);
    if (!choice) return forward(choice);
    const torch::Tensor& feature = tensors[choice->feature].second;
    Output result{feature.sizes().vec(), {}, {}};
    // A view can say it has more elements than memory has room for: only what is expected is copied.
    if (feature.numel() != static_cast<std::int64_t>(batch) * request.dimension) return result;
    result.values = copied(feature);
    if (choice->norm) result.norms = copied(tensors[*choice->norm].second);
    return result;
}

}  // namespace facespace::host
