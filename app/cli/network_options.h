#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "core/network/network.h"

namespace facespace::cli {

/// What the commands that run a network have in common.
/// @param group  the heading in the help; empty: that of the command's other options
void addNetworkOptions(CLI::App& command, NetworkHostOptions& host, const std::string& group = {});

}  // namespace facespace::cli
