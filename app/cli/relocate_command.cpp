#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/common/number_text.h"
#include "core/workflow/image_folder.h"

namespace facespace::cli {
namespace {

struct RelocateArguments {
    std::filesystem::path project, folder;
};

Result<void> runRelocate(const RelocateArguments& arguments, const JobContext& job) {
    auto opened = openToChange(arguments.project, "relocate");
    if (!opened) return forward(opened);
    const auto now = setImageFolder(opened->project, arguments.folder, job);
    if (!now) return forward(now);
    printResult(fmt::format("{} of {} images are in {}", groupedNumber(now->found), groupedNumber(now->images),
                            now->folder.string()),
                {{"folder", now->folder.string()}, {"found", now->found}, {"images", now->images}});
    return {};
}

}  // namespace

void addRelocate(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("relocate", "Say where a project's images are now");
    auto arguments = std::make_shared<RelocateArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("folder", arguments->folder, "The folder from which the images' paths start")->required();
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runRelocate(*arguments, job); }; });
}

}  // namespace facespace::cli
