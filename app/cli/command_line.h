#pragma once
#include "core/analyses/list.h"

namespace facespace::cli {

/// Runs a command line with the analyses of a list: 0 if it did what was asked, 1 if it failed (with one sentence on
/// stderr), 2 if it was not understood.
int commandLine(int argc, char** argv, const AnalysisList& list = analyses());

}  // namespace facespace::cli
