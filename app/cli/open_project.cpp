#include "app/cli/open_project.h"

#include "app/cli/console.h"

namespace facespace::cli {

Result<ProjectToChange> openToChange(const std::filesystem::path& file, const std::string& command) {
    auto project = Project::open(file);
    if (!project) return forward(project);
    ProjectToChange opened{ProjectHold::take(file, "facespace-cli " + command), std::move(*project)};
    if (const auto& other = opened.hold.other())
        printNote(say("“{}” is also in use by {}; what changes is seen there.", file.string(), other->text()));
    return opened;
}

}  // namespace facespace::cli
