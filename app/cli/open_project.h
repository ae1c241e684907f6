#pragma once
#include <filesystem>
#include <string>

#include "core/project/hold.h"
#include "core/project/project.h"

namespace facespace::cli {

/// A project that a command changes: windows and other commands are told of it meanwhile.
struct ProjectToChange {
    ProjectHold hold;
    Project project;
};
/// Says as a note who else has it; both may write. @param command  "extract"
Result<ProjectToChange> openToChange(const std::filesystem::path& file, const std::string& command);

}  // namespace facespace::cli
