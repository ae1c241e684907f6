#pragma once
#include <cstdint>
#include <filesystem>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// Where a project's images are now, and how many of them are there.
struct ImageFolder {
    std::filesystem::path folder;  ///< Absolute.
    std::int64_t found = 0, images = 0;
};
/// Says where the images of a project are after they were moved, or in whose hands it came without them. The images keep
/// their paths below the folder. Nothing is changed where an error is returned.
/// @param folder  absolute, or relative to the working directory
/// Errors: kNotFound (no such folder; none of the images is below it), kInvalid (labels without images), kCancelled.
Result<ImageFolder> setImageFolder(Project& project, const std::filesystem::path& folder, const JobContext& job);

}  // namespace facespace
