// What other programs write back: columns of metadata, tags and kept selections.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/open_project.h"
#include "core/analyses/scope.h"
#include "core/common/number_text.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "core/workflow/image_list.h"
#include "core/workflow/marks.h"

namespace facespace::cli {
namespace {

struct MarksArguments {
    std::filesystem::path project, list;
    std::string name, filter, network;
    bool remove = false;

    void addTo(CLI::App& command, const std::string& what) {
        command.add_option("project", project, "The project file")->required();
        command.add_option("--name", name, "The name of the " + what)->required();
        auto* images = command.add_option(
            "--images", list,
            "CSV that lists the images by a column “row” (position in import order, from 0) or “path”; - reads it from "
            "standard input");
        command.add_option("--filter", filter, "The images that this expression lets pass: \"abs(yaw) > 45\"")
            ->excludes(images);
        command.add_option("--network", network, "Whose distance and predictions the filter means");
    }
    bool chosen() const { return !list.empty() || !filter.empty(); }
};

Result<std::vector<std::size_t>> rowsNamed(const MarksArguments& arguments, const Project& project) {
    if (arguments.filter.empty()) {
        const auto set = project.images();
        if (!set) return forward(set);
        return readImageList(*set, arguments.list);
    }
    const auto snapshot = loadSnapshot(project);
    if (!snapshot) return forward(snapshot);
    const auto passes = passesOf(arguments.filter, buildDataTable(**snapshot), **snapshot, arguments.network);
    if (!passes) return forward(passes);
    std::vector<std::size_t> rows;
    for (const std::int64_t row : rowsOf(*passes)) rows.push_back(static_cast<std::size_t>(row));
    return rows;
}

std::string counted(std::size_t images) {
    return images == 1 ? "1 image" : groupedNumber(static_cast<std::int64_t>(images)) + " images";
}

Result<void> runTag(const MarksArguments& arguments) {
    auto opened = openToChange(arguments.project, "tag");
    if (!opened) return forward(opened);
    const auto rows = rowsNamed(arguments, opened->project);
    if (!rows) return forward(rows);
    if (const auto done = tagImages(opened->project, arguments.name, *rows, !arguments.remove); !done) return done;
    printResult(
        fmt::format("{}: {} {}", arguments.name, arguments.remove ? "taken from" : "given to", counted(rows->size())),
        {{"tag", arguments.name}, {"present", !arguments.remove}, {"images", rows->size()}});
    return {};
}

Result<void> runSelect(const MarksArguments& arguments) {
    auto opened = openToChange(arguments.project, "select");
    if (!opened) return forward(opened);
    if (arguments.remove) {
        if (const auto done = opened->project.removeSelection(arguments.name); !done) return done;
        printResult(arguments.name + ": no longer kept", {{"selection", arguments.name}, {"kept", false}});
        return {};
    }
    const auto rows = rowsNamed(arguments, opened->project);
    if (!rows) return forward(rows);
    if (const auto done = keepSelection(opened->project, arguments.name, *rows); !done) return done;
    printResult(fmt::format("{}: {}", arguments.name, counted(rows->size())),
                {{"selection", arguments.name}, {"kept", true}, {"images", rows->size()}});
    return {};
}

struct ColumnArguments {
    std::filesystem::path project, file;
    std::vector<std::string> remove;
};

Result<void> runColumns(const ColumnArguments& arguments, const JobContext& job) {
    auto opened = openToChange(arguments.project, "import-columns");
    if (!opened) return forward(opened);
    if (!arguments.remove.empty()) {
        if (const auto done = opened->project.removeMetadata(arguments.remove); !done) return done;
        printResult(fmt::format("{}: taken away", fmt::join(arguments.remove, ", ")), {{"removed", arguments.remove}});
    }
    if (arguments.file.empty()) return {};
    const auto imported = importColumns(opened->project, arguments.file, job);
    if (!imported) return forward(imported);
    printResult(fmt::format("{}: values of {}", fmt::join(imported->columns, ", "), counted(imported->images)),
                {{"columns", imported->columns}, {"images", imported->images}});
    return {};
}

}  // namespace

void addTag(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("tag", "Give images a tag, or take it from them");
    auto arguments = std::make_shared<MarksArguments>();
    arguments->addTo(*command, "tag");
    command->add_flag("--remove", arguments->remove, "Take it from these images");
    command->callback([arguments, &action] {
        if (!arguments->chosen()) throw CLI::RequiredError("--images or --filter");
        action = [arguments](const JobContext&) { return runTag(*arguments); };
    });
}

void addSelect(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("select", "Keep a selection of images under a name, as the window does");
    auto arguments = std::make_shared<MarksArguments>();
    arguments->addTo(*command, "selection; one that is there is replaced");
    command->add_flag("--remove", arguments->remove, "Forget the selection of this name; the images stay");
    command->callback([arguments, &action] {
        if (arguments->chosen() == arguments->remove) throw CLI::RequiredError("One of --images, --filter and --remove");
        action = [arguments](const JobContext&) { return runSelect(*arguments); };
    });
}

void addImportColumns(CLI::App& app, Action& action) {
    auto* command =
        app.add_subcommand("import-columns", "Add columns that were computed elsewhere, or replace their values");
    auto arguments = std::make_shared<ColumnArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option(
        "columns", arguments->file,
        "CSV whose column “row” (position in import order, from 0) or “path” names the image of each line; an "
        "empty field takes the value away; - reads it from standard input");
    command->add_option("--remove", arguments->remove, "Columns to take away before that, with all their values")
        ->delimiter(',');
    command->callback([arguments, &action] {
        if (arguments->file.empty() && arguments->remove.empty()) throw CLI::RequiredError("columns or --remove");
        action = [arguments](const JobContext& job) { return runColumns(*arguments, job); };
    });
}

}  // namespace facespace::cli
