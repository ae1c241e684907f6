#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/codes_report.h"

namespace facespace {

/// Single units and populations. Its result is a CodesReport.
const Analysis& codesAnalysis();
std::vector<ColumnMeaning> codesColumns();

}  // namespace facespace
