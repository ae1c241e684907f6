// The command of any analysis, made from what it says of itself.
#include <fmt/format.h>

#include "app/cli/analysis_arguments.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "core/analyses/analysis.h"

namespace facespace::cli {
namespace {

struct Also {
    const Analysis* analysis = nullptr;
    bool wanted = true;
};

struct AnalysisCommand : AnalysisArguments {
    const Analysis* analysis = nullptr;
    FieldOptions options;
    bool noMeasuring = false;
    std::vector<Also> alongside;
};

void print(const Findings& findings) {
    for (const std::string& line : findings.summary()) fmt::print("{}\n", line);
    for (const Text& note : findings.cautions()) printNote(note);
}

/// What another analysis of the same command finds; what it lacks is said and the rest is kept.
Result<void> runAlso(const AnalysisCommand& arguments, const Analysis& analysis, AnalysisRequest request, MadeTables& tables,
                     const JobContext& job) {
    auto values = arguments.options.read(analysis, false);
    if (!values) return forward(values);
    request.values = std::move(*values);
    const auto found = analysis.run(request, job);
    if (!found && found.error().code == ErrorCode::kCancelled) return forward(found);
    if (!found) {
        printNote(found.error().message);
        return {};
    }
    if (!arguments.json()) print(**found);
    tables.add(**found);
    return {};
}

Result<void> run(const AnalysisCommand& arguments, const JobContext& job) {
    if (const auto there = arguments.options.filesExist(); !there) return there;
    auto values = arguments.options.read(*arguments.analysis);
    if (!values) return forward(values);
    if (arguments.analysis->measured && !arguments.noMeasuring)
        if (const auto done = measureFirst(arguments.project, arguments.json(), job); !done) return done;
    const auto snapshot = arguments.snapshot();
    if (!snapshot) return forward(snapshot);
    auto scope = arguments.scope(**snapshot);
    if (!scope) return forward(scope);
    AnalysisRequest request{arguments.shown(*snapshot), std::move(*scope), std::move(*values), {}};
    const auto found = arguments.analysis->run(request, job);
    if (!found) return forward(found);
    if (!arguments.json()) print(**found);
    MadeTables tables = arguments.noTables();
    tables.add(**found);
    request.earlier.push_back(*found);
    for (const Also& also : arguments.alongside)
        if (also.wanted)
            if (const auto done = runAlso(arguments, *also.analysis, request, tables, job); !done) return done;
    return arguments.write(tables);
}

}  // namespace

void addAnalysis(CLI::App& app, const Analysis& analysis, Action& action) {
    auto* command = app.add_subcommand(analysis.key, analysis.question);
    auto arguments = std::make_shared<AnalysisCommand>();
    arguments->analysis = &analysis;
    arguments->addTo(*command, analysis.ofOneNetwork);
    arguments->options.addTo(*command, analysis.fields, false);
    arguments->options.addParameters(*command);
    if (analysis.measured)
        command->add_flag("--no-measuring", arguments->noMeasuring, "Use the image-quality measures that are there");
    for (const Analysis* other : analysis.alongside) {
        arguments->alongside.push_back({other});
        arguments->options.addTo(*command, other->fields, false, other->title);
    }
    for (std::size_t i = 0; i < arguments->alongside.size(); ++i)
        command->add_flag_callback(
            "--no-" + arguments->alongside[i].analysis->key, [arguments, i] { arguments->alongside[i].wanted = false; },
            fmt::format("Leave out: {}", arguments->alongside[i].analysis->title));
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return run(*arguments, job); }; });
}

}  // namespace facespace::cli
