#include <fmt/format.h>
#include <algorithm>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/compute/networks.h"
#include "core/dataset/csv.h"
#include "core/filter/filter.h"
#include "core/project/anonymous.h"
#include "core/project/data_table.h"
#include "core/project/export.h"
#include "core/project/snapshot.h"
#include "core/workflow/export_images.h"

namespace facespace::cli {
namespace {

struct ExportArguments {
    std::filesystem::path project, table, features, skipped, decisions, images;
    std::string network, filter;
    bool link = false, privacy = false;
};

/// Which images pass the filter; empty without one.
Result<FilterMask> passing(const ExportArguments& arguments, const DataTable& table, const Snapshot& snapshot) {
    if (arguments.filter.empty()) return FilterMask();
    // A bare “distance” means that of the network asked for, or of the only one.
    std::string network = arguments.network;
    if (network.empty() && snapshot.featureSets.size() == 1) network = snapshot.featureSets.front()->network.name;
    auto mask = evaluateFilter(arguments.filter, table, network);
    if (mask) return std::move(*mask);
    const FilterError& error = mask.error();
    // The mark stands under the letter, whatever its length in bytes.
    const auto column = static_cast<std::size_t>(
        std::count_if(arguments.filter.begin(), arguments.filter.begin() + static_cast<std::ptrdiff_t>(error.position),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    fmt::print(stderr, "{}\n{}^\n", arguments.filter, std::string(column, ' '));
    return fail(ErrorCode::kInvalid, error.message);
}

Result<void> exportTable(const DataTable& table, const std::filesystem::path& file, const FilterMask& keep) {
    if (const auto written = writeCsv(table, file, keep); !written) return forward(written);
    const auto rows = keep.empty() ? static_cast<std::ptrdiff_t>(table.rows) : std::count(keep.begin(), keep.end(), 1);
    fmt::print("{}: {} rows, {} columns\n", file.string(), rows, table.columns.size());
    return {};
}

Result<void> exportPictures(const ExportArguments& arguments, const Snapshot& snapshot, const FilterMask& keep,
                            const JobContext& job) {
    std::vector<int> rows;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row)
        if (keep.empty() || keep[row] != 0) rows.push_back(static_cast<int>(row));
    const auto report = exportImages(snapshot, rows, {arguments.images, arguments.link}, job);
    if (!report) return forward(report);
    for (const std::string& problem : report->problems) printNote(problem);
    fmt::print("{}: {} images, {} were there already\n", arguments.images.string(), report->written, report->alreadyThere);
    if (!report->problems.empty())
        return fail(ErrorCode::kIo,
                    fmt::format("Images that could not be written, each named above: {}.", report->problems.size()));
    return {};
}

Result<void> exportDecisions(const Project& project, const std::filesystem::path& file) {
    const auto count = writeDecisionsCsv(project, file);
    if (!count) return forward(count);
    fmt::print("{}: {} images with a tag or a note\n", file.string(), *count);
    return {};
}

Result<void> runExport(const ExportArguments& arguments, const JobContext& job) {
    if (arguments.privacy && (!arguments.decisions.empty() || !arguments.skipped.empty()))
        return fail(ErrorCode::kInvalid,
                    "Decisions and skipped images are lists of paths: leave them out, or leave --privacy out.");
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    FilterMask keep;
    if (!arguments.decisions.empty())
        if (const auto done = exportDecisions(*project, arguments.decisions); !done) return done;
    if (!arguments.table.empty() || !arguments.filter.empty() || !arguments.images.empty()) {
        const auto snapshot = loadSnapshot(*project);
        if (!snapshot) return forward(snapshot);
        auto table = buildDataTable(**snapshot);
        auto mask = passing(arguments, table, **snapshot);
        if (!mask) return forward(mask);
        keep = std::move(*mask);
        const auto shown = arguments.privacy ? withoutNames(**snapshot) : *snapshot;
        if (arguments.privacy) table = buildDataTable(*shown);
        if (!arguments.table.empty())
            if (const auto done = exportTable(table, arguments.table, keep); !done) return done;
        if (!arguments.images.empty())
            if (const auto done = exportPictures(arguments, *shown, keep, job); !done) return done;
    }
    if (arguments.features.empty() && arguments.skipped.empty()) return {};
    const auto network = findNetwork(*project, arguments.network);
    if (!network) return forward(network);
    if (!arguments.features.empty())
        if (const auto done = writeFeaturesNpy(*project, network->id, arguments.features, keep); !done) return done;
    if (!arguments.features.empty())
        fmt::print("{}: {}-d features of “{}”\n", arguments.features.string(), network->dimension, network->name);
    if (!arguments.skipped.empty()) {
        if (const auto done = writeSkippedCsv(*project, network->id, arguments.skipped); !done) return done;
        fmt::print("{}: skipped images of “{}”\n", arguments.skipped.string(), network->name);
    }
    return {};
}

}  // namespace

void addExport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("export", "Write the table, the features or the list of skipped images");
    auto arguments = std::make_shared<ExportArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    auto* table = command->add_option("--table", arguments->table, "CSV with a row per image in import order");
    auto* features = command->add_option("--features", arguments->features,
                                         "NumPy file (.npy), a row per image in import order, NaN where there is none");
    auto* skipped = command->add_option("--skipped", arguments->skipped, "CSV of images without a feature, with the reason");
    auto* decisions = command->add_option("--decisions", arguments->decisions, "CSV of the images with a tag or a note");
    auto* images = command->add_option("--images", arguments->images, "Folder for copies of the images, by identity");
    command->add_flag("--link", arguments->link, "Links in place of copies")->needs(images);
    command->add_flag_callback(
        "--safe-csv", [] { guardFormulasInCsv(true); },
        "Put an apostrophe before cells of tables that a spreadsheet would run as formulas (=…, +…, -…, @…)");
    command->add_flag("--privacy", arguments->privacy,
                      "Table and images with numbers in place of names and paths, without notes; faces blurred");
    command->add_option("--network", arguments->network,
                        "Whose features and skipped images (needed if the project has several)");
    command->add_option("--filter", arguments->filter,
                        "Of table, features and images only those for which this holds, as in "
                        "'abs(yaw) > 45 && media == \"video\" && distance < p10'");
    command->callback([=, &action] {
        if (!*table && !*features && !*skipped && !*decisions && !*images)
            throw CLI::RequiredError("--table, --features, --skipped, --decisions or --images");
        action = [arguments](const JobContext& job) { return runExport(*arguments, job); };
    });
}

}  // namespace facespace::cli
