#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/ageing_report.h"

namespace facespace {

/// Genuine scores against elapsed time. Its result is an AgeingReport.
const Analysis& ageingAnalysis();
std::vector<ColumnMeaning> ageingColumns();

}  // namespace facespace
