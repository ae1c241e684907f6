#pragma once
#include <filesystem>
#include <functional>
#include <ostream>

#include "core/common/result.h"

namespace facespace {

/// Writes a file as a whole: `write` fills a new file beside it, which takes its place only when it is complete, so that a
/// failure, a full disk or a kill leaves the old file (or none). The name "-" is standard output. Errors: kIo, kResource
/// (disk full), naming the file.
Result<void> writeWholeFile(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

/// Whether a name means standard output (or input): "-".
bool isStandardStream(const std::filesystem::path& file);

}  // namespace facespace
