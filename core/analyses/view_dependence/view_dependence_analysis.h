#pragma once
#include "core/analyses/analysis.h"
#include "core/charts/charts.h"
#include "core/compute/view_dependence_report.h"

namespace facespace {

/// Experiment 2. Findings: ViewDependenceReport.
const Analysis& viewDependenceAnalysis();
/// What its values mean.
ViewDependenceOptions viewDependenceOptions(const Values& values);
report::ViewMapDrawing viewMapDrawing(const Values& values);

}  // namespace facespace
