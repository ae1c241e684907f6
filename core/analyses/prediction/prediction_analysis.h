#pragma once
#include "core/analyses/analysis.h"
#include "core/workflow/prediction_of.h"

namespace facespace {

using TargetReports = std::vector<TargetReport>;

/// Experiment 1. Findings: TargetReports, one for each target.
const Analysis& predictionAnalysis();
/// Of its tables.
std::vector<ColumnMeaning> predictionColumns();

}  // namespace facespace
