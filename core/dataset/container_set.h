#pragma once
#include <functional>

#include "core/dataset/import.h"

namespace facespace {

/// The images of a container, each made as it is asked for: a million of them take some tens of MB, as a set some hundreds.
struct ContainerListing {
    std::filesystem::path root;  ///< The container's folder; paths are CONTAINER/ENTRY.
    std::vector<std::string> metadataColumns;
    std::size_t count = 0;
    std::function<ImageRecord(std::size_t)> image;  ///< That of this place, 0 … count − 1. For one thread.
    std::string layout;
    std::vector<Text> warnings;
};

/// The container that is meant by this file: itself, or the .rec beside an index or a list (.idx, .lst). Empty if none is.
std::filesystem::path containerOf(const std::filesystem::path& file);
/// Those of what is to be imported; empty if it is none. Of a folder without manifest, sub-folders and images that holds
/// containers: its only .rec, else all its .tar (WebDataset's shards), else its only one.
/// Errors: kInvalid (with options that only go with a manifest, or of several none is meant before others).
Result<std::vector<std::filesystem::path>> containersOf(const ImportOptions& options);

/// Lists a container of images.
/// RecordIO: a record with an image is one, its (first) label the identity; a list of im2rec beside it (.lst) gives the
/// column “source”, and InsightFace's “property” the number of identities to hold against. Verification sets (.bin): see
/// pair_set.h. Errors: kIo, kFormat, kResource, kCancelled.
/// Archives: see archive_set.h. Several archives of one folder are one after another.
Result<ContainerListing> listContainers(const std::vector<std::filesystem::path>& files, const JobContext& job);
/// All of them as a set.
ImportedSet wholeSet(const ContainerListing& listing);

}  // namespace facespace
