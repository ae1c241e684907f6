#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

/// What the parser knows of the commands, as plain values: completion of shells and the manual page are made from the
/// commands' own descriptions.
namespace facespace::cli {

struct OptionWords {
    std::vector<std::string> names;    ///< "--output", "-o"; empty for what is given by its place.
    std::string place;                 ///< The name of what is given by its place: "project".
    std::string description;           ///< One sentence or more.
    std::string fallback;              ///< What it is unless said otherwise; empty if that is not said.
    std::vector<std::string> choices;  ///< The only values there are; empty: any.
    bool takesValue = true;            ///< False for a flag.
    bool required = false;
    std::string group;  ///< The heading in the help.
};

struct CommandWords {
    std::string name, description;
    std::vector<OptionWords> options;
};

/// The program itself is the first, with the options that hold for all commands. Hidden ones are left out.
std::vector<CommandWords> commandWords(const CLI::App& app);

/// As one JSON array: [{"name", "description", "options": [{"names", "place", "description", "default", "choices",
/// "takes_value", "required"}]}].
std::string commandsJson(const std::vector<CommandWords>& commands);

std::string bashCompletion(const std::vector<CommandWords>& commands);
std::string zshCompletion(const std::vector<CommandWords>& commands);
std::string fishCompletion(const std::vector<CommandWords>& commands);
/// facespace-cli(1) in roff.
std::string manualPage(const std::vector<CommandWords>& commands);

}  // namespace facespace::cli
