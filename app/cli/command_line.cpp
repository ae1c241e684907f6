#include "app/cli/command_line.h"

#include <fmt/format.h>
#include <sys/stat.h>
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

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

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
    if (result.error().code == facespace::ErrorCode::kCancelled)
        fmt::print(stderr, "Cancelled. What was finished is kept; run the same command again to go on.\n");
    else
        fmt::print(stderr, "error: {}\n", result.error().message);
    return kFailed;
}

}  // namespace

namespace facespace::cli {

int commandLine(int argc, char** argv, const AnalysisList& list) {
    CLI::App app{"FaceSpace: see what a face-recognition network codes.", "facespace-cli"};
    app.set_version_flag("--version", FACESPACE_VERSION);
    // None at all is checked below: the parser would report it even where the word is merely misspelt.
    app.require_subcommand(0, 1);
    int threads = 0;
    app.add_option("--threads", threads, "Number of threads; 0 is one per core (results do not depend on it)")
        ->check(CLI::Range(0, 1024));

    bool safeCsv = false;
    app.add_flag("--safe-csv", safeCsv,
                 "Put an apostrophe before cells of tables that a spreadsheet would run as formulas (=…, +…, -…, @…)");

    bool ownEyes = false;
    app.add_flag("--private", ownEyes, "New projects and files can be read by you alone (mode 0600)")
        ->envname("FACESPACE_PRIVATE");

    facespace::cli::Action action;
    facespace::cli::addImport(app, action);
    facespace::cli::addExtract(app, action);
    facespace::cli::addNetwork(app, action);
    facespace::cli::addMap(app, action);
    facespace::cli::addTrust(app, action);
    facespace::cli::addPredict(app, action);
    facespace::cli::addExport(app, action);
    facespace::cli::addImportFeatures(app, action);
    facespace::cli::addJoin(app, action);
    facespace::cli::addInfo(app, action);
    facespace::cli::addSynth(app, action);
    for (const facespace::Analysis* analysis : list)
        if (!analysis->ownCommand) facespace::cli::addAnalysis(app, *analysis, action);
    facespace::cli::addFigure(app, action, list);
    facespace::cli::addDemo(app, action);
    facespace::cli::addReport(app, action, list);
    facespace::cli::addProbe(app, action);
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
    facespace::setThreadCount(threads);
    if (ownEyes) ::umask(077);
    if (safeCsv) facespace::guardFormulasInCsv(true);
    return run(action);
}

}  // namespace facespace::cli
