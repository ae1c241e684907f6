#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/trust_report.h"

namespace facespace {

/// How far a map can be trusted, as it was measured (storeTrust()). Findings: TrustReport.
const Analysis& trustAnalysis();
/// For a terminal.
std::vector<std::string> trustLines(const TrustReport& report);
/// Of its tables.
std::vector<ColumnMeaning> trustColumns();

}  // namespace facespace
