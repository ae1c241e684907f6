#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "app/cli/open_project.h"
#include "core/common/number_text.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct ImportFeaturesArguments {
    std::filesystem::path project;
    ImportFeaturesOptions options;
};

Result<void> runImportFeatures(const ImportFeaturesArguments& arguments, const JobContext& job) {
    if (const auto there = inputsExist({arguments.options.index}); !there) return there;
    auto opened = openToChange(arguments.project, "import-features");
    if (!opened) return forward(opened);
    Project* const project = &opened->project;
    const auto imported = importFeatureFile(*project, arguments.options, job);
    if (!imported) return forward(imported);
    const auto count = project->featureCount(imported->network);
    if (!count) return forward(count);
    for (const Text& note : imported->notes) printNote(note);
    printResult(fmt::format("{} features imported as “{}”", groupedNumber(*count), arguments.options.name),
                {{"network", arguments.options.name}, {"features", *count}});
    return {};
}

}  // namespace

void addImportFeatures(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import-features", "Add features that were computed elsewhere");
    auto arguments = std::make_shared<ImportFeaturesArguments>();
    auto& o = arguments->options;
    command->add_option("project", arguments->project, "The project file")->required();
    command
        ->add_option("features", o.file,
                     ".npy, .npz (file.npz:array) or a table (.csv, .tsv, .txt), a row per image; names of images in "
                     "it say whose the rows are")
        ->required();
    command->add_option("--name", o.name, "Name of the network they are from")->required();
    command->add_option(
        "--index", o.index,
        "Table with a column “path”, or a list of paths, that names the image of each row (default: import order)");
    command->callback([arguments, &action] {
        action = [arguments](const JobContext& job) { return runImportFeatures(*arguments, job); };
    });
}

}  // namespace facespace::cli
