#include "core/workflow/image_folder.h"

#include "core/common/inside.h"
#include "core/container/container.h"

namespace facespace {
namespace fs = std::filesystem;

Result<ImageFolder> setImageFolder(Project& project, const fs::path& folder, const JobContext& job) {
    const auto set = project.images();
    if (!set) return forward(set);
    if (set->root.empty())
        return fail(ErrorCode::kInvalid, say("This project holds labels without images, so there is no folder to name."));
    std::error_code error;
    ImageFolder now{fs::canonical(folder, error), 0, static_cast<std::int64_t>(set->images.size())};
    if (error || !fs::is_directory(now.folder, error))
        return fail(ErrorCode::kNotFound, say("There is no folder “{}”.", folder.string()));
    for (const ImageRecord& image : set->images) {
        if (job.cancelled()) return cancelled();
        // A path that leads out of the folder is no image of it, whatever lies there.
        if (staysBelow(image.path) && imageExists(now.folder / image.path)) ++now.found;
    }
    if (now.found == 0 && !set->images.empty())
        return fail(ErrorCode::kNotFound,
                    say("None of the {} images is in “{}”, such as “{}”; give the folder from which their paths start.",
                        now.images, now.folder.string(), set->images.front().path));
    if (const auto done = project.setImageRoot(now.folder); !done) return forward(done);
    return now;
}

}  // namespace facespace
