// ONNX networks on ONNX Runtime, where the system has it (Debian 13). One that it does not run in the batches that are asked
// for, one of other numbers than float32, one like MobileFaceNet, and every one on a GPU, runs on LibTorch
// (onnx/onnx_backend.cpp): which of the two follows from the network and the system alone, never from a clock.
#include <fmt/format.h>
#include <onnx/onnx_pb.h>
#include <onnxruntime_cxx_api.h>
#include <algorithm>
#include <limits>
#include <thread>
#include <utility>

#include "core/network/host/backend.h"
#include "core/network/host/onnx/onnx_call.h"
#include "core/network/host/onnx/onnx_model.h"
#include "core/network/host/torch_runtime.h"
#include "core/network/onnx_check.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

/// One for the process, without threads of its own; it prints nothing: what fails is said by what is returned.
Ort::Env& environment() {
    static Ort::Env env(ORT_LOGGING_LEVEL_FATAL, "facespace");
    return env;
}

Ort::SessionOptions sessionOptions(int threads) {
    Ort::SessionOptions options;
    options.SetLogSeverityLevel(ORT_LOGGING_LEVEL_FATAL);
    options.SetIntraOpNumThreads(threads);
    options.SetInterOpNumThreads(1);
    options.SetExecutionMode(ORT_SEQUENTIAL);
    // Between batches the processors belong to those that decode and align the next ones.
    options.AddConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
}

int threadsOf(const protocol::LoadRequest& request) {
    return request.threads > 0 ? request.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

struct ElementType {
    ONNXTensorElementDataType onnx;
    at::ScalarType torch;
};
constexpr ElementType kTypes[] = {
    {ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, at::kFloat},   {ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16, at::kHalf},
    {ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE, at::kDouble}, {ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8, at::kByte},
    {ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8, at::kChar},     {ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32, at::kInt},
    {ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64, at::kLong},    {ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16, at::kBFloat16}};

/// Errors: kModel.
Result<at::ScalarType> torchTypeOf(ONNXTensorElementDataType type) {
    const auto* const found = std::ranges::find(kTypes, type, &ElementType::onnx);
    if (found == std::end(kTypes)) return fail(ErrorCode::kModel, "type");
    return found->torch;
}

/// An exception of ONNX Runtime as its reason; nobody reads it but where a network that has run once fails later.
template <class F>
auto guardedRuntime(F&& body) -> decltype(body()) {
    return guardedTorch([&]() -> decltype(body()) {
        try {
            return body();
        } catch (const Ort::Exception& error) {
            return fail(ErrorCode::kModel, torchReason(error.what(), TORCH_VERSION));
        } catch (const OnnxError& error) {
            return fail(ErrorCode::kModel, error.what);
        }
    });
}

class OnnxRuntimeBackend : public Backend {
  public:
    OnnxRuntimeBackend(Ort::Session session, const protocol::LoadRequest& request)
        : session_(std::move(session)), request_(request), threads_(threadsOf(request)) {}

    /// Errors: kModel, where this is no network that takes one image and returns tensors.
    Result<void> readEnds() {
        if (session_.GetInputCount() != 1 || session_.GetOutputCount() == 0) return fail(ErrorCode::kModel, "inputs");
        input_ = session_.GetInputNameAllocated(0, allocator_).get();
        const Ort::TypeInfo info = session_.GetInputTypeInfo(0);
        if (info.GetONNXType() != ONNX_TYPE_TENSOR) return fail(ErrorCode::kModel, "inputs");
        const auto tensor = info.GetTensorTypeAndShapeInfo();
        inputShape_ = tensor.GetShape();
        const auto type = torchTypeOf(tensor.GetElementType());
        if (!type) return forward(type);
        inputType_ = *type;
        for (std::size_t i = 0; i < session_.GetOutputCount(); ++i)
            outputs_.emplace_back(session_.GetOutputNameAllocated(i, allocator_).get());
        return {};
    }

    Result<Output> run(const std::vector<float>& input, int batch) override {
        return guardedRuntime([&]() -> Result<Output> {
            const torch::NoGradGuard noGrad;
            const auto images =
                asOnnxInput(inputShape_, inputType_, torchInput(input, batch, request_, torch::kCPU)).contiguous();
            auto values = forwardPass(images);
            std::vector<NamedTensor> tensors;
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (!values[i].IsTensor()) continue;
                const auto info = values[i].GetTensorTypeAndShapeInfo();
                const auto type = torchTypeOf(info.GetElementType());
                if (!type) continue;
                // Looks at what ONNX Runtime has: chosenOutput copies.
                tensors.emplace_back(outputs_[i],
                                     torch::from_blob(values[i].GetTensorMutableRawData(), info.GetShape(), *type));
            }
            if (tensors.empty()) return fail(ErrorCode::kModel, complaint(Complaint::kNotOneTensor, "Sequence"));
            return chosenOutput(tensors, request_, batch);
        });
    }

    std::string device() const override {
        return fmt::format("CPU (ONNX Runtime {}), {} threads", Ort::GetVersionString(), threads_);
    }

  private:
    std::vector<Ort::Value> forwardPass(const at::Tensor& images) {
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        const auto* const type = std::ranges::find(kTypes, inputType_, &ElementType::torch);
        const Ort::Value in = Ort::Value::CreateTensor(memory, images.data_ptr(), images.nbytes(), images.sizes().data(),
                                                       static_cast<std::size_t>(images.dim()), type->onnx);
        const char* inputs[] = {input_.c_str()};
        std::vector<const char*> outputs;
        for (const std::string& name : outputs_) outputs.push_back(name.c_str());
        return session_.Run(Ort::RunOptions{nullptr}, inputs, &in, 1, outputs.data(), outputs.size());
    }

    Ort::Session session_;
    Ort::AllocatorWithDefaultOptions allocator_;
    protocol::LoadRequest request_;
    int threads_;
    std::string input_;
    std::vector<std::int64_t> inputShape_;
    at::ScalarType inputType_ = at::kFloat;
    std::vector<std::string> outputs_;
};

