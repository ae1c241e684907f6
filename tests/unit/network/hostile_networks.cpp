#include "tests/unit/network/hostile_networks.h"

#include <caffe2/serialize/inline_container.h>
#include <torch/script.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A network whose features are the channels' means; `act` does harm before and leaves a number `y`, which is made use of:
/// what comes to nothing is not run at all.
std::string forwardThat(const std::string& act) {
    return "def forward(self, x):\n" + act + "  return x.mean([2, 3]) + y * 0\n";
}

void save(const fs::path& folder, const std::string& name, const std::string& code) {
    torch::jit::Module module(name);
    module.register_attribute("training", c10::BoolType::get(), true);
    module.define(code);
    module.save((folder / (name + ".pt")).string());
}

/// Code that runs while the archive is being read, and leaves a number `y`.
std::string loadingThat(const std::string& act) {
    return "def __getstate__(self) -> int:\n  return 1\n"
           "def __setstate__(self, state: int) -> None:\n" +
           act + "  self.training = bool(y > 1000)\n" + forwardThat("  y = 0\n");
}

/// The same archive with its code in `depth` pairs of parentheses, which a parser follows by calling itself.
void saveNested(const fs::path& folder, const std::string& from, const std::string& name, std::size_t depth) {
    caffe2::serialize::PyTorchStreamReader in((folder / (from + ".pt")).string());
    caffe2::serialize::PyTorchStreamWriter out((folder / (name + ".pt")).string());
    bool changed = false;
    for (const std::string& record : in.getAllRecords()) {
        const auto [data, size] = in.getRecord(record);
        std::string bytes(static_cast<const char*>(data.get()), size);
        if (record.starts_with("code/") && record.ends_with(".py")) {
            const auto at = bytes.find("return ");
            if (at == std::string::npos) throw std::runtime_error("no return in " + record);
            const auto end = bytes.find('\n', at);
            bytes.insert(end, std::string(depth, ')'));
            bytes.insert(at + 7, std::string(depth, '('));
            changed = true;
        }
        if (record != "version" && !record.starts_with(".data/")) out.writeRecord(record, bytes.data(), bytes.size());
    }
    out.writeEndOfFile();
    if (!changed) throw std::runtime_error("no code in " + from);
}

}  // namespace

void makeHostileNetworks(const fs::path& folder) {
    const std::string victim = (folder / "victim.txt").string(), written = (folder / "written.pt").string();
    // The first bytes of a file of the system as features.
    save(folder, "reads_file",
         "def forward(self, x):\n  y = torch.from_file(\"/etc/passwd\", False, 3, dtype=0)\n"
         "  return x.mean([2, 3]) * 0 + y.to(dtype=6)\n");
    const std::string overwrite = "  y = torch.from_file(\"" + victim + "\", True, 4, dtype=0).fill_(0)[0]\n";
    save(folder, "overwrites_file", forwardThat(overwrite));
    save(folder, "overwrites_while_loading", loadingThat(overwrite));
    save(folder, "saves_file", forwardThat("  torch.save(x, \"" + written + "\")\n  y = 0\n"));
    save(folder, "loops", forwardThat("  y = 0\n  while y >= 0:\n    y = (y + 1) % 1000\n"));
    save(folder, "loops_while_loading", loadingThat("  y = state\n  while y > 0:\n    y = y % 1000 + 1\n"));
    save(folder, "takes_100_gb", forwardThat("  y = torch.ones([100, 1000, 1000, 250]).sum()\n"));
    save(folder, "takes_100_gb_in_parts",
         forwardThat(
             "  parts = [x.sum()]\n  for i in range(1600):\n    parts.append(x.sum() + torch.ones([4000, 4000]) * i)\n"
             "  y = parts[-1].sum()\n"));
    // The processor's own trap: the only whole number whose quotient by -1 does not exist.
    save(folder, "aborts",
         forwardThat("  a = -9223372036854775807 - x.size(0) // x.size(0)\n  b = -1 * (x.size(1) // x.size(1))\n"
                     "  y = a // b\n"));
    // A view of one number that says it is four billion; a copy of it would take 17 GB for every image.
    save(folder, "huge_output", "def forward(self, x):\n  return x.mean().reshape([1, 1]).expand([x.size(0), 1 << 32])\n");
    saveNested(folder, "means", "nested", 1'000'000);
}
