#pragma once
#include "core/dataset/container_set.h"

namespace facespace {

/// See listContainers(). Such a set says of pairs whether they are one person, not who it is: images that pairs call one
/// person, or that are the same bytes, are one identity, called by the number of its first image; all others have one each.
/// @param file absolute.
Result<ContainerListing> listPairs(const std::filesystem::path& file, const JobContext& job);

}  // namespace facespace
