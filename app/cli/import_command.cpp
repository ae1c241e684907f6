#include <fmt/format.h>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct ImportArguments {
    std::filesystem::path folder, manifest, output;
    std::string mapping;
    bool noImages = false;
};

Result<void> runImport(const ImportArguments& arguments, const JobContext& job) {
    const auto mapping = parseColumnMapping(arguments.mapping);
    if (!mapping) return forward(mapping);
    const auto report =
        createProject(arguments.output, {arguments.folder, arguments.manifest, *mapping, arguments.noImages}, job);
    if (!report) return forward(report);
    for (const auto& warning : report->warnings) printNote(warning);
    fmt::print("{}: {} images of {} identities ({})\n", arguments.output.string(), groupedNumber(report->images),
               groupedNumber(report->identities), report->layout);
    return {};
}

}  // namespace

void addImport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import", "Make a project from a folder of images labelled by identity");
    auto arguments = std::make_shared<ImportArguments>();
    command->add_option("folder", arguments->folder,
                        "Images: one sub-folder per identity, or what the manifest's paths start from");
    command->add_option("--manifest", arguments->manifest,
                        "CSV or TSV with a header (path, identity, yaw, pitch, …), or an IJB protocol file");
    command->add_option(
        "--map", arguments->mapping,
        "Columns that go by other names: yaw=pan,pitch=tilt. Yaw is positive where the nose points to the image's left, "
        "pitch where the face looks up; yaw=-COLUMN turns a column round");
    command->add_flag("--no-images", arguments->noImages, "Labels alone, for imported features; the files need not exist");
    command->add_option("-o,--output", arguments->output, "The project file to make (*.facespace)")->required();
    command->callback([arguments, &action] {
        if (arguments->folder.empty() && arguments->manifest.empty()) throw CLI::RequiredError("folder or --manifest");
        action = [arguments](const JobContext& job) { return runImport(*arguments, job); };
    });
}

}  // namespace facespace::cli
