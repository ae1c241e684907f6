#pragma once
#include <torch/script.h>
#include <torch/version.h>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "core/network/host/backend.h"
#include "core/network/host/torch_reason.h"

/// How LibTorch runs a network, whatever file it came from.
namespace facespace::host {

/// What body() returns; an exception of LibTorch as its reason in one line.
template <class F>
auto guardedTorch(F&& body) -> decltype(body()) {
    try {
        return body();
    } catch (const c10::Error& e) {
        return fail(ErrorCode::kModel, torchReason(e.what_without_backtrace(), TORCH_VERSION));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNoMemory));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel, torchReason(e.what(), TORCH_VERSION));
    }
}

/// Threads and settings; returns where networks run.
torch::Device setUpTorch(const protocol::LoadRequest& request);

/// Frozen and rewritten for inference: measured 2.6 times as fast as eager on an IR-50 on a CPU. Which form runs follows
/// from the network alone, never from a clock: the two differ in the last digits of a feature, and an extraction that goes
/// on after a break has to give what one without it would have given. The one form that was found to be slower than frozen,
/// a PReLU with one slope, is put otherwise.
torch::jit::Module optimisedTorch(const torch::jit::Module& plain, bool cuda);

/// A network in its optimised form; in its plain one if the first batch shows that the optimised fails.
class TorchForward {
  public:
    TorchForward(torch::jit::Module plain, bool cuda) : plain_(std::move(plain)), fast_(optimisedTorch(plain_, cuda)) {}
    torch::IValue operator()(const torch::Tensor& input);

  private:
    torch::jit::Module plain_, fast_;
    bool proven_ = false;
};

/// batch × channels × height × width on the device.
torch::Tensor torchInput(const std::vector<float>& input, int batch, const protocol::LoadRequest& request,
                         torch::Device device);

/// "CUDA", "CPU, 2 threads".
std::string torchDeviceName(torch::Device device);

using NamedTensor = std::pair<std::string, torch::Tensor>;
/// The feature among what a network returned, and its norm if the request names one; of several layers all, joined.
/// Errors: kInvalid as chooseOutputs.
Result<Output> chosenOutput(const std::vector<NamedTensor>& tensors, const protocol::LoadRequest& request, int batch);

}  // namespace facespace::host