/// Whether numbers of half, bfloat16 or double are in it, which ONNX Runtime rounds as the file says; here all floating
/// point numbers are float32, as they are on LibTorch.
bool hasOtherFloats(const ::onnx::GraphProto& graph) {
    const auto other = [](std::int64_t type) {
        return type == ::onnx::TensorProto::FLOAT16 || type == ::onnx::TensorProto::BFLOAT16 ||
               type == ::onnx::TensorProto::DOUBLE;
    };
    for (const auto& array : graph.initializer())
        if (other(array.data_type())) return true;
    for (const auto& node : graph.node())
        for (const auto& attribute : node.attribute())
            if (other(attribute.t().data_type()) || (node.op_type() == "Cast" && other(attribute.i()))) return true;
    return false;
}

/// Depthwise convolutions with slopes behind them, as MobileFaceNet's, take ONNX Runtime 1.5 times as long as LibTorch; all
/// other networks of tests/bench/network/onnx_speed.py take it less.
bool runsSlower(const ::onnx::GraphProto& graph) {
    const auto grouped = [](const ::onnx::NodeProto& node) {
        return node.op_type() == "Conv" && std::ranges::any_of(node.attribute(), [](const auto& attribute) {
                   return attribute.name() == "group" && attribute.i() > 1;
               });
    };
    return std::ranges::any_of(graph.node(), grouped) &&
           std::ranges::any_of(graph.node(), [](const auto& node) { return node.op_type() == "PRelu"; });
}

/// The file in one piece: with the arrays that lie in others, and returning the layers that are asked for.
Result<std::string> inOnePiece(::onnx::ModelProto& model, std::span<const WeightPart> parts,
                               const std::vector<std::string>& layers) {
    auto& graph = *model.mutable_graph();
    for (auto& array : *graph.mutable_initializer()) {
        fetchOnnxArray(array, parts.subspan(1));
        array.clear_external_data();
        array.clear_data_location();
    }
    if (!layers.empty()) graph.clear_output();
    for (const std::string& name : layers) graph.add_output()->set_name(name);
    std::string bytes;
    if (model.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<int>::max()) || !model.SerializeToString(&bytes))
        return fail(ErrorCode::kModel, complaint(Complaint::kOnnxTooLarge));
    return bytes;
}

