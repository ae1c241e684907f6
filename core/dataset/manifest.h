#pragma once
#include "core/dataset/csv.h"
#include "core/dataset/import.h"

namespace facespace {

/// Reads the header: names trimmed, an unnamed column called "column 3".
/// Errors: kFormat (no header, a name twice, not UTF-8), and CsvReader's.
Result<std::vector<std::string>> readHeader(CsvReader& csv);

/// Imports a manifest, plain or IJB protocol.
/// @param root absolute folder of the images, empty with `noImages`.
Result<ImportedSet> importManifest(const std::filesystem::path& manifest, const std::filesystem::path& root,
                                   const ImportOptions& options, const JobContext& job);

}  // namespace facespace
