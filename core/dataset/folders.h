#pragma once
#include "core/dataset/import.h"

namespace facespace {

/// Whether the name ends as image files do: .jpg, .jpeg, .jpe, .jfif, .png, .bmp, .pgm, .ppm, .pbm, .pnm, .tif, .tiff,
/// .webp.
bool hasImageSuffix(const std::filesystem::path& file);

/// Imports a folder whose sub-folders are identities. The identity of an image is the folder that holds it, at any
/// depth (LFW, CASIA-WebFace: NAME/x.jpg; VGGFace2: train/n000001/x.jpg); equal names in several places are one identity.
/// Exception: where those names repeat under more folders than there are names (YouTube Faces: NAME/0/x.jpg, NAME/1/x.jpg),
/// they number the videos of the person above: identity NAME, video "NAME/0". Hidden files and folders are passed over.
/// Links to folders, and links to files that lead out of `root`, are left out and told of.
/// @param root absolute.
/// Errors: kInvalid (no images, or none in a sub-folder), kIo, kCancelled.
Result<ImportedSet> importFolders(const std::filesystem::path& root, const JobContext& job);

}  // namespace facespace