Result<Ort::Session> sessionOf(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    const auto parts = weightParts(weights);
    if (!parts) return forward(parts);
    if (auto checked = checkOnnx(parts->front().bytes, std::span(*parts).subspan(1)); !checked) return forward(checked);
    auto model = parseOnnx(parts->front().bytes);
    if (!model) return forward(model);
    if (hasOtherFloats((*model)->graph()) || runsSlower((*model)->graph())) return fail(ErrorCode::kModel, "LibTorch");
    const auto options = sessionOptions(threadsOf(request));
    if (parts->size() == 1 && request.inner.empty())
        return Ort::Session(environment(), parts->front().bytes.data(), parts->front().bytes.size(), options);
    const auto bytes = inOnePiece(**model, *parts, request.inner);
    if (!bytes) return forward(bytes);
    model->reset();
    return Ort::Session(environment(), bytes->data(), bytes->size(), options);
}

Result<std::unique_ptr<Backend>> loadedAndTried(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guardedRuntime([&]() -> Result<std::unique_ptr<Backend>> {
        auto session = sessionOf(request, weights);
        if (!session) return forward(session);
        auto backend = std::make_unique<OnnxRuntimeBackend>(std::move(*session), request);
        if (auto read = backend->readEnds(); !read) return forward(read);
        const std::vector<float> blank(static_cast<std::size_t>(request.batch) * static_cast<std::size_t>(request.channels) *
                                       static_cast<std::size_t>(request.height) * static_cast<std::size_t>(request.width));
        if (auto output = backend->run(blank, request.batch); !output) return forward(output);
        return backend;
    });
}

/// A node of each of the libraries that networks use: a product over the threads' pool.
std::string smallModel() {
    ::onnx::ModelProto model;
    model.set_ir_version(7);
    model.add_opset_import()->set_version(13);
    auto& graph = *model.mutable_graph();
    graph.set_name("prepare");
    const auto addValue = [](::onnx::ValueInfoProto& value, const char* name) {
        value.set_name(name);
        auto& type = *value.mutable_type()->mutable_tensor_type();
        type.set_elem_type(::onnx::TensorProto::FLOAT);
        for (const int side : {16, 16}) type.mutable_shape()->add_dim()->set_dim_value(side);
    };
    addValue(*graph.add_input(), "x");
    addValue(*graph.add_output(), "y");
    auto& node = *graph.add_node();
    node.set_op_type("MatMul");
    node.add_input("x");
    node.add_input("x");
    node.add_output("y");
    return model.SerializeAsString();
}

}  // namespace

bool prepareOnnxRuntime(const protocol::LoadRequest& request) {
    const bool cuda = prepareTorch(request);
    try {
        const std::string bytes = smallModel();
        Ort::Session session(environment(), bytes.data(), bytes.size(), sessionOptions(1));
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        std::vector<float> ones(256, 1.F);
        const std::int64_t shape[] = {16, 16};
        const Ort::Value in = Ort::Value::CreateTensor<float>(memory, ones.data(), ones.size(), shape, 2);
        const char *input = "x", *output = "y";
        (void)session.Run(Ort::RunOptions{nullptr}, &input, &in, 1, &output, 1);
    } catch (const std::exception&) {  // What does not work says so when the network runs.
    }
    return cuda;
}

Result<std::unique_ptr<Backend>> loadOnnxRuntime(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    if (!setUpTorch(request).is_cuda())
        if (auto backend = loadedAndTried(request, weights)) return backend;
    // Its sentences say what is wrong, with the operators that are missing.
    return loadOnnxOnTorch(request, weights);
}

}  // namespace facespace::host
