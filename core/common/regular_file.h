#pragma once
#include <filesystem>

#include "core/common/result.h"

namespace facespace {

/// Refuses what is there but is no file with an end: a folder, a pipe (reading would wait for ever), a device (/dev/zero
/// never ends), a socket. Nothing is opened to find out. Links are followed. A path at which nothing is passes: whoever
/// reads it says so. Every reader of a path that a user or a file named asks this first. Errors: kIo, naming the path.
Result<void> refuseSpecialFile(const std::filesystem::path& file);

}  // namespace facespace
