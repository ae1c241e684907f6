#include "app/cli/command_words.h"

#include <nlohmann/json.hpp>

namespace facespace::cli {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// "TEXT:{auto,right,none}" → auto, right, none; what the help says in its place, "skip|centre", takes precedence.
std::vector<std::string> choicesOf(const CLI::Option& option) {
    if (const std::string& said = option.get_option_text(); !said.empty())
        return said.find('|') == std::string::npos ? std::vector<std::string>{} : split(said, '|');
    const std::string type = option.get_type_name();
    const std::size_t open = type.find('{'), close = type.find('}');
    if (open == std::string::npos || close == std::string::npos || close < open) return {};
    return split(type.substr(open + 1, close - open - 1), ',');
}

OptionWords optionWords(const CLI::Option& option) {
    OptionWords words;
    for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
    if (words.names.empty()) words.place = option.get_name(true);
    words.description = option.get_description();
    words.fallback = option.get_default_str();
    words.choices = choicesOf(option);
    words.takesValue = option.get_type_size() != 0;
    words.required = option.get_required();
    words.group = option.get_group();
    return words;
}

CommandWords wordsOf(const CLI::App& app) {
    CommandWords words{app.get_name(), app.get_description(), {}};
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty()) words.options.push_back(optionWords(*option));
    return words;
}

}  // namespace

std::vector<CommandWords> commandWords(const CLI::App& app) {
    std::vector<CommandWords> commands{wordsOf(app)};
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        if (!command->get_group().empty()) commands.push_back(wordsOf(*command));
    return commands;
}

std::string commandsJson(const std::vector<CommandWords>& commands) {
    auto list = nlohmann::ordered_json::array();
    for (const CommandWords& command : commands) {
        auto options = nlohmann::ordered_json::array();
        for (const OptionWords& o : command.options)
            options.push_back({{"names", o.names},
                               {"place", o.place},
                               {"description", o.description},
                               {"default", o.fallback},
                               {"choices", o.choices},
                               {"takes_value", o.takesValue},
                               {"required", o.required}});
        list.push_back({{"name", command.name}, {"description", command.description}, {"options", options}});
    }
    return list.dump(2) + "\n";
}

}  // namespace facespace::cli
