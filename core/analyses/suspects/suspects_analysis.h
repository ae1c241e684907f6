#pragma once
#include "core/analyses/analysis.h"
#include "core/analysis/suspects.h"

namespace facespace {

/// Labels that look wrong. Findings: Suspects, rows are positions in import order.
const Analysis& suspectsAnalysis();

}  // namespace facespace
