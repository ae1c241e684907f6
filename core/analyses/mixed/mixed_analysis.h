#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/mixed_report.h"

namespace facespace {

/// A number of the images against others, people and videos at random. Its result is a MixedReport.
const Analysis& mixedAnalysis();
std::vector<ColumnMeaning> mixedColumns();

}  // namespace facespace
