#pragma once
#include <filesystem>

#include "core/features/feature_file.h"

namespace facespace {

/// Features as text: see readFeatureFile(). Errors: kIo, kFormat with the line.
Result<FeatureFile> readFeatureCsv(const std::filesystem::path& file);

}  // namespace facespace
