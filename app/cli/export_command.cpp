#include <fmt/format.h>
#include <memory>

#include "app/cli/command.h"
#include "core/project/data_table.h"
#include "core/project/export.h"
#include "core/project/snapshot.h"
#include "core/workflow/networks.h"

namespace facespace::cli {
namespace {

struct ExportWords {
    std::filesystem::path project, table, features, skipped;
    std::string network;
};

Result<void> exportTable(const Project& project, const std::filesystem::path& file) {
    const auto snapshot = loadSnapshot(project);
    if (!snapshot) return forward(snapshot);
    const auto table = buildDataTable(**snapshot);
    if (const auto written = writeCsv(table, file); !written) return forward(written);
    fmt::print("{}: {} rows, {} columns\n", file.string(), table.rows, table.columns.size());
    return {};
}

Result<void> runExport(const ExportWords& words, const JobContext&) {
    const auto project = Project::open(words.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    if (!words.table.empty())
        if (const auto done = exportTable(*project, words.table); !done) return done;
    if (words.features.empty() && words.skipped.empty()) return {};
    const auto network = findNetwork(*project, words.network);
    if (!network) return forward(network);
    if (!words.features.empty())
        if (const auto done = writeFeaturesNpy(*project, network->id, words.features); !done) return done;
    if (!words.features.empty())
        fmt::print("{}: {}-d features of “{}”\n", words.features.string(), network->dimension, network->name);
    if (!words.skipped.empty()) {
        if (const auto done = writeSkippedCsv(*project, network->id, words.skipped); !done) return done;
        fmt::print("{}: skipped images of “{}”\n", words.skipped.string(), network->name);
    }
    return {};
}

}  // namespace

void addExport(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("export", "Write the table, the features or the list of skipped images");
    auto words = std::make_shared<ExportWords>();
    command->add_option("project", words->project, "The project file")->required();
    auto* table = command->add_option("--table", words->table, "CSV with a row per image in import order");
    auto* features = command->add_option("--features", words->features,
                                         "NumPy file (.npy), a row per image in import order, NaN where there is none");
    auto* skipped = command->add_option("--skipped", words->skipped, "CSV of images without a feature, with the reason");
    command->add_option("--network", words->network,
                        "Whose features and skipped images (needed if the project has several)");
    command->callback([=, &action] {
        if (!*table && !*features && !*skipped) throw CLI::RequiredError("--table, --features or --skipped");
        action = [words](const JobContext& job) { return runExport(*words, job); };
    });
}

}  // namespace facespace::cli
