#include "core/network/host/torch_graph.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/passes/remove_mutation.h>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

namespace facespace::host {
namespace {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Module;
using torch::jit::Node;
using torch::jit::Value;
namespace prim = torch::jit::prim;
namespace aten = torch::jit::aten;
namespace attr = torch::jit::attr;

constexpr std::size_t kMostLayers = 4000;

void eachNode(Block* block, const std::function<void(Node*)>& visit) {
    for (auto it = block->nodes().begin(); it != block->nodes().end();) {
        Node* node = *it;
        ++it;  // The node may be destroyed.
        for (Block* inner : node->blocks()) eachNode(inner, visit);
        visit(node);
    }
}

/// Inlines module after module and remembers which value each returned.
class Inliner {
  public:
    explicit Inliner(Module& module) : graph_(*module.get_method("forward").graph()) { paths_[graph_.inputs().at(0)] = ""; }

    /// Every call is replaced here, so that no value is remembered that a later pass would do away with.
    std::vector<TorchLayer> run() {
        Block* block = graph_.block();
        for (auto it = block->nodes().begin(); it != block->nodes().end();) {
            Node* node = *it;
            if (node->kind() == prim::GetAttr) noteModule(node);
            torch::jit::GraphFunction* callee = calleeOf(node);
            if (callee == nullptr) {
                ++it;
                continue;
            }
            Node* before = node->prev();  // The callee's code takes the node's place, and is looked at next.
            inlineCall(node, *callee);
            it = ++before->iterator();
        }
        return std::move(layers_);
    }

  private:
    void noteModule(Node* node) {
        const auto owner = paths_.find(node->input(0));
        if (owner == paths_.end() || !node->output()->type()->cast<c10::ClassType>()) return;
        const std::string& name = node->s(attr::name);
        paths_[node->output()] = owner->second.empty() ? name : owner->second + "." + name;
    }

    /// What a node calls; null if it calls nothing that has code.
    static torch::jit::GraphFunction* calleeOf(Node* node) {
        if (node->kind() == prim::CallMethod) {
            const auto type = node->input(0)->type()->cast<c10::ClassType>();
            auto* method = type ? type->findMethod(node->s(attr::name)) : nullptr;
            return method == nullptr ? nullptr : torch::jit::tryToGraphFunction(*method);
        }
        if (node->kind() != prim::CallFunction) return nullptr;
        const auto type = node->input(0)->type()->cast<c10::FunctionType>();
        return type ? torch::jit::tryToGraphFunction(*type->function()) : nullptr;
    }

    void inlineCall(Node* node, torch::jit::GraphFunction& callee) {
        std::string path, kind;
        if (node->kind() == prim::CallFunction) {
            node->removeInput(0);  // The function itself.
        } else if (const auto known = paths_.find(node->input(0)); known != paths_.end()) {
            path = known->second;
            const auto type = node->input(0)->type()->expect<c10::ClassType>();
            if (type->name()) kind = type->name()->name();
        }
        const Value* before = node->outputs().empty() ? nullptr : node->output(0);
        const std::vector<Value*> outputs = torch::jit::inlineCallTo(node, &callee, callee.graph().get());
        // What an outer module returned is often what its last inner one returns, whose call is gone now.
        for (TorchLayer& layer : layers_)
            if (layer.value == before && !outputs.empty()) layer.value = outputs[0];
        if (path.empty() || outputs.size() != 1 || !outputs[0]->type()->cast<c10::TensorType>()) return;
        const int call = ++calls_[path];
        if (layers_.size() < kMostLayers)
            layers_.push_back({call == 1 ? path : path + "#" + std::to_string(call), kind, outputs[0]});
    }

