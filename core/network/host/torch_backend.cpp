#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/read_adapter_interface.h>
#include <fmt/format.h>
#include <torch/script.h>
#include <torch/torch.h>
#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "core/network/host/backend.h"
#include "core/network/host/torch_graph.h"
#include "core/network/host/torch_reason.h"
#include "core/network/host/torch_runtime.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr std::size_t kMostOutputs = 4096;

/// All tensors in what a network returns: of a dictionary by their keys, of a named tuple by its names, else by their place;
/// one inside another as "0.1".
// NOLINTNEXTLINE(misc-no-recursion): values are nested a few deep
void flatten(const torch::IValue& value, const std::string& name, std::vector<NamedTensor>& tensors) {
    const auto inner = [&](const std::string& part) { return name.empty() ? part : name + "." + part; };
    if (tensors.size() >= kMostOutputs) return;
    if (value.isTensor()) {
        tensors.emplace_back(name.empty() ? "0" : name, value.toTensor());
    } else if (value.isTuple()) {
        const auto type = value.type()->cast<c10::TupleType>();
        const auto& elements = value.toTupleRef().elements();
        for (std::size_t i = 0; i < elements.size(); ++i)
            flatten(elements[i],
                    inner(type && type->schema() ? type->schema()->arguments().at(i).name() : std::to_string(i)), tensors);
    } else if (value.isList()) {
        const auto list = value.toList();
        for (std::size_t i = 0; i < std::min(list.size(), kMostOutputs); ++i)
            flatten(list.get(i), inner(std::to_string(i)), tensors);
    } else if (value.isGenericDict()) {
        for (const auto& entry : value.toGenericDict())
            flatten(entry.value(),
                    inner(entry.key().isString() ? entry.key().toStringRef() : std::to_string(tensors.size())), tensors);
    }
}

class TorchBackend : public Backend {
  public:
    TorchBackend(torch::jit::Module module, torch::Device device, const protocol::LoadRequest& request)
        : network_(std::move(module), device.is_cuda()), device_(device), request_(request) {}

    Result<Output> run(const std::vector<float>& input, int batch) override {
        return guardedTorch([&]() -> Result<Output> {
            const torch::NoGradGuard noGrad;
            const torch::IValue value = network_(torchInput(input, batch, request_, device_));
            std::vector<NamedTensor> tensors;
            flatten(value, {}, tensors);
            if (tensors.empty()) return fail(ErrorCode::kModel, complaint(Complaint::kNotOneTensor, value.tagKind()));
            return chosenOutput(tensors, request_, batch);
        });
    }

    std::string device() const override { return torchDeviceName(device_); }

  private:
    TorchForward network_;
    torch::Device device_;
    protocol::LoadRequest request_;
};

/// The archive in memory.
class BytesReader : public caffe2::serialize::ReadAdapterInterface {
  public:
    explicit BytesReader(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::size_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t position, void* to, std::size_t size, const char*) const override {
        if (position >= bytes_.size()) return 0;
        const auto part = bytes_.subspan(position, std::min(size, bytes_.size() - position));
        std::memcpy(to, part.data(), part.size());
        return part.size();
    }

  private:
    std::span<const std::byte> bytes_;
};

/// The module as the file has it, in evaluation mode. Errors: what the file is instead.
Result<torch::jit::Module> loaded(const protocol::LoadRequest& request, std::span<const std::byte> weights,
                                  torch::Device device) {
    if (isOldCheckpoint(weights)) return fail(ErrorCode::kModel, checkpointReason(request));
    {
        caffe2::serialize::PyTorchStreamReader archive(std::make_shared<BytesReader>(weights));
        if (archive.hasRecord("data.pkl") && !archive.hasRecord("constants.pkl"))
            return fail(ErrorCode::kModel, checkpointReason(request));
    }
    torch::jit::Module module = torch::jit::load(std::make_shared<BytesReader>(weights), device);
    module.eval();
    if (!module.find_method("forward")) return fail(ErrorCode::kModel, complaint(Complaint::kNoForward));
    return module;
}

