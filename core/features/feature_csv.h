#pragma once
#include <filesystem>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Features as text: see readFeatures(). Errors: kIo, kFormat with the line.
Result<FeatureMatrix> readFeatureCsv(const std::filesystem::path& file);

}  // namespace facespace
