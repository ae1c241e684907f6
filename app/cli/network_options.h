#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "core/common/job.h"
#include "core/network/network.h"
#include "core/network/network_guess.h"

namespace facespace::cli {

/// What the commands that run a network have in common.
/// @param group  the heading in the help; empty: that of the command's other options
void addNetworkOptions(CLI::App& command, NetworkHostOptions& host, const std::string& group = {});

/// Weights or a folder of them, rather than a descriptor.
bool hasNoDescriptor(const std::filesystem::path& network);

/// The network of an argument: a descriptor; or weights or a pack's folder, for which the descriptor beside them is taken,
/// or guessed, written and said on stderr. Errors: those of readDescriptor, guessNetwork and writeDescriptor.
Result<NetworkDescriptor> networkAt(const std::filesystem::path& network, const NetworkHostOptions& host,
                                    const JobContext& job);

}  // namespace facespace::cli
