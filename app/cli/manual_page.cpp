#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ranges>

#include "app/cli/command_words.h"

namespace facespace::cli {
namespace {

/// Text as roff takes it: no line is a request, and hyphens of options can be copied.
std::string roff(const std::string& text) {
    std::string plain;
    for (const char c : text) {
        if (c == '\\')
            plain += "\\e";
        else if (c == '-')
            plain += "\\-";
        else if ((c == '.' || c == '\'') && (plain.empty() || plain.back() == '\n'))
            plain += std::string("\\&") + c;
        else
            plain += c;
    }
    return plain;
}

std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

void addOption(std::string& out, const OptionWords& option) {
    std::string head;
    for (const std::string& name : option.names) head += fmt::format("{}\\fB{}\\fR", head.empty() ? "" : ", ", roff(name));
    if (option.names.empty()) head = fmt::format("\\fI{}\\fR", roff(option.place));
    // A line may end behind each choice.
    if (!option.names.empty() && option.takesValue)
        head += option.choices.empty()
                    ? std::string(" \\fIVALUE\\fR")
                    : fmt::format(" \\fI{}\\fR", fmt::join(option.choices | std::views::transform(roff), "|\\:"));
    out += fmt::format(".TP\n{}\n{}", head, roff(sentence(option.description)));
    if (!option.fallback.empty()) out += fmt::format(" Default: {}.", roff(option.fallback));
    out += '\n';
}

void addSynopsis(std::string& out, const CommandWords& command) {
    out += fmt::format(".SS \\fBfacespace\\-cli {}\\fR", roff(command.name));
    for (const OptionWords& option : command.options)
        if (option.names.empty())
            out += option.required ? fmt::format(" \\fI{}\\fR", roff(option.place))
                                   : fmt::format(" [\\fI{}\\fR]", roff(option.place));
    out += fmt::format(" [\\fIoptions\\fR]\n{}\n", roff(sentence(command.description)));
}

constexpr const char* kHead = R"roff(.TH FACESPACE\-CLI 1 "" "FaceSpace {}" "User Commands"
.ad l
.SH NAME
facespace\-cli \- see what a face\-recognition network codes
.SH SYNOPSIS
.B facespace\-cli
[\fIoptions\fR] \fIcommand\fR [\fIoptions of the command\fR]
.SH DESCRIPTION
Reads a set of face images labelled by identity, runs a network over it, lays its feature space out as a map, and makes the
analyses of Parde et al. (FG 2017). Results go to standard output, progress and remarks to standard error. A file named
\fB\-\fR is standard input or output.
.SH OPTIONS
These hold for all commands and may stand before or after the command.
)roff";

constexpr const char* kTail = R"roff(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Failed; the last line on standard error is one sentence that begins with \(lqerror:\(rq.
.TP
.B 2
Wrong usage: an unknown option, a value out of its range, nothing to do.
.TP
.B 130
Stopped by SIGINT or SIGTERM. What was finished is kept; the same command goes on.
.SH ENVIRONMENT
.TP
.B FACESPACE_CONFIG
A file of options, as \fB\-\-config\fR.
.TP
.B FACESPACE_PRIVATE
If set, new projects and files can be read by you alone, as \fB\-\-private\fR.
.TP
.B FACESPACE_LOG
How much the libraries tell on standard error: trace, debug, info, warn, error or off.
.TP
.B FACESPACE_TRUSTED_NETWORKS
The list of networks that you allowed. Default: facespace/trusted\-networks.json in $XDG_CONFIG_HOME or ~/.config.
.TP
.B FACESPACE_NETWORK_HOST\fR, \fBFACESPACE_RESOURCES
The program that runs networks, and the folder of what comes with FaceSpace, where they are not beside this program.
.TP
.B FACESPACE_ISA
Which of its ways of computing maps is taken: portable, avx2 or avx512. Default: the fastest that this computer has.
.SH SEE ALSO
.BR facespace (1)
)roff";

}  // namespace

std::string manualPage(const std::vector<CommandWords>& commands) {
    std::string out = fmt::format(fmt::runtime(kHead), FACESPACE_VERSION);
    for (const OptionWords& option : commands.front().options) addOption(out, option);
    out += ".SH COMMANDS\n";
    for (std::size_t i = 1; i < commands.size(); ++i) {
        addSynopsis(out, commands[i]);
        std::string group;
        for (const OptionWords& option : commands[i].options) {
            if (option.names.size() == 2 && option.names.front() == "--help") continue;
            if (option.group != group && option.group != "Options" && option.group != "Positionals")
                out += fmt::format(".PP\n\\fI{}:\\fR\n", roff(option.group));
            group = option.group;
            addOption(out, option);
        }
    }
    return out + kTail;
}

}  // namespace facespace::cli
