#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/network_options.h"
#include "core/network/descriptor_check.h"
#include "core/network/network.h"

namespace facespace::cli {
namespace {

struct NetworkArguments {
    std::filesystem::path network;
    bool layers = false;
    NetworkHostOptions host;
};

void print(const NetworkDescriptor& d) {
    const char* order = d.channels == ChannelOrder::kGrey ? "grey" : d.channels == ChannelOrder::kBgr ? "BGR" : "RGB";
    fmt::print("{}: {} features, input {} × {} {}\n", d.name, d.dimension, d.inputWidth, d.inputHeight, order);
    const auto channels = static_cast<std::size_t>(d.channelCount());
    fmt::print("mean {}, std {}\n", fmt::join(d.mean.begin(), d.mean.begin() + channels, ", "),
               fmt::join(d.std.begin(), d.std.begin() + channels, ", "));
    if (!d.featureOutput.empty()) fmt::print("feature: output {}\n", d.featureOutput);
    if (!d.normOutput.empty()) fmt::print("norm: output {}\n", d.normOutput);
    if (!d.innerLayer.empty()) fmt::print("inner layer: {}\n", d.innerLayer);
    if (d.flip != FlipRule::kNone) fmt::print("mirrored images: {}\n", toString(d.flip));
    fmt::print("weights: {}\n", d.weightsFile.string());
}

Result<void> runNetwork(const NetworkArguments& arguments, const JobContext& job) {
    const auto descriptor = readDescriptor(arguments.network);
    if (!descriptor) return forward(descriptor);
    if (const auto checked = checkScales(*descriptor); !checked) return forward(checked);
    if (!arguments.layers) {
        print(*descriptor);
        return {};
    }
    const auto layers = networkLayers(*descriptor, arguments.host, job);
    if (!layers) return forward(layers);
    for (const NetworkLayer& layer : *layers)
        fmt::print("{:<40} {:<24} {}\n", layer.name, layer.kind, fmt::join(layer.shape, " × "));
    return {};
}

}  // namespace

void addNetwork(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("network", "What a network's descriptor says, and the layers inside the network");
    auto arguments = std::make_shared<NetworkArguments>();
    command->add_option("network", arguments->network, "The network's descriptor (JSON beside its weights)")->required();
    command->add_flag(
        "--layers", arguments->layers,
        "List what \"output\": {\"inner_layer\": …} of the descriptor can name, with the shapes for one image");
    addNetworkOptions(*command, arguments->host);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runNetwork(*arguments, job); }; });
}

}  // namespace facespace::cli
