#pragma once
#include <filesystem>

#include "core/common/result.h"

namespace facespace {

/// Writes the project's newest map as a figure, PNG, SVG or PDF by the file's ending, coloured by the distance from the
/// origin. Needs an application object but no display. Errors: the project's, kInvalid if it has no map, kIo.
Result<void> exportNewestMap(const std::filesystem::path& projectFile, const std::filesystem::path& figureFile);

}  // namespace facespace
