#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include "core/common/job.h"
#include "core/common/result.h"

namespace facespace {
struct Analysis;
class AnalysisList;
}  // namespace facespace

/// The command line's sub-commands. Each adds its options to the parser and says what to run when it was called.
namespace facespace::cli {

/// What a sub-command does once its words are understood. Results go to stdout; the context's progress to stderr.
using Action = std::function<Result<void>(const JobContext&)>;

/// The command of an analysis, made from what it says of itself.
void addAnalysis(CLI::App& app, const Analysis& analysis, Action& action);

void addImport(CLI::App& app, Action& action);
void addExtract(CLI::App& app, Action& action);
void addNetwork(CLI::App& app, Action& action);
void addMeasure(CLI::App& app, Action& action);
void addMerge(CLI::App& app, Action& action);
void addMap(CLI::App& app, Action& action);
void addTrust(CLI::App& app, Action& action);
void addPredict(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);
void addImportFeatures(CLI::App& app, Action& action);
void addJoin(CLI::App& app, Action& action);
void addImportColumns(CLI::App& app, Action& action);
void addTag(CLI::App& app, Action& action);
void addSelect(CLI::App& app, Action& action);
void addRelocate(CLI::App& app, Action& action);
void addInfo(CLI::App& app, Action& action);
void addSynth(CLI::App& app, Action& action);
void addFigure(CLI::App& app, Action& action, const AnalysisList& list);
void addDemo(CLI::App& app, Action& action);
void addReport(CLI::App& app, Action& action, const AnalysisList& list);
void addCommands(CLI::App& app, Action& action);
void addThumbnail(CLI::App& app, Action& action);
/// Reads what the parser holds, so it comes last.
void addCompletions(CLI::App& app, Action& action);
void addProbe(CLI::App& app, Action& action);

}  // namespace facespace::cli
