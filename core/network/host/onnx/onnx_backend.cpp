// ONNX networks on LibTorch: the file's nodes are run once by ATen's functions (onnx_run.h) while LibTorch records them, and
// what was recorded is frozen and optimised as a TorchScript network is.
#include <torch/csrc/jit/api/compilation_unit.h>
#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/script.h>
#include <algorithm>
#include <optional>
#include <utility>

#include "core/network/host/backend.h"
#include "core/network/host/onnx/onnx_fuse.h"
#include "core/network/host/onnx/onnx_run.h"
#include "core/network/host/torch_runtime.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr std::size_t kMostLayers = 4000;

template <class F>
auto guardedOnnx(F&& body) -> decltype(body()) {
    return guardedTorch([&]() -> decltype(body()) {
        try {
            return body();
        } catch (const OnnxError& error) {
            return fail(ErrorCode::kModel, error.what);
        }
    });
}

/// As the file's input takes it.
torch::Tensor asInput(const OnnxModel& model, const torch::Tensor& images) {
    return asOnnxInput(model.inputShape, model.inputType, images);
}

/// What LibTorch records when the nodes are run on these images.
torch::jit::Module traced(const OnnxModel& model, const std::vector<std::string>& wanted, const torch::Tensor& images) {
    OnnxRun run(model, wanted);
    const auto body = [&](torch::jit::Stack inputs) -> torch::jit::Stack {
        const torch::Tensor image = inputs.at(0).toTensor();
        std::vector<c10::IValue> values;
        for (torch::Tensor& value : run.of(asInput(model, image)))
            values.emplace_back(value.is_same(image) ? value.clone() : value);
        return {c10::ivalue::Tuple::create(std::move(values))};
    };
    const auto [state, stack] =
        torch::jit::tracer::trace({images}, body, [](const torch::autograd::Variable&) { return std::string(); });
    torch::jit::Module module("__torch__.Network");
    module.register_attribute("training", c10::BoolType::get(), false);
    const auto graph = state->graph;
    graph->insertInput(0, "self")->setType(module._ivalue()->type());
    auto* forward =
        module._ivalue()->compilation_unit()->create_function(c10::QualifiedName(*module.type()->name(), "forward"), graph);
    module.type()->addMethod(forward);
    return module;
}

class OnnxBackend : public Backend {
  public:
    OnnxBackend(OnnxModel model, std::vector<std::string> wanted, torch::Device device, const protocol::LoadRequest& request)
        : model_(std::move(model)), wanted_(std::move(wanted)), device_(device), request_(request) {}

    Result<Output> run(const std::vector<float>& input, int batch) override {
        return guardedOnnx([&]() -> Result<Output> {
            const torch::NoGradGuard noGrad;
            const torch::Tensor images = torchInput(input, batch, request_, device_);
            if (!network_ || batch_ != batch) {
                network_.reset();
                network_.emplace(traced(model_, wanted_, images), device_.is_cuda());
                batch_ = batch;
            }
            const torch::IValue value = (*network_)(images);
            std::vector<NamedTensor> tensors;
            const auto& elements = value.toTupleRef().elements();
            for (std::size_t i = 0; i < elements.size(); ++i) tensors.emplace_back(wanted_[i], elements[i].toTensor());
            return chosenOutput(tensors, request_, batch);
        });
    }

    std::string device() const override { return torchDeviceName(device_); }

  private:
    OnnxModel model_;
    std::vector<std::string> wanted_;
    torch::Device device_;
    protocol::LoadRequest request_;
    std::optional<TorchForward> network_;  ///< For one size of a batch: sizes are constants in it.
    int batch_ = 0;
};

/// Every value that a node makes, with the operator that makes it.
std::vector<std::pair<std::string, std::string>> valuesOf(const OnnxModel& model) {
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& node : model.graph().node())
        for (const std::string& name : node.output())
            if (!name.empty() && values.size() < kMostLayers) values.emplace_back(name, node.op_type());
    return values;
}

/// The values that the request is about. Errors: kModel.
Result<std::vector<std::string>> wantedOf(const OnnxModel& model, const protocol::LoadRequest& request) {
    if (request.inner.empty()) return model.outputs;
    const auto values = valuesOf(model);
    for (const std::string& name : request.inner)
        if (std::ranges::find(values, name, [](const auto& value) { return value.first; }) == values.end())
            return fail(ErrorCode::kModel, complaint(Complaint::kNoSuchLayer, name));
    return request.inner;
}

}  // namespace

Result<std::unique_ptr<Backend>> loadOnnxOnTorch(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guardedOnnx([&]() -> Result<std::unique_ptr<Backend>> {
        const torch::NoGradGuard noGrad;
        const torch::Device device = setUpTorch(request);
        auto model = readOnnxModel(weights);
        if (!model) return forward(model);
        auto wanted = wantedOf(*model, request);
        if (!wanted) return forward(wanted);
        fuseOnnx(*model);
        for (auto& [name, array] : model->arrays)
            if (at::isFloatingType(array.scalar_type())) array = array.to(device);
        return std::make_unique<OnnxBackend>(std::move(*model), std::move(*wanted), device, request);
    });
}

Result<Listing> onnxLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guardedOnnx([&]() -> Result<Listing> {
        const torch::NoGradGuard noGrad;
        setUpTorch(request);
        const auto model = readOnnxModel(weights);
        if (!model) return forward(model);
        const auto values = valuesOf(*model);
        std::vector<std::string> names;
        for (const auto& [name, kind] : values) names.push_back(name);
        const auto image = torch::full({1, request.channels, request.height, request.width}, 0.1, torch::kFloat32);
        const auto tensors = OnnxRun(*model, names).of(asInput(*model, image));
        Listing listing;
        const auto outputs = OnnxRun(*model, model->outputs).of(asInput(*model, image));
        for (std::size_t i = 0; i < outputs.size(); ++i)
            if (outputs[i].defined()) listing.outputs.push_back({model->outputs[i], "output", outputs[i].sizes().vec()});
        for (std::size_t i = 0; i < values.size(); ++i)
            if (tensors[i].defined() && at::isFloatingType(tensors[i].scalar_type()) && tensors[i].dim() >= 2 &&
                tensors[i].size(0) == 1)
                listing.layers.push_back({values[i].first, values[i].second, tensors[i].sizes().vec()});
        return listing;
    });
}

}  // namespace facespace::host
