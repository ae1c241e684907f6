#pragma once
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>
#include <string>
#include <vector>

/// What is changed in a TorchScript network's code so that it runs here. All of it is on copies that nothing else runs.
namespace facespace::host {

/// A value inside a network that can be taken in place of its output.
struct TorchLayer {
    std::string name;  ///< The module's path ("body.3.conv", the second call of one module "act#2"), else the value's name.
    std::string kind;  ///< The operator that made it, "convolution"; of a module its type, "Conv2d".
    torch::jit::Value* value = nullptr;
};

/// Puts the code of all modules that `forward` calls into its own graph.
/// @return what each of them returned; empty for a frozen network, which has no modules any more
std::vector<TorchLayer> inlineForward(torch::jit::Module& module);

/// All values of the graph that are tensors, but for those inside branches and loops.
std::vector<TorchLayer> tensorsOf(torch::jit::Graph& graph);

/// Weights of half, bfloat16 and double as float32, and so what the code converts to them. Does nothing if all floating
/// point numbers are float32 already. Call it on a module whose forward is inlined.
void makeFloat32(torch::jit::Module& module);

/// Tensors that the code makes on a CUDA device, or moves there, are made on the CPU.
void moveToCpu(torch::jit::Graph& graph);

/// PReLU with one slope for all channels (PyTorch's default) with one for each, where their number is seen, else as leaky
/// ReLU; both are the same to the bit. After optimize_for_inference oneDNN computes the one slope by its reference code, 4
/// times slower than the whole frozen network was; a slope each it computes where convolutions leave their numbers, 1.08
/// times as fast as the frozen network, and leaky ReLU is as fast as that.
/// @param graph  frozen: the slope is a constant
void replaceSharedSlopes(torch::jit::Graph& graph);

/// Clamped activations (ReLU6, hard swish, hard sigmoid, clamp) by other operators: LibTorch 1.13's optimize_for_inference
/// runs them over oneDNN's blocks of channels and returns garbage where channels do not fill the blocks (24 of a MobileNet).
/// @param graph  frozen
void replaceClampedKernels(torch::jit::Graph& graph);

/// The value of the layer with this name, one of `layers` or any value of the graph that is a tensor; null if there is none.
torch::jit::Value* layerNamed(const std::vector<TorchLayer>& layers, torch::jit::Graph& graph, const std::string& name);

/// A copy of the value as the node that makes it leaves it: what comes behind may change it in place.
torch::jit::Value* keptAsMade(torch::jit::Graph& graph, torch::jit::Value* value);

/// Has forward return this value, or a tuple of all of them, in place of what it returned.
void returnOnly(torch::jit::Graph& graph, torch::jit::Value* value);
void returnAll(torch::jit::Graph& graph, const std::vector<TorchLayer>& layers);

}  // namespace facespace::host
