#pragma once
#include <filesystem>
#include <string>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Whether HDF5 files can be read: libhdf5 was there when the program was built.
bool readsHdf5();

/// Reads the two-dimensional dataset of numbers `name` ("/group/name", the first "/" may be missing) of an HDF5 file, or its
/// only one if `name` is empty. What lies in other files (external links and storage, virtual datasets) is not followed, and
/// no filter but the library's own is loaded. Thread-safe, one file at a time.
/// Errors: kFormat, kNotFound, kInvalid (several datasets and no name: says which there are), kResource.
Result<FeatureMatrix> readHdf5(const std::filesystem::path& file, const std::string& name);

}  // namespace facespace
