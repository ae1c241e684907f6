#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/network/protocol.h"

namespace facespace::host {

/// What LibTorch's message says is wrong, in one line without the traceback around it; never empty. What comes of a file
/// that a newer PyTorch saved is named as that.
/// @param version  LibTorch's.
Text torchReason(std::string_view message, std::string_view version);

/// What to do with a file of weights without code that torch.save wrote.
Text checkpointReason(const protocol::LoadRequest& request);

/// Whether the bytes are what torch.save wrote before PyTorch 1.6. (Later ones are archives: see torch_backend.)
bool isOldCheckpoint(std::span<const std::byte> weights);

}  // namespace facespace::host
