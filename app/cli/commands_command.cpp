#include <fmt/format.h>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/whole_file.h"
#include "core/workflow/session.h"

namespace facespace::cli {
namespace {

struct CommandsArguments {
    std::filesystem::path project, output = "-";
};

Result<void> runCommands(const CommandsArguments& arguments) {
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto script = sessionOf(*project);
    if (!script) return forward(script);
    for (const Text& sentence : script->left) printNote(sentence);
    return writeWholeFile(arguments.output, [&](std::ostream& out) { out << script->text(); });
}

}  // namespace

void addCommands(CLI::App& app, Action& action) {
    auto* command =
        app.add_subcommand("commands", "Write what led to a project as a script of commands, for another machine");
    auto arguments = std::make_shared<CommandsArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("-o,--output", arguments->output, "The script (default: standard output)");
    command->callback([arguments, &action] { action = [arguments](const JobContext&) { return runCommands(*arguments); }; });
}

}  // namespace facespace::cli
