#pragma once
#include "core/analyses/analysis.h"
#include "core/workflow/compare_spaces.h"

namespace facespace {

/// Two networks or maps. Findings: Comparison.
const Analysis& compareAnalysis();
/// Around a comparison of spaces that were named by their ids.
FindingsPtr compareFindings(const AnalysisRequest& request, Comparison comparison);
/// Of its tables.
std::vector<ColumnMeaning> compareColumns();

}  // namespace facespace
