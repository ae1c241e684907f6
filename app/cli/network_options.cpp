#include "app/cli/network_options.h"

namespace facespace::cli {

void addNetworkOptions(CLI::App& command, NetworkHostOptions& host, const std::string& group) {
    const auto grouped = [&](CLI::Option* option) {
        if (!group.empty()) option->group(group);
    };
    grouped(command.add_flag_callback(
        "--trust", [&host] { host.consent = Consent::kRemember; },
        "Let the network's weights run on this machine, now and later: a network is a program"));
    grouped(command.add_flag_callback(
        "--no-gpu", [&host] { host.useGpu = false; }, "Use the CPU even if LibTorch has CUDA"));
    grouped(command
                .add_option("--batch-timeout", host.batchTimeoutSeconds,
                            "Seconds after which a network that does not come back with a batch is ended")
                ->check(CLI::Range(0.01, 1e6))
                ->capture_default_str());
    grouped(command
                .add_option_function<double>(
                    "--memory-limit",
                    [&host](const double& gib) { host.memoryBytes = static_cast<std::uint64_t>(gib * 1073741824.0); },
                    "GiB that a network may take besides its weights (default: half of the machine's, 4 to 64)")
                ->check(CLI::Range(0.1, 1e5)));
}

}  // namespace facespace::cli
