#pragma once
#include "core/dataset/import.h"

namespace facespace {

/// Whether the name ends as image files do: .jpg, .jpeg, .jpe, .jfif, .png, .bmp, .pgm, .ppm, .pbm, .pnm, .tif, .tiff,
/// .webp.
bool hasImageSuffix(const std::filesystem::path& file);

/// Adds images with identities, videos and the column "folder" from the folders that they lie in, as importFolders() says,
/// and tells what it took for what; where all names are as AgeDB's (0_MariaCallas_35_f.jpg), identities, ages and genders
/// from the names. @param images  paths at least one folder deep, sorted.
void readFolders(std::vector<std::string> images, ImportedSet& imported);

struct FolderOptions {
    std::string pattern;       ///< What names say (name_pattern.h); empty: the folder that holds an image is its identity.
    bool followLinks = false;  ///< Links that lead out of the folder are followed.
};

/// Imports a folder whose sub-folders are identities. The identity of an image is the folder that holds it, at any
/// depth (LFW, CASIA-WebFace: NAME/x.jpg; VGGFace2: train/n000001/x.jpg); equal names in several places are one identity,
/// and what lies above becomes the column "folder" where it differs (RFW: African/m.01/x.jpg). Exceptions: where those names
/// repeat under more folders than there are names, they number the videos of the person above (YouTube Faces: NAME/0/x.jpg,
/// NAME/1/x.jpg): identity NAME, video "NAME/0"; or, if they are words, they are the column "folder" (CFP:
/// 001/frontal/x.jpg, 001/profile/x.jpg). Where all names are as AgeDB's they say it, also without sub-folders. A folder of
/// images inside a folder of images is told of. Hidden files and folders are passed over. Links that lead out of `root` are
/// followed by choice, or where there is nothing else; links to folders inside it and in a circle never are, and all that is
/// left out is told of.
/// @param root absolute.
/// Errors: kInvalid (no images, or none in a sub-folder; a pattern that cannot be read or fits nothing), kIo, kCancelled.
Result<ImportedSet> importFolders(const std::filesystem::path& root, const FolderOptions& options, const JobContext& job);

/// The first images of a folder, in no certain order, for a preview; at most so many, of at most 2,000 files looked at.
std::vector<std::string> someImages(const std::filesystem::path& root, std::size_t most);

}  // namespace facespace
