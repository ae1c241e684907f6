#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/analyses/scope.h"
#include "core/common/whole_file.h"
#include "core/compute/networks.h"
#include "core/dataset/csv.h"
#include "core/filter/filter.h"
#include "core/project/anonymous.h"
#include "core/project/data_table.h"
#include "core/project/export.h"
#include "core/project/snapshot.h"
#include "core/workflow/export_containers.h"
#include "core/workflow/marks.h"

namespace facespace::cli {
namespace {

struct ExportArguments {
    std::filesystem::path project, table, columns, features, skipped, decisions, selections, tags, rows, images;
    std::filesystem::path records, pairs, protocol;
    std::int64_t pairCount = 6000;
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

/// One line on standard output, unless that is where the file itself goes.
template <class... Values>
void printDone(const std::filesystem::path& file, fmt::format_string<Values...> what, Values&&... values) {
    if (isStandardStream(file)) return;
    const std::string said = fmt::format(what, std::forward<Values>(values)...);
    printResult(fmt::format("{}: {}", file.string(), said), {{"file", file.string()}, {"holds", said}});
}

Result<void> exportTable(const DataTable& table, const std::filesystem::path& file, const FilterMask& keep) {
    if (const auto written = writeCsv(table, file, keep); !written) return forward(written);
    const auto rows = keep.empty() ? static_cast<std::ptrdiff_t>(table.rows) : std::count(keep.begin(), keep.end(), 1);
    printDone(file, "{} rows, {} columns", rows, table.columns.size());
    return {};
}

Result<void> exportRows(const std::filesystem::path& file, const Snapshot& snapshot, const FilterMask& keep) {
    const auto rows = rowsOf(keep.empty() ? FilterMask(snapshot.imageCount(), 1) : keep);
    if (const auto written = writeRowsCsv(snapshot.images, rows, file); !written) return written;
    printDone(file, "{} images", rows.size());
    return {};
}

/// What the table's columns are, in its order: [{"key": …, "title": …, "unit": …, "kind": "number", "category" or "text"}].
Result<void> exportColumns(const DataTable& table, const std::filesystem::path& file) {
    constexpr std::array kKinds{"number", "category", "text"};
    auto list = nlohmann::json::array();
    for (const Column& column : table.columns)
        list.push_back({{"key", column.key},
                        {"title", column.title.english()},
                        {"unit", column.unit},
                        {"kind", kKinds[static_cast<std::size_t>(column.kind)]}});
    const auto written = writeWholeFile(
        file, [&](std::ostream& out) { out << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n'; });
    if (!written) return written;
    printDone(file, "what the {} columns are", table.columns.size());
    return {};
}

std::vector<int> rowNumbers(const Snapshot& snapshot, const FilterMask& keep) {
    std::vector<int> rows;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row)
        if (keep.empty() || keep[row] != 0) rows.push_back(static_cast<int>(row));
    return rows;
}

/// Images that could not be written make it an error in the end.
Result<void> reported(const ExportImagesReport& report, const std::string& words, const nlohmann::json& facts) {
    for (const std::string& problem : report.problems) printNote(problem);
    printResult(words, facts);
    if (!report.problems.empty())
        return fail(ErrorCode::kIo,
                    fmt::format("Images that could not be written, each named above: {}.", report.problems.size()));
    return {};
}

Result<void> exportPictures(const ExportArguments& arguments, const Snapshot& snapshot, const FilterMask& keep,
                            const JobContext& job) {
    const auto report = exportImages(snapshot, rowNumbers(snapshot, keep), {arguments.images, arguments.link}, job);
    if (!report) return forward(report);
    return reported(
        *report,
        fmt::format("{}: {} images, {} were there already", arguments.images.string(), report->written,
                    report->alreadyThere),
        {{"folder", arguments.images.string()}, {"images", report->written}, {"there_before", report->alreadyThere}});
}

Result<void> exportContainers(const ExportArguments& arguments, const Snapshot& snapshot, const FilterMask& keep,
                              const JobContext& job) {
    const auto rows = rowNumbers(snapshot, keep);
    if (!arguments.records.empty()) {
        const std::string file = arguments.records.string();
        const auto report = exportRecords(snapshot, rows, arguments.records, job);
        if (!report) return forward(report);
        const auto done = reported(*report, fmt::format("{}: {} images", file, report->written),
                                   {{"file", file}, {"images", report->written}});
        if (!done) return done;
    }
    if (arguments.pairs.empty()) return {};
    const std::string file = arguments.pairs.string();
    const auto report = exportPairs(snapshot, rows, {arguments.pairs, arguments.protocol, arguments.pairCount}, job);
    if (!report) return forward(report);
    return reported(*report, fmt::format("{}: {} pairs", file, report->written),
                    {{"file", file}, {"pairs", report->written}});
}

Result<void> exportDecisions(const Project& project, const std::filesystem::path& file) {
    const auto count = writeDecisionsCsv(project, file);
    if (!count) return forward(count);
    printDone(file, "{} images with a decision, a tag or a note, {} of them decided", count->images, count->decided);
    return {};
}

/// What is kept of images by name: decisions, selections, tags.
Result<void> exportLists(const ExportArguments& arguments, const Project& project) {
    if (!arguments.decisions.empty())
        if (const auto done = exportDecisions(project, arguments.decisions); !done) return done;
    if (!arguments.selections.empty()) {
        if (const auto done = writeSelectionsCsv(project, arguments.selections); !done) return done;
        printDone(arguments.selections, "the kept selections");
    }
    if (!arguments.tags.empty()) {
        if (const auto done = writeTagsCsv(project, arguments.tags); !done) return done;
        printDone(arguments.tags, "the images of each tag");
    }
    return {};
}

/// What is of the images that pass the filter: the table, their rows, the images themselves. Gives which passed.
Result<FilterMask> exportPassing(const ExportArguments& arguments, const Project& project, const JobContext& job) {
    if (arguments.table.empty() && arguments.columns.empty() && arguments.rows.empty() && arguments.filter.empty() &&
        arguments.images.empty() && arguments.records.empty() && arguments.pairs.empty())
        return FilterMask();
    const auto snapshot = loadSnapshot(project);
    if (!snapshot) return forward(snapshot);
    auto table = buildDataTable(**snapshot);
    auto keep = passing(arguments, table, **snapshot);
    if (!keep) return keep;
    const auto shown = arguments.privacy ? withoutNames(**snapshot) : *snapshot;
    if (arguments.privacy) table = buildDataTable(*shown);
    Result<void> done;
    if (!arguments.table.empty()) done = exportTable(table, arguments.table, *keep);
    if (done && !arguments.rows.empty()) done = exportRows(arguments.rows, **snapshot, *keep);
    if (done && !arguments.columns.empty()) done = exportColumns(table, arguments.columns);
    if (done && !arguments.images.empty()) done = exportPictures(arguments, *shown, *keep, job);
    if (done) done = exportContainers(arguments, *shown, *keep, job);
    if (!done) return forward(done);
    return keep;
}

Result<void> exportOfNetwork(const ExportArguments& arguments, const Project& project, const FilterMask& keep) {
    if (arguments.features.empty() && arguments.skipped.empty()) return {};
    const auto network = findNetwork(project, arguments.network);
    if (!network) return forward(network);
    if (!arguments.features.empty()) {
        if (const auto done = writeFeaturesNpy(project, network->id, arguments.features, keep); !done) return done;
        printDone(arguments.features, "{}-d features of “{}”", network->dimension, network->name);
    }
    if (!arguments.skipped.empty()) {
        if (const auto done = writeSkippedCsv(project, network->id, arguments.skipped); !done) return done;
        printDone(arguments.skipped, "skipped images of “{}”", network->name);
    }
    return {};
}

Result<void> runExport(const ExportArguments& arguments, const JobContext& job) {
    const auto lists = {&arguments.decisions, &arguments.skipped, &arguments.selections, &arguments.tags, &arguments.rows};
    if (arguments.privacy && std::ranges::any_of(lists, [](const auto* file) { return !file->empty(); }))
        return fail(ErrorCode::kInvalid,
                    "Decisions, selections, tags, rows and skipped images are lists of paths: leave them out, or leave "
                    "--privacy out.");
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    if (const auto done = exportLists(arguments, *project); !done) return done;
    const auto keep = exportPassing(arguments, *project, job);
    if (!keep) return forward(keep);
    return exportOfNetwork(arguments, *project, *keep);
}

}  // namespace

void addExport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "export", "Write the table, the features, selections or lists of images; - in place of a file is standard output");
    auto arguments = std::make_shared<ExportArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    auto* table = command->add_option("--table", arguments->table, "CSV with a row per image in import order");
    auto* columns = command->add_option("--columns", arguments->columns, "JSON that says what the columns of the table are");
    auto* features = command->add_option("--features", arguments->features,
                                         "NumPy file (.npy), a row per image in import order, NaN where there is none");
    auto* skipped = command->add_option("--skipped", arguments->skipped, "CSV of images without a feature, with the reason");
    auto* decisions = command->add_option("--decisions", arguments->decisions,
                                          "CSV of the images with a decision, a tag or a note, with all columns");
    auto* selections =
        command->add_option("--selections", arguments->selections, "CSV of the kept selections, a line per image");
    auto* tags = command->add_option("--tags", arguments->tags, "CSV of the images of each tag");
    auto* rows =
        command->add_option("--rows", arguments->rows,
                            "CSV of the images that the filter lets pass, as “tag --images” and “select --images” read");
    auto* images = command->add_option("--images", arguments->images, "Folder for copies of the images, by identity");
    auto* records = command->add_option("--rec", arguments->records,
                                        "MXNet RecordIO of the images (.rec) with its index, as InsightFace makes it");
    auto* pairs = command->add_option("--bin", arguments->pairs, "Verification set (.bin) of pairs of the images");
    command->add_option("--protocol", arguments->protocol, "The pairs of --bin: a list as verify takes it, or another .bin")
        ->needs(pairs);
    command
        ->add_option("--pairs", arguments->pairCount,
                     "Without a protocol so many pairs are drawn by chance, as many of one identity as of two")
        ->check(CLI::Range(2, 10'000'000))
        ->needs(pairs)
        ->capture_default_str();
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
        if (!*table && !*columns && !*features && !*skipped && !*decisions && !*selections && !*tags && !*rows && !*images &&
            !*records && !*pairs)
            throw CLI::RequiredError(
                "--table, --columns, --features, --skipped, --decisions, --selections, --tags, --rows, --images, --rec or "
                "--bin");
        const int streams = static_cast<int>(std::ranges::count_if(
            std::array{&arguments->table, &arguments->columns, &arguments->features, &arguments->skipped,
                       &arguments->decisions, &arguments->selections, &arguments->tags, &arguments->rows},
            [](const std::filesystem::path* file) { return isStandardStream(*file); }));
        if (streams > 1) throw CLI::ValidationError("Only one of the files can be - (standard output)");
        action = [arguments](const JobContext& job) { return runExport(*arguments, job); };
    });
}

}  // namespace facespace::cli
