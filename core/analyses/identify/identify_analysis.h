#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/identification_report.h"

namespace facespace {

/// Who an image is of, found in a gallery. Its result is an IdentificationReport.
const Analysis& identifyAnalysis();
std::vector<ColumnMeaning> identifyColumns();

}  // namespace facespace
