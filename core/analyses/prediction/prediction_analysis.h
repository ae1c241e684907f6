#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/prediction_report.h"

namespace facespace {

using TargetReports = std::vector<TargetReport>;

/// Experiment 1. Findings: TargetReports, one for each target.
const Analysis& predictionAnalysis();
/// Of its tables.
std::vector<ColumnMeaning> predictionColumns();

}  // namespace facespace
