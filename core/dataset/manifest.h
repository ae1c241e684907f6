#pragma once
#include "core/dataset/import.h"

namespace facespace {

/// Imports a manifest, plain, IJB protocol or a list without header (table_file.h, guess_columns.h).
/// @param root absolute folder of the images, empty with `noImages`.
Result<ImportedSet> importManifest(const std::filesystem::path& manifest, const std::filesystem::path& root,
                                   const ImportOptions& options, const JobContext& job);

}  // namespace facespace
