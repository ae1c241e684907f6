#include <fmt/format.h>
#include <new>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/common/log.h"
#include "core/common/memory.h"
#include "core/common/parallel.h"

namespace {

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

int run(const facespace::cli::Action& action) {
    facespace::cli::Console console;
    facespace::Result<void> result;
    try {
        result = action(console.context());
    } catch (const std::bad_alloc&) {
        result =
            facespace::fail(facespace::ErrorCode::kResource, "Out of memory; close other programs or use fewer images.");
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

int main(int argc, char** argv) {
    facespace::keepFreedMemory();
    facespace::initialiseLog();
    CLI::App app{"FaceSpace: see what a face-recognition network codes.", "facespace-cli"};
    app.set_version_flag("--version", FACESPACE_VERSION);
    // None at all is checked below: the parser would report it even where the word is merely misspelt.
    app.require_subcommand(0, 1);
    int threads = 0;
    app.add_option("--threads", threads, "Number of threads; 0 is one per core (results do not depend on it)")
        ->check(CLI::Range(0, 1024));

    facespace::cli::Action action;
    facespace::cli::addImport(app, action);
    facespace::cli::addExtract(app, action);
    facespace::cli::addMap(app, action);
    facespace::cli::addTrust(app, action);
    facespace::cli::addPredict(app, action);
    facespace::cli::addExport(app, action);
    facespace::cli::addImportFeatures(app, action);
    facespace::cli::addInfo(app, action);
    facespace::cli::addSynth(app, action);
    facespace::cli::addViewDependence(app, action);
    facespace::cli::addQuality(app, action);
    facespace::cli::addVerify(app, action);
    facespace::cli::addSuspects(app, action);
    facespace::cli::addCompare(app, action);
    facespace::cli::addFigure(app, action);
    facespace::cli::addDemo(app, action);
    facespace::cli::addReport(app, action);
    facespace::cli::addProbe(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kWrongUsage;
    }
    if (!action) {
        fmt::print(stderr, "A subcommand is required.\n\n{}", app.help());
        return kWrongUsage;
    }
    facespace::setThreadCount(threads);
    return run(action);
}
