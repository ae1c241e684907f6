// The command of any analysis, made from what it says of itself.
#include <fmt/format.h>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "core/analyses/analysis.h"

namespace facespace::cli {
namespace {

struct Also {
    const Analysis* analysis = nullptr;
    bool wanted = true;
};

struct AnalysisCommand : AnalysisWords {
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
Result<void> runAlso(const AnalysisCommand& words, const Analysis& analysis, AnalysisRequest request, MadeTables& tables,
                     const JobContext& job) {
    auto values = words.options.read(analysis, false);
    if (!values) return forward(values);
    request.values = std::move(*values);
    const auto found = analysis.run(request, job);
    if (!found && found.error().code == ErrorCode::kCancelled) return forward(found);
    if (!found) {
        printNote(found.error().message);
        return {};
    }
    if (!words.json) print(**found);
    tables.add(**found);
    return {};
}

Result<void> run(const AnalysisCommand& words, const JobContext& job) {
    auto values = words.options.read(*words.analysis);
    if (!values) return forward(values);
    if (words.analysis->measured && !words.noMeasuring)
        if (const auto done = measureFirst(words.project, words.json, job); !done) return done;
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    auto scope = words.scope(**snapshot);
    if (!scope) return forward(scope);
    AnalysisRequest request{words.shown(*snapshot), std::move(*scope), std::move(*values), {}};
    const auto found = words.analysis->run(request, job);
    if (!found) return forward(found);
    if (!words.json) print(**found);
    MadeTables tables = words.noTables();
    tables.add(**found);
    request.earlier.push_back(*found);
    for (const Also& also : words.alongside)
        if (also.wanted)
            if (const auto done = runAlso(words, *also.analysis, request, tables, job); !done) return done;
    return words.write(tables);
}

}  // namespace

void addAnalysis(CLI::App& app, const Analysis& analysis, Action& action) {
    auto* command = app.add_subcommand(analysis.key, analysis.question);
    auto words = std::make_shared<AnalysisCommand>();
    words->analysis = &analysis;
    words->addTo(*command, analysis.ofOneNetwork);
    words->options.addTo(*command, analysis.fields, false);
    words->options.addParameters(*command);
    if (analysis.measured)
        command->add_flag("--no-measuring", words->noMeasuring, "Use the image-quality measures that are there");
    for (const Analysis* other : analysis.alongside) {
        words->alongside.push_back({other});
        words->options.addTo(*command, other->fields, false, other->title);
    }
    for (std::size_t i = 0; i < words->alongside.size(); ++i)
        command->add_flag_callback(
            "--no-" + words->alongside[i].analysis->key, [words, i] { words->alongside[i].wanted = false; },
            fmt::format("Leave out: {}", words->alongside[i].analysis->title));
    command->callback([words, &action] { action = [words](const JobContext& job) { return run(*words, job); }; });
}

}  // namespace facespace::cli
