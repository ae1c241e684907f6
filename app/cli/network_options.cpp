#include "app/cli/network_options.h"

#include "app/cli/console.h"
#include "core/network/network_pack.h"

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

bool hasNoDescriptor(const std::filesystem::path& network) {
    std::error_code error;
    return std::filesystem::is_directory(network, error) || network.extension() != ".json";
}

Result<NetworkDescriptor> networkAt(const std::filesystem::path& network, const NetworkHostOptions& host,
                                    const JobContext& job) {
    if (!hasNoDescriptor(network)) return readDescriptor(network);
    const auto weights = networkIn(network);
    if (!weights) return forward(weights);
    const auto beside = std::filesystem::path(weights->file).replace_extension(".json");
    std::error_code error;
    if (std::filesystem::exists(beside, error)) return readDescriptor(beside);
    const auto guess = guessNetwork(network, host, job);
    if (!guess) return forward(guess);
    for (const Text& reason : guess->reasons) printNote(reason);
    const auto written = writeDescriptor(*guess);
    if (!written) return forward(written);
    printNote(say("The network's descriptor was made: “{}”. Look at it before you trust the features.", written->string()));
    return readDescriptor(*written);
}

}  // namespace facespace::cli
