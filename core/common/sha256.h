#pragma once
#include <filesystem>
#include <string>

#include "core/common/result.h"

namespace facespace {

/// SHA-256 of a file's bytes as 64 lower-case hex digits. Errors: kIo.
Result<std::string> sha256OfFile(const std::filesystem::path& file);

}  // namespace facespace
