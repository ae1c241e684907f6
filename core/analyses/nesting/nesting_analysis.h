#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/nesting_report.h"

namespace facespace {

/// Class, identity, light and view in the space. Its result is a NestingReport.
const Analysis& nestingAnalysis();
std::vector<ColumnMeaning> nestingColumns();

}  // namespace facespace
