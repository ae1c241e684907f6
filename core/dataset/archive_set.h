#pragma once
#include "core/dataset/container_set.h"

namespace facespace {

/// See listContainers(). Where images have a label beside them, as in WebDataset's shards (KEY.jpg with KEY.cls, or KEY.json
/// with a field “identity”, “label”, “class” or “cls”), that is their identity, and images without one are left out; else
/// the archive is read as the folders in it (importFolders()).
/// @param file absolute. Errors: also kInvalid (no images, or none in a folder and no labels).
Result<ContainerListing> listArchive(const std::filesystem::path& file, const JobContext& job);

/// The text of a label: the whole of .cls, or a field of .json. Empty where there is none.
std::string labelIn(const std::string& name, const std::vector<std::uint8_t>& bytes);

}  // namespace facespace
