#pragma once
#include <filesystem>
#include <string>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace::npy {

/// Reads the array `name` of an .npz archive, or its only one if `name` is empty.
/// Errors: kIo, kFormat, kNotFound, kInvalid (several arrays and no name: says which there are and how to choose).
Result<FeatureMatrix> readNpz(const std::filesystem::path& file, const std::string& name);

}  // namespace facespace::npy
