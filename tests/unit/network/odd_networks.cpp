#include "tests/unit/network/odd_networks.h"

#include <caffe2/serialize/inline_container.h>
#include <torch/script.h>
#include <stdexcept>
#include <string>

namespace {

namespace fs = std::filesystem;
using torch::jit::Module;

Module withTraining(const char* name) {
    Module module(name);
    module.register_attribute("training", c10::BoolType::get(), true);
    return module;
}

/// 1 × 1 convolutions of weight ¼ with code that converts to this type, as tracing leaves it.
Module convolutionOf(const char* name, at::ScalarType type) {
    Module module = withTraining(name);
    module.register_parameter("weight", torch::full({4, 3, 1, 1}, 0.25, type), false);
    module.register_buffer("places", torch::tensor({3, 2, 1, 0}, torch::kInt64));
    module.define("def forward(self, x):\n  y = torch.conv2d(torch.to(x, " + std::to_string(static_cast<int>(type)) +
                  "), self.weight)\n  return torch.index_select(y, 1, self.places).mean([2, 3])\n");
    return module;
}

/// Two convolutions to `channels`, each with a PReLU of `slopes` slopes.
Module preluOf(const char* name, std::int64_t slopes, std::int64_t channels) {
    Module module = withTraining(name);
    torch::manual_seed(5);
    module.register_parameter("a", torch::randn({channels, 3, 3, 3}), false);
    module.register_parameter("b", torch::randn({channels, channels, 3, 3}), false);
    module.register_parameter("slope", torch::full({slopes}, 0.3), false);
    module.define(
        "def forward(self, x):\n  y = torch.prelu(torch.conv2d(x, self.a, stride=2), self.slope)\n"
        "  y = torch.prelu(torch.conv2d(y, self.b), self.slope)\n  return y.mean([2, 3])\n");
    return module;
}

/// Activations with limits between convolutions of 12 channels, which fill no block of 8 or 16.
Module clampedOf(const char* name, const std::string& activations) {
    Module module = withTraining(name);
    torch::manual_seed(6);
    module.register_parameter("a", torch::randn({12, 3, 3, 3}), false);
    module.register_parameter("b", torch::randn({12, 12, 3, 3}) / 10, false);
    module.define("def forward(self, x):\n  y = torch.conv2d(x, self.a, stride=4)\n" + activations +
                  "  return torch.mean(torch.conv2d(y, self.b), [2, 3])\n");
    return module;
}

/// root.body.conv, root.body.act (called twice), root.head
Module treeOf(const char* name, const char* act = "x * 2.0") {
    Module conv = withTraining("Conv"), actModule = withTraining("Act"), body = withTraining("Body"),
           head = withTraining("Head"), root = withTraining(name);
    conv.register_parameter("weight", torch::full({4, 3, 28, 28}, 1.0 / (3 * 28 * 28)), false);
    conv.define("def forward(self, x):\n  return torch.conv2d(x, self.weight, stride=28)\n");
    actModule.define(std::string("def forward(self, x):\n  return ") + act + "\n");
    body.register_module("conv", conv);
    body.register_module("act", actModule);
    body.define("def forward(self, x):\n  return self.act.forward(self.act.forward(self.conv.forward(x)))\n");
    head.define("def forward(self, x):\n  return x.mean([2, 3])\n");
    root.register_module("body", body);
    root.register_module("head", head);
    root.define("def forward(self, x):\n  return self.head.forward(self.body.forward(x))\n");
    return root;
}

/// The archive `from` with one word of its code replaced.
void saveReplaced(const fs::path& folder, const std::string& from, const std::string& name, const std::string& word,
                  const std::string& by) {
    caffe2::serialize::PyTorchStreamReader in((folder / (from + ".pt")).string());
    caffe2::serialize::PyTorchStreamWriter out((folder / (name + ".pt")).string());
    bool changed = false;
    for (const std::string& record : in.getAllRecords()) {
        const auto [data, size] = in.getRecord(record);
        std::string bytes(static_cast<const char*>(data.get()), size);
        if (record.starts_with("code/") && record.ends_with(".py"))
            if (const auto at = bytes.find(word); at != std::string::npos) {
                bytes.replace(at, word.size(), by);
                changed = true;
            }
        if (record != "version" && !record.starts_with(".data/")) out.writeRecord(record, bytes.data(), bytes.size());
    }
    out.writeEndOfFile();
    if (!changed) throw std::runtime_error("no " + word + " in " + from);
}

}  // namespace

void makeOddNetworks(const fs::path& folder) {
    const auto save = [&](const Module& module, const std::string& name) {
        module.save((folder / (name + ".pt")).string());
    };
    save(convolutionOf("Half", at::kHalf), "half");
    save(convolutionOf("BFloat", at::kBFloat16), "bfloat16");
    save(convolutionOf("Double", at::kDouble), "double");
    save(preluOf("Shared", 1, 12), "shared_slope");
    save(preluOf("Channel", 12, 12), "slope_per_channel");
    save(preluOf("WideShared", 1, 96), "wide_shared_slope");
    save(preluOf("WideChannel", 96, 96), "wide_slope_per_channel");
    save(clampedOf("Clamped",
                   "  y = torch.hardtanh(y * 3.0, 0.0, 6.0)\n  y = torch.conv2d(torch.hardswish(y), self.b)\n"
                   "  y = torch.conv2d(torch.hardsigmoid(y), self.b)\n  y = torch.clamp_(y, -0.5, 0.5)\n"),
         "clamped");
    save(clampedOf("ByHand",
                   "  y = torch.relu(y * 3.0) - torch.relu(y * 3.0 - 6.0)\n"
                   "  z = y + 3.0\n  y = torch.conv2d(y * (torch.relu(z) - torch.relu(z - 6.0)) / 6.0, self.b)\n"
                   "  z = y + 3.0\n  y = torch.conv2d((torch.relu(z) - torch.relu(z - 6.0)) / 6.0, self.b)\n"
                   "  y = torch.relu(y + 0.5) - torch.relu(y - 0.5) - 0.5\n"),
         "clamped_by_hand");
    Module tree = treeOf("Tree");
    save(tree, "tree");
    save(treeOf("InPlace", "x.mul_(2.0)"), "tree_in_place");
    tree.eval();
    save(torch::jit::freeze(tree), "tree_frozen");
    saveReplaced(folder, "means", "newer_operator", "torch.mean(", "torch.mean_of_2031(");
    // What torch.save writes has no code, and so no constants of it.
    caffe2::serialize::PyTorchStreamWriter checkpoint((folder / "checkpoint.pt").string());
    const std::string pickle("\x80\x02}q\x00.", 6);
    checkpoint.writeRecord("data.pkl", pickle.data(), pickle.size());
    checkpoint.writeEndOfFile();
}
