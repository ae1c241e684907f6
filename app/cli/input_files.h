#pragma once
#include <filesystem>
#include <vector>

#include "core/common/result.h"

namespace facespace::cli {

/// Whether the files and folders are there that a command is to read, before it works in vain. Empty paths and standard
/// input are passed over. Errors: kIo.
Result<void> inputsExist(const std::vector<std::filesystem::path>& paths);

}  // namespace facespace::cli
