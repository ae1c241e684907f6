#pragma once
#include <filesystem>
#include <istream>
#include <memory>

#include "core/common/result.h"

namespace facespace {

/// Opens a file for reading bytes; the name "-" is standard input, which ends when whoever writes it says so. Errors: kIo
/// (not there, not readable, a folder, pipe or device), naming the file.
Result<std::unique_ptr<std::istream>> openInput(const std::filesystem::path& file);

}  // namespace facespace
