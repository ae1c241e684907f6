#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "core/common/number_text.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct ImportArguments {
    std::filesystem::path folder, manifest, output;
    std::string mapping, pattern;
    bool noImages = false, skipBadRows = false, followLinks = false;
};

Result<void> runImport(const ImportArguments& arguments, const JobContext& job) {
    if (const auto there = inputsExist({arguments.manifest}); !there) return there;
    const auto mapping = parseColumnMapping(arguments.mapping);
    if (!mapping) return forward(mapping);
    ImportOptions options;
    options.folder = arguments.folder;
    options.manifest = arguments.manifest;
    options.mapping = *mapping;
    options.noImages = arguments.noImages;
    options.skipBadRows = arguments.skipBadRows;
    options.pattern = arguments.pattern;
    options.followLinks = arguments.followLinks;
    const auto report = createProject(arguments.output, options, job);
    if (!report) return forward(report);
    for (const auto& warning : report->warnings) printNote(warning);
    printResult(fmt::format("{}: {} images of {} identities ({})", arguments.output.string(), groupedNumber(report->images),
                            groupedNumber(report->identities), report->layout),
                {{"project", arguments.output.string()},
                 {"images", report->images},
                 {"identities", report->identities},
                 {"layout", report->layout}});
    return {};
}

}  // namespace

void addImport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import", "Make a project from a folder of images labelled by identity");
    auto arguments = std::make_shared<ImportArguments>();
    command->add_option("folder", arguments->folder,
                        "Images: one sub-folder per identity, a file that holds images (.rec, .bin, .tar, .zip), or what "
                        "the manifest's paths "
                        "start from");
    command->add_option("--manifest", arguments->manifest,
                        "CSV or TSV with a header (path, identity, yaw, pitch, …), an IJB protocol file, or a list without "
                        "header (identity_CelebA.txt, .lst, *_face_tid_mid.txt of IJB, paths alone); - is standard input");
    command->add_option(
        "--map", arguments->mapping,
        "Columns that go by other names: yaw=pan,pitch=tilt. Yaw is positive where the nose points to the image's left, "
        "pitch where the face looks up; yaw=-COLUMN turns a column round");
    command->add_flag("--no-images", arguments->noImages, "Labels alone, for imported features; the files need not exist");
    command->add_option("--pattern", arguments->pattern,
                        "What the images' names say, in place of the folders: {identity}_{frame}.jpg, {race}/{identity}/*, "
                        "{identity}{series}{n}{pitch}{-yaw}; {name:3} is three characters wide");
    command->add_flag("--follow-links", arguments->followLinks,
                      "Follow links that lead out of the folder; where there is nothing else they are followed anyway");
    command->add_flag(
        "--skip-bad-rows", arguments->skipBadRows,
        "Leave out rows of the manifest that cannot be used, and list them, in place of stopping at the first");
    command->add_option("-o,--output", arguments->output, "The project file to make (*.facespace)")->required();
    command->callback([arguments, &action] {
        if (arguments->folder.empty() && arguments->manifest.empty()) throw CLI::RequiredError("folder or --manifest");
        action = [arguments](const JobContext& job) { return runImport(*arguments, job); };
    });
}

}  // namespace facespace::cli
