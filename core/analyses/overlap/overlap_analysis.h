#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/overlap_report.h"

namespace facespace {

/// Identities and images that are in another project, too. Findings: OverlapReport.
const Analysis& overlapAnalysis();
/// Of its tables.
std::vector<ColumnMeaning> overlapColumns();

}  // namespace facespace
