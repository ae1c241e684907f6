#include <fmt/format.h>
#include <map>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/command_words.h"

namespace facespace::cli {
namespace {

using Write = std::string (*)(const std::vector<CommandWords>&);
const std::map<std::string, Write> kWriters{
    {"bash", bashCompletion}, {"fish", fishCompletion}, {"json", commandsJson}, {"man", manualPage}, {"zsh", zshCompletion}};

}  // namespace

void addCompletions(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "completions", "Print what bash, zsh or fish complete, the manual page (man), or all commands and options as JSON");
    auto kind = std::make_shared<std::string>();
    command->add_option("kind", *kind, "For whom")->required()->check(CLI::IsMember(kWriters));
    command->callback([&app, kind, &action] {
        action = [&app, kind](const JobContext&) {
            fmt::print("{}", kWriters.at(*kind)(commandWords(app)));
            return Result<void>();
        };
    });
}

}  // namespace facespace::cli
