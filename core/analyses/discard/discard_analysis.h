#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/discard_report.h"

namespace facespace {

/// Error versus discard. Findings: DiscardReport.
const Analysis& discardAnalysis();
/// What its values mean.
DiscardOptions discardOptions(const Values& values);
/// Around a result that was computed in parts.
FindingsPtr discardFindings(const AnalysisRequest& request, DiscardReport report);
/// Of its tables.
std::vector<ColumnMeaning> discardColumns();

}  // namespace facespace
