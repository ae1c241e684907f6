#include "app/cli/command_line.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/cancel_scope.h"
#include "core/common/parallel.h"
#include "core/dataset/csv.h"

namespace {

// Stable: scripts go by them.
constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2, kCancelled = 130;

int run(const facespace::cli::Action& action) {
    facespace::cli::Console console;
    facespace::Result<void> result;
    try {
        const facespace::JobContext job = console.context();
        const facespace::CancelScope scope(job.cancel);
        result = action(job);
    } catch (const std::bad_alloc&) {
        result =
            facespace::fail(facespace::ErrorCode::kResource, "Out of memory; close other programs or use fewer images.");
    } catch (const std::filesystem::filesystem_error& problem) {
        result = facespace::fail(facespace::ErrorCode::kIo, fmt::format("“{}” cannot be used: {}.", problem.path1().string(),
                                                                        problem.code().message()));
    } catch (const std::exception& problem) {
        // No library may end the program without a word.
        result = facespace::fail(facespace::ErrorCode::kInvalid,
                                 fmt::format("This stopped because of an unexpected problem: {}.", problem.what()));
    }
    console.finishLine();
    if (result) return kDone;
    facespace::cli::printError(result.error());
    return result.error().code == facespace::ErrorCode::kCancelled ? kCancelled : kFailed;
}

/// The file of options that the environment names; empty for none.
std::string namedConfig() {
    const char* named = std::getenv("FACESPACE_CONFIG");
    return named != nullptr ? named : "";
}

/// What holds for every command.
struct ProgramArguments {
    int threads = 0;
    bool safeCsv = false, ownEyes = false, quiet = false, json = false;
    std::string progress = "text";

    void addTo(CLI::App& app) {
        app.add_option("--threads", threads, "Number of threads; 0 is one per core (results do not depend on it)")
            ->check(CLI::Range(0, 1024));
        app.add_flag("--safe-csv", safeCsv,
                     "Put an apostrophe before cells of tables that a spreadsheet would run as formulas (=…, +…, -…, @…)");
        app.add_flag("--private", ownEyes, "New projects and files can be read by you alone (mode 0600)")
            ->envname("FACESPACE_PRIVATE");
        app.add_flag("--quiet", quiet, "Neither progress nor remarks on standard error, errors alone");
        app.add_flag("--json", json, "Results as JSON, one object a line; analyses print their tables as one object");
        app.add_option("--progress", progress,
                       "Progress, remarks and errors on standard error in words, or as JSON, one object a line")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        app.set_config(
            "--config", namedConfig(),
            "A file of options (TOML or INI): those of the program at its head, those of a command below [command]");
        app.allow_config_extras(CLI::config_extras_mode::error);
    }
    void use() const {
        facespace::setThreadCount(threads);
        if (ownEyes) ::umask(077);
        if (safeCsv) facespace::guardFormulasInCsv(true);
        facespace::cli::Telling& how = facespace::cli::telling();
        how.quiet = quiet;
        how.jsonProgress = progress == "json";
        how.jsonResults |= json;
    }
};

}  // namespace

namespace facespace::cli {

int commandLine(int argc, char** argv, const AnalysisList& list) {
    CLI::App app{"FaceSpace: see what a face-recognition network codes.", "facespace-cli"};
    app.set_version_flag("--version", FACESPACE_VERSION);
    // None at all is checked below: the parser would report it even where the word is merely misspelt.
    app.require_subcommand(0, 1);
    // Options of the program may stand behind the command, too.
    app.fallthrough();
    ProgramArguments arguments;
    arguments.addTo(app);
    facespace::cli::Action action;
    facespace::cli::addImport(app, action);
    facespace::cli::addExtract(app, action);
    facespace::cli::addMeasure(app, action);
    facespace::cli::addMerge(app, action);
    facespace::cli::addNetwork(app, action);
    facespace::cli::addMap(app, action);
    facespace::cli::addTrust(app, action);
    facespace::cli::addPredict(app, action);
    facespace::cli::addExport(app, action);
    facespace::cli::addImportFeatures(app, action);
    facespace::cli::addJoin(app, action);
    facespace::cli::addImportColumns(app, action);
    facespace::cli::addTag(app, action);
    facespace::cli::addSelect(app, action);
    facespace::cli::addRelocate(app, action);
    facespace::cli::addInfo(app, action);
    facespace::cli::addSynth(app, action);
    for (const facespace::Analysis* analysis : list)
        if (!analysis->ownCommand) facespace::cli::addAnalysis(app, *analysis, action);
    facespace::cli::addFigure(app, action, list);
    facespace::cli::addDemo(app, action);
    facespace::cli::addReport(app, action, list);
    facespace::cli::addProbe(app, action);
    facespace::cli::addCommands(app, action);
    facespace::cli::addThumbnail(app, action);
    facespace::cli::addCompletions(app, action);
    // The parser passes over one that is not there.
    if (const std::string file = namedConfig(); !file.empty() && !std::filesystem::is_regular_file(file)) {
        fmt::print(stderr, "There is no file “{}”, which the environment variable FACESPACE_CONFIG names.\n", file);
        return kWrongUsage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Not by std::cerr, which is the decoders' (decoder_log.h).
        std::ostringstream help, complaint;
        const int code = app.exit(error, help, complaint);
        fmt::print("{}", help.str());
        fmt::print(stderr, "{}", complaint.str());
        return code == 0 ? kDone : kWrongUsage;
    }
    if (!action) {
        fmt::print(stderr, "A subcommand is required.\n\n{}", app.help());
        return kWrongUsage;
    }
    arguments.use();
    return run(action);
}

}  // namespace facespace::cli
