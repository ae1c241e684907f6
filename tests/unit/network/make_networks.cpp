// Writes the small TorchScript networks that tests run, so that no binary file is kept in the repository.
#include <torch/script.h>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>

#include "tests/unit/network/hostile_networks.h"
#include "tests/unit/network/odd_networks.h"

namespace {

struct Network {
    const char* name;
    const char* code;
};

// Inputs are 3 × 112 × 112 unless the name says otherwise.
const Network kNetworks[] = {
    {"means", "def forward(self, x):\n  return x.mean([2, 3])\n"},
    {"blocks", "def forward(self, x):\n  return torch.flatten(torch.avg_pool2d(x, 28), 1)\n"},
    {"wants_160",
     "def forward(self, x):\n  assert x.size(2) == 160 and x.size(3) == 160 and x.size(1) == 3\n"
     "  y = torch.flatten(torch.avg_pool2d(x, 20), 1)\n  return y, y.norm(2, [1], True)\n"},
    {"grey", "def forward(self, x):\n  assert x.size(1) == 1\n  return torch.flatten(torch.avg_pool2d(x, 28), 1)\n"},
    {"unit", "def forward(self, x):\n  y = x.mean([2, 3])\n  return y / y.norm(2, [1], True)\n"},
    {"nan", "def forward(self, x):\n  return x.mean([2, 3]) / 0.0 * 0.0\n"},
    {"nan_for_white", "def forward(self, x):\n  y = x.mean([2, 3])\n  return torch.where(y > 0.999, y / 0.0, y)\n"},
    {"random", "def forward(self, x):\n  return x.mean([2, 3]) + torch.rand([x.size(0), 3])\n"},
    // Distances from the origin of 1 and more: a unit feature and its norm, as AdaFace returns them.
    {"unit_and_norm", "def forward(self, x):\n  y = x.mean([2, 3]) * 7.0\n  n = y.norm(2, [1], True)\n  return y / n, n\n"},
    {"twins", "def forward(self, x):\n  y = x.mean([2, 3])\n  return [y, y * 2.0]\n"},
    {"dictionary", "def forward(self, x):\n  y = x.mean([2, 3])\n  return {\"sum\": y.sum(1), \"feature\": y}\n"},
    {"tuple_in_tuple", "def forward(self, x):\n  y = x.mean([2, 3])\n  return (x, (y.sum(1), y))\n"},
    {"cuda_constants",
     "def forward(self, x):\n  y = torch.ones([3], dtype=6, layout=None, device=torch.device(\"cuda:0\"))\n  return "
     "x.mean([2, "
     "3]) * torch.to(y, torch.device(\"cuda\"), 6)\n"},
    {"pair", "def forward(self, x):\n  return x.mean([2, 3]), x.mean([1, 2, 3])\n"},
    {"flat", "def forward(self, x):\n  return x.mean([2, 3]).flatten()\n"},
    {"single_only", "def forward(self, x):\n  return x.reshape([3, 112 * 112]).mean(1).reshape([1, 3])\n"},
    {"batch_dependent", "def forward(self, x):\n  return x.mean([2, 3]) - x.mean()\n"},
    {"input_64", "def forward(self, x):\n  return x.reshape([-1, 3, 64 * 64])[:, :, 0] + torch.ones([x.size(0), 3])\n"},
    {"four_dims", "def forward(self, x):\n  return torch.avg_pool2d(x, 112)\n"},
    // Never comes back for a batch that begins with a white image.
    {"stuck_on_white",
     "def forward(self, x):\n  y = x.mean([2, 3])\n  n = 0\n  while bool(y[0].min() > 0.999):\n    n += 1\n  return y + "
     "float(n) * 0.0\n"},
    // Some 10 ms an image, so that there is time to interrupt. No number gets so small (subnormal) that processors crawl.
    {"slow",
     "def forward(self, x):\n  y = torch.full([300, 300], 0.01)\n  for i in range(12 * x.size(0)):\n    y = "
     "torch.tanh(torch.mm(y, y))\n"
     "  return torch.flatten(torch.avg_pool2d(x, 28), 1) + y[0, 0] * 0.0\n"},
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        for (const Network& network : kNetworks) {
            torch::jit::Module module(network.name);
            module.register_attribute("training", c10::BoolType::get(), true);
            module.define(network.code);
            module.save((std::filesystem::path(argv[1]) / (std::string(network.name) + ".pt")).string());
        }
        makeHostileNetworks(argv[1]);
        makeOddNetworks(argv[1]);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
    return 0;
}