/// Its code made fit to run here. @return its layers
std::vector<TorchLayer> prepared(torch::jit::Module& module, torch::Device device) {
    auto layers = inlineForward(module);
    makeFloat32(module);
    torch::jit::Graph& graph = *module.get_method("forward").graph();
    if (!device.is_cuda()) moveToCpu(graph);
    return layers.empty() ? tensorsOf(graph) : layers;
}

/// Has forward return the layers of these names. Errors: kModel.
Result<void> takeInner(torch::jit::Graph& graph, const std::vector<TorchLayer>& layers,
                       const std::vector<std::string>& names) {
    std::vector<TorchLayer> taken;
    for (const std::string& name : names) {
        torch::jit::Value* value = layerNamed(layers, graph, name);
        if (value == nullptr) return fail(ErrorCode::kModel, complaint(Complaint::kNoSuchLayer, name));
        taken.push_back({name, {}, keptAsMade(graph, value)});
    }
    if (taken.size() == 1)
        returnOnly(graph, taken.front().value);
    else
        returnAll(graph, taken);
    return {};
}

}  // namespace

bool prepareTorch(const protocol::LoadRequest& request) {
    const torch::NoGradGuard noGrad;
    const bool cuda = setUpTorch(request).is_cuda();
    at::set_num_threads(1);
    try {
        (void)torch::rand({1});  // Chance takes its seed from a device, once.
        // Convolutions, products and the interpreter, as networks use them.
        torch::jit::Module module("prepare");
        module.register_attribute("training", c10::BoolType::get(), false);
        module.register_parameter("weight", torch::ones({16, 3, 3, 3}), false);
        module.define(
            "def forward(self, x):\n  y = torch.relu(torch.conv2d(x, self.weight))\n"
            "  return torch.mm(torch.flatten(y, 1), torch.ones([16 * 36, 8]))\n");
        const torch::Tensor input = torch::ones({2, 3, 8, 8});
        (void)module.forward({input});
        torch::jit::Module fast = optimisedTorch(module, false);
        (void)fast.forward({input});
        if (cuda) (void)torch::conv2d(input.to(torch::kCUDA), torch::ones({16, 3, 3, 3}, torch::kCUDA)).to(torch::kCPU);
    } catch (const std::exception&) {  // What does not work says so when the network runs.
    }
    return cuda;
}

Result<std::unique_ptr<Backend>> loadTorchScript(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guardedTorch([&]() -> Result<std::unique_ptr<Backend>> {
        const torch::NoGradGuard noGrad;
        const torch::Device device = setUpTorch(request);
        auto module = loaded(request, weights, device);
        if (!module) return forward(module);
        const auto layers = prepared(*module, device);
        if (!request.inner.empty())
            if (auto taken = takeInner(*module->get_method("forward").graph(), layers, request.inner); !taken)
                return forward(taken);
        return std::make_unique<TorchBackend>(*module, device, request);
    });
}

Result<Listing> torchLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guardedTorch([&]() -> Result<Listing> {
        const torch::NoGradGuard noGrad;
        const torch::Device device = setUpTorch(request);
        auto module = loaded(request, weights, device);
        if (!module) return forward(module);
        const auto found = prepared(*module, device);
        Listing listing;
        const auto input = torch::full({1, request.channels, request.height, request.width}, 0.1, torch::kFloat32);
        std::vector<NamedTensor> outputs;
        // A copy: what has run once has a plan, and returns no more than that.
        torch::jit::Module asItIs = module->clone();
        flatten(asItIs.forward({input.to(device)}), {}, outputs);
        for (const auto& [name, tensor] : outputs) listing.outputs.push_back({name, "output", tensor.sizes().vec()});
        if (found.empty()) return listing;
        returnAll(*module->get_method("forward").graph(), found);
        const auto values = module->forward({input.to(device)});
        const auto& elements = values.toTupleRef().elements();
        for (std::size_t i = 0; i < found.size(); ++i)
            if (elements[i].isTensor())
                listing.layers.push_back({found[i].name, found[i].kind, elements[i].toTensor().sizes().vec()});
        return listing;
    });
}

}  // namespace facespace::host
