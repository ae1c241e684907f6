#pragma once
#include <filesystem>
#include <string>

#include "core/common/result.h"
#include "core/features/feature_file.h"

namespace facespace::npy {

/// Reads the array `name` of an .npz archive, or, if `name` is empty, the only one that can be features; and the names of
/// its rows, from an array of as many texts (that with the most of them ending as images do).
/// Errors: kIo, kFormat, kNotFound, kInvalid (several arrays and no name: says which there are and how to choose).
Result<FeatureFile> readNpz(const std::filesystem::path& file, const std::string& name);

}  // namespace facespace::npy
