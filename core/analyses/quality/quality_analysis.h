#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/quality_report.h"

namespace facespace {

/// Experiment 3. Findings: QualityReport.
const Analysis& qualityAnalysis();
/// Of its tables.
std::vector<ColumnMeaning> qualityColumns();

}  // namespace facespace
