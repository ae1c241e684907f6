#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/layers_report.h"

namespace facespace {

/// What is coded where in a network. Its result is a LayersReport.
const Analysis& layersAnalysis();
std::vector<ColumnMeaning> layersColumns();

}  // namespace facespace
