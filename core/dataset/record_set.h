#pragma once
#include <cstdint>

#include "core/dataset/container_set.h"

namespace facespace {

/// See listContainers(). @param file absolute.
Result<ContainerListing> listRecords(const std::filesystem::path& file, const JobContext& job);

/// A list of MXNet's im2rec: key, tab, one or several labels, tab, path. Gives for each key the path, "" where there
/// is none; nothing at all for a list of another kind, of which a warning tells.
/// @param keys  of the images, rising. Errors: kIo, kCancelled.
Result<std::vector<std::string>> readRecordNames(const std::filesystem::path& list, const std::vector<std::uint64_t>& keys,
                                                 std::vector<Text>& warnings, const JobContext& job);

}  // namespace facespace
