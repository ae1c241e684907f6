#include "app/cli/command_words.h"

#include <nlohmann/json.hpp>

namespace facespace::cli {
namespace {

/// "TEXT:{auto,right,none}" → auto, right, none.
std::vector<std::string> choicesOf(const std::string& type) {
    std::vector<std::string> choices;
    const std::size_t open = type.find('{'), close = type.rfind('}');
    if (open == std::string::npos || close == std::string::npos || close < open) return choices;
    for (std::size_t at = open + 1; at <= close;) {
        const std::size_t end = std::min(type.find(',', at), close);
        choices.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return choices;
}

OptionWords optionWords(const CLI::Option& option) {
    OptionWords words;
    for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
    if (words.names.empty()) words.place = option.get_name(true);
    words.description = option.get_description();
    words.fallback = option.get_default_str();
    words.choices = choicesOf(option.get_type_name());
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