    Graph& graph_;
    std::unordered_map<Value*, std::string> paths_;
    std::map<std::string, int> calls_;
    std::vector<TorchLayer> layers_;
};

std::vector<TorchLayer> valuesOf(Graph& graph) {
    std::vector<TorchLayer> layers;
    for (Node* node : graph.nodes()) {
        if (node->kind() == prim::Constant || node->kind() == prim::GetAttr || layers.size() >= kMostLayers) continue;
        for (Value* value : node->outputs())
            if (value->type()->cast<c10::TensorType>())
                layers.push_back({value->debugName(), node->kind().toUnqualString(), value});
    }
    return layers;
}

bool isOtherFloat(const at::Tensor& t) {
    return t.is_floating_point() && t.scalar_type() != at::kFloat &&
           (t.scalar_type() == at::kHalf || t.scalar_type() == at::kBFloat16 || t.scalar_type() == at::kDouble);
}

bool isConstant(const Value* value) { return value->node()->kind() == prim::Constant; }

/// The input of a node that its operator calls so; null if it has none.
Value* inputNamed(Node* node, const char* name) {
    const auto* schema = node->maybeSchema();
    if (schema == nullptr) return nullptr;
    const auto index = schema->argumentIndexWithName(name);
    if (!index || static_cast<std::size_t>(*index) >= node->inputs().size()) return nullptr;
    return node->input(static_cast<std::size_t>(*index));
}

void replaceInput(Node* node, Value* from, const torch::jit::IValue& by) {
    const torch::jit::WithInsertPoint before(node);
    node->replaceInputWith(from, node->owningGraph()->insertConstant(by));
}

bool hasOtherFloats(const Module& module, Graph& graph) {
    for (const at::Tensor& t : module.parameters(true))
        if (isOtherFloat(t)) return true;
    for (const at::Tensor& t : module.buffers(true))
        if (isOtherFloat(t)) return true;
    bool found = false;
    eachNode(graph.block(), [&](Node* node) {
        if (node->kind() != prim::Constant || !node->hasAttribute(attr::value)) return;
        found = found || (node->kindOf(attr::value) == torch::jit::AttributeKind::t && node->t(attr::value).dim() > 0 &&
                          isOtherFloat(node->t(attr::value)));
    });
    return found;
}

/// 5, 15 and 7 are at::kHalf, at::kBFloat16 and at::kDouble in code.
void convertNoMore(Node* node) {
    Value* dtype = inputNamed(node, "dtype");
    if (dtype == nullptr || !isConstant(dtype) || !dtype->node()->hasAttribute(attr::value)) return;
    if (dtype->node()->kindOf(attr::value) != torch::jit::AttributeKind::i) return;
    const auto type = static_cast<at::ScalarType>(dtype->node()->i(attr::value));
    if (type == at::kHalf || type == at::kBFloat16 || type == at::kDouble)
        replaceInput(node, dtype, static_cast<std::int64_t>(at::kFloat));
}

/// The numbers of a constant tensor; undefined if the value is none.
at::Tensor constantTensor(const Value* value) {
    if (!isConstant(value)) return {};
    const auto constant = torch::jit::toIValue(value);
    return constant && constant->isTensor() ? constant->toTensor() : at::Tensor();
}

/// How many channels a value has, where what makes it says so; else 0.
// NOLINTNEXTLINE(misc-no-recursion): no deeper than kDeepest
std::int64_t channelsOf(const Value* value, int depth = 0) {
    constexpr int kDeepest = 6;
    const Node* node = value->node();
    const std::string kind = node->kind().toQualString();
    if (depth > kDeepest || node->inputs().empty()) return 0;
    if (kind == "aten::conv2d" || kind == "aten::_convolution") {
        const at::Tensor weight = constantTensor(node->input(1));
        const bool straight = kind == "aten::conv2d" || torch::jit::constant_as<bool>(node->input(6)) == false;
        return straight && weight.defined() && weight.dim() == 4 ? weight.size(0) : 0;
    }
    if (kind == "aten::batch_norm") {
        const at::Tensor means = constantTensor(node->input(3));
        return means.defined() ? means.numel() : 0;
    }
    if (kind == "aten::add" || kind == "aten::add_") {
        const std::int64_t left = channelsOf(node->input(0), depth + 1);
        return left > 0 ? left : channelsOf(node->input(1), depth + 1);
    }
    return 0;
}

bool isCudaName(const Value* value) {
    return isConstant(value) && value->node()->hasAttribute(attr::value) &&
           value->node()->kindOf(attr::value) == torch::jit::AttributeKind::s &&
           value->node()->s(attr::value).starts_with("cuda");
}

bool isClamped(const Node* node) {
    static const std::set<std::string> kKinds{"aten::hardtanh", "aten::relu6", "aten::clamp", "aten::hardswish",
                                              "aten::hardsigmoid"};
    std::string kind = node->kind().toQualString();
    if (kind.ends_with('_')) kind.pop_back();
    return kKinds.contains(kind);
}

Value* clipped(Graph& graph, Value* x, double low, double high) {
    return graph.insert(c10::Symbol::fromQualString("aten::clip"), {x, low, high});
}

/// What gives the same; null if it is no activation (a clamp by tensors).
Value* otherKernel(Graph& graph, Node* node) {
    const std::string kind = node->kind().toUnqualString();
    Value* x = node->input(0);
    if (kind == "relu6") return clipped(graph, x, 0, 6);
    if (kind == "hardsigmoid" || kind == "hardswish") {
        Value* gate = graph.insert(aten::div, {clipped(graph, graph.insert(aten::add, {x, 3.0}), 0, 6), 6.0});
        return kind == "hardsigmoid" ? gate : graph.insert(aten::mul, {x, gate});
    }
    const auto isTensor = [&](std::size_t i) { return node->input(i)->type()->cast<c10::TensorType>() != nullptr; };
    if (node->inputs().size() != 3 || isTensor(1) || isTensor(2)) return nullptr;
    return graph.insert(c10::Symbol::fromQualString("aten::clip"), {x, node->input(1), node->input(2)});
}

}  // namespace

std::vector<TorchLayer> inlineForward(torch::jit::Module& module) {
    auto layers = Inliner(module).run();
    Graph& graph = *module.get_method("forward").graph();
    torch::jit::Inline(graph);  // What is called inside branches and loops.
    return layers;
}

std::vector<TorchLayer> tensorsOf(torch::jit::Graph& graph) { return valuesOf(graph); }

void makeFloat32(torch::jit::Module& module) {
    Graph& graph = *module.get_method("forward").graph();
    if (!hasOtherFloats(module, graph)) return;
    const auto convert = [](at::Tensor t) {
        if (isOtherFloat(t)) t.set_data(t.to(at::kFloat));
    };
    for (const at::Tensor& t : module.parameters(true)) convert(t);
    for (const at::Tensor& t : module.buffers(true)) convert(t);
    eachNode(graph.block(), [](Node* node) {
        if (node->kind() == prim::Constant && node->hasAttribute(attr::value) &&
            node->kindOf(attr::value) == torch::jit::AttributeKind::t && isOtherFloat(node->t(attr::value))) {
            node->t_(attr::value, node->t(attr::value).to(at::kFloat));
            node->output()->inferTypeFrom(node->t(attr::value));
        }
        convertNoMore(node);
    });
}

void moveToCpu(torch::jit::Graph& graph) {
    eachNode(graph.block(), [](Node* node) {
        for (std::size_t i = 0; i < node->inputs().size(); ++i)
            if (Value* input = node->input(i); isCudaName(input))
                replaceInput(node, input,
                             input->type()->kind() == c10::TypeKind::DeviceObjType
                                 ? torch::jit::IValue(c10::Device(c10::kCPU))
                                 : torch::jit::IValue("cpu"));
        if (node->kind() == prim::Constant && node->hasAttribute(attr::value) &&
            node->kindOf(attr::value) == torch::jit::AttributeKind::t && node->t(attr::value).is_cuda())
            node->t_(attr::value, node->t(attr::value).cpu());
        // The node stays, and is left out later as all that nothing uses.
        if (node->kind() == c10::Symbol::fromQualString("aten::cuda")) node->output()->replaceAllUsesWith(node->input(0));
    });
}

void replaceSharedSlopes(torch::jit::Graph& graph) {
    eachNode(graph.block(), [&](Node* node) {
        if (node->kind() != aten::prelu) return;
        const at::Tensor slope = constantTensor(node->input(1));
        if (!slope.defined() || slope.numel() != 1) return;
        if (const std::int64_t channels = channelsOf(node->input(0)); channels > 1)
            return replaceInput(node, node->input(1), slope.reshape({1}).repeat({channels}));
        const torch::jit::WithInsertPoint before(node);
        Value* factor = graph.insertConstant(slope.to(at::kCPU, at::kDouble).item<double>());
        Value* leaky = graph.insert(aten::leaky_relu, {node->input(0), factor});
        node->output()->replaceAllUsesWith(leaky);
        node->destroy();
    });
}

void replaceClampedKernels(torch::jit::Graph& graph) {
    const auto inner = std::shared_ptr<Graph>(std::shared_ptr<Graph>(), &graph);  // Not owned.
    torch::jit::RemoveTensorMutation(inner, isClamped);
    eachNode(graph.block(), [&](Node* node) {
        if (!isClamped(node) || std::string(node->kind().toUnqualString()).ends_with('_')) return;
        const torch::jit::WithInsertPoint before(node);
        Value* other = otherKernel(graph, node);
        if (other == nullptr) return;
        node->output()->replaceAllUsesWith(other);
        node->destroy();
    });
}

torch::jit::Value* layerNamed(const std::vector<TorchLayer>& layers, torch::jit::Graph& graph, const std::string& name) {
    for (const TorchLayer& layer : layers)
        if (layer.name == name) return layer.value;
    for (const TorchLayer& layer : valuesOf(graph))
        if (layer.name == name) return layer.value;
    return nullptr;
}

torch::jit::Value* keptAsMade(torch::jit::Graph& graph, torch::jit::Value* value) {
    if (value->node()->kind() == prim::Param) return value;
    const torch::jit::WithInsertPoint behind(value->node()->next());
    return graph.insert(aten::clone, {value});
}

void returnAll(torch::jit::Graph& graph, const std::vector<TorchLayer>& layers) {
    std::vector<Value*> values;
    for (const TorchLayer& layer : layers) values.push_back(layer.value);
    Node* tuple = graph.appendNode(graph.createTuple(values));
    returnOnly(graph, tuple->output());
}

void returnOnly(torch::jit::Graph& graph, torch::jit::Value* value) {
    while (graph.outputs().size() > 0) graph.eraseOutput(graph.outputs().size() - 1);
    graph.registerOutput(value);
    torch::jit::EliminateDeadCode(graph.block());
}

}  // namespace facespace::host
