#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/common/number_text.h"
#include "core/workflow/join_table.h"

namespace facespace::cli {
namespace {

struct JoinWords {
    std::filesystem::path project;
    JoinOptions options;
};

Result<void> runJoin(const JoinWords& words, const JobContext& job) {
    auto opened = openToChange(words.project, "join");
    if (!opened) return forward(opened);
    const auto report = joinTable(opened->project, words.options, job);
    if (!report) return forward(report);
    for (const Text& note : report->notes) printNote(note);
    for (const std::string& name : report->unmatched) printNote(say("not joined: {}", name));
    fmt::print("{} images have {} more columns: {}\n", groupedNumber(report->rows), report->columns.size(),
               fmt::join(report->columns, ", "));
    return {};
}

}  // namespace

void addJoin(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("join", "Add the columns of a table to the images that its rows name");
    auto words = std::make_shared<JoinWords>();
    auto& o = words->options;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("table", o.table, "CSV or the like with a header, as OFIQ writes it: qualities, attributes, ratings")
        ->required();
    command->add_option("--path-column", o.pathColumn, "The column that names the images (default: path, filename …)");
    command->add_option("--prefix", o.prefix, "Put before the names of the columns, as in ofiq_");
    command->add_flag("--replace", o.replace, "Replace columns of these names that are there already");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runJoin(*words, job); }; });
}

}  // namespace facespace::cli
