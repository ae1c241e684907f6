#pragma once
#include <filesystem>

#include "core/project/data_table.h"
#include "core/project/project.h"

/// What leaves a project as files. Each file is written as a whole or not at all. Errors: kIo, kResource, and the project's.
namespace facespace {

/// The images that have no feature for a network because they were skipped, in import order: CSV (RFC 4180) with the
/// columns path and reason.
Result<void> writeSkippedCsv(const Project& project, NetworkId network, const std::filesystem::path& file);

/// A network's features as a float32 .npy array: a row per image in import order, NaN rows where there is none.
/// @param keep  One flag per image: which rows; empty: all.
Result<void> writeFeaturesNpy(const Project& project, NetworkId network, const std::filesystem::path& file,
                              const std::vector<std::uint8_t>& keep = {});

}  // namespace facespace
