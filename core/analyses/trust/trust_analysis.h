#pragma once
#include "core/analyses/analysis.h"
#include "core/workflow/trust.h"

namespace facespace {

/// How far a map can be trusted, as it was measured (trustInto()). Findings: TrustReport.
const Analysis& trustAnalysis();
/// For a terminal.
std::vector<std::string> trustLines(const TrustReport& report);
/// Of its tables.
std::vector<ColumnMeaning> trustColumns();

}  // namespace facespace
