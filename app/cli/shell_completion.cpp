// What bash, zsh and fish offer at Tab. Where an option has choices they are offered, elsewhere files.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command_words.h"

namespace facespace::cli {
namespace {

constexpr const char* kProgram = "facespace-cli";
constexpr std::size_t kShown = 70;

/// The first clause of a description, for a line beside an option.
std::string shortened(const std::string& description) {
    std::string text = description.substr(0, description.find_first_of(";:("));
    if (const std::size_t end = text.find(". "); end != std::string::npos) text.resize(end);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (text.size() <= kShown) return text;
    const std::size_t word = text.rfind(' ', kShown);
    return text.substr(0, word == std::string::npos ? 0 : word) + " …";
}

std::string inSingleQuotes(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) c == '\'' ? quoted += "'\\''" : quoted += c;
    return quoted + "'";
}

std::string names(const CommandWords& command) {
    std::string all;
    for (const OptionWords& option : command.options)
        for (const std::string& name : option.names) all += (all.empty() ? "" : " ") + name;
    return all;
}

/// Brackets and colons mean something to zsh's _arguments.
std::string zshText(const std::string& text) {
    std::string plain;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') plain += '\\';
        plain += c;
    }
    return plain;
}

std::string zshOption(const OptionWords& option) {
    if (option.names.empty())
        return inSingleQuotes(fmt::format("{}:{}:_files", option.required ? "" : ":", zshText(option.place))) + " ";
    std::string all;
    for (const std::string& name : option.names) {
        std::string spec = fmt::format("{}[{}]", name, zshText(shortened(option.description)));
        if (option.takesValue)
            spec += option.choices.empty() ? ":value:_files" : fmt::format(":value:({})", fmt::join(option.choices, " "));
        all += inSingleQuotes(spec) + " ";
    }
    return all;
}

}  // namespace

std::string bashCompletion(const std::vector<CommandWords>& commands) {
    std::string out =
        "# bash completion of facespace-cli, made by “facespace-cli completions bash”\n"
        "_facespace_cli() {\n    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
        "    local command='' options='' values='' i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n        case ${COMP_WORDS[i]} in\n";
    for (std::size_t i = 1; i < commands.size(); ++i)
        out += fmt::format("            {0}) command={0}; break ;;\n", commands[i].name);
    out += "        esac\n    done\n    case $command in\n";
    for (std::size_t i = 0; i < commands.size(); ++i)
        out +=
            fmt::format("        {}) options={} ;;\n", i == 0 ? "''" : commands[i].name, inSingleQuotes(names(commands[i])));
    out += "    esac\n    case $command:$before in\n";
    for (std::size_t i = 0; i < commands.size(); ++i)
        for (const OptionWords& option : commands[i].options) {
            if (option.choices.empty() || option.names.empty()) continue;
            std::string cases;
            for (const std::string& name : option.names)
                cases += fmt::format("{}{}:{}", cases.empty() ? "" : "|", i == 0 ? "" : commands[i].name, name);
            out += fmt::format("        {}) values={} ;;\n", cases,
                               inSingleQuotes(fmt::format("{}", fmt::join(option.choices, " "))));
        }
    std::vector<std::string> all;
    for (std::size_t i = 1; i < commands.size(); ++i) all.push_back(commands[i].name);
    out += fmt::format(
        "    esac\n"
        "    if [[ -n $values ]]; then\n        COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
        "    elif [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
        "    elif [[ -z $command && $before != -* ]]; then\n        COMPREPLY=($(compgen -W {} -- \"$word\"))\n"
        "    else\n        compopt -o filenames 2>/dev/null\n"
        "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n    fi\n}}\n"
        "complete -F _facespace_cli {}\n",
        inSingleQuotes(fmt::format("{}", fmt::join(all, " "))), kProgram);
    return out;
}

std::string zshCompletion(const std::vector<CommandWords>& commands) {
    std::string out = fmt::format(
        "#compdef {0}\n# made by “{0} completions zsh”\n_facespace_cli() {{\n"
        "    local -a commands=(\n",
        kProgram);
    for (std::size_t i = 1; i < commands.size(); ++i)
        out += "        " + inSingleQuotes(commands[i].name + ":" + shortened(commands[i].description)) + "\n";
    out += "    )\n    local state line\n    _arguments -C ";
    for (const OptionWords& option : commands.front().options) out += zshOption(option);
    out +=
        "'1: :->command' '*:: :->rest'\n    case $state in\n"
        "        command) _describe command commands ;;\n        rest) case $line[1] in\n";
    for (std::size_t i = 1; i < commands.size(); ++i) {
        out += fmt::format("            {}) _arguments ", commands[i].name);
        for (const OptionWords& option : commands[i].options) out += zshOption(option);
        out += ";;\n";
    }
    return out + "        esac ;;\n    esac\n}\n_facespace_cli \"$@\"\n";
}

std::string fishCompletion(const std::vector<CommandWords>& commands) {
    std::string out = fmt::format("# made by “{} completions fish”\n", kProgram);
    const auto line = [&](const std::string& when, const OptionWords& option) {
        if (option.names.empty()) return;
        out += fmt::format("complete -c {} -n {}", kProgram, inSingleQuotes(when));
        for (const std::string& name : option.names)
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        if (option.takesValue)
            out += option.choices.empty()
                       ? std::string(" -r")
                       : fmt::format(" -x -a {}", inSingleQuotes(fmt::format("{}", fmt::join(option.choices, " "))));
        out += fmt::format(" -d {}\n", inSingleQuotes(shortened(option.description)));
    };
    for (const OptionWords& option : commands.front().options) line("__fish_use_subcommand", option);
    for (std::size_t i = 1; i < commands.size(); ++i) {
        out += fmt::format("complete -c {} -f -n __fish_use_subcommand -a {} -d {}\n", kProgram, commands[i].name,
                           inSingleQuotes(shortened(commands[i].description)));
        for (const OptionWords& option : commands[i].options)
            line("__fish_seen_subcommand_from " + commands[i].name, option);
    }
    return out;
}

}  // namespace facespace::cli
