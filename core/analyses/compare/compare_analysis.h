#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/compare_spaces.h"

namespace facespace {

/// Two networks or maps. Findings: Comparison.
const Analysis& compareAnalysis();
/// Around a comparison of spaces that were named by their ids.
FindingsPtr compareFindings(const AnalysisRequest& request, Comparison comparison);
/// Adds how well two compared networks tell identities apart over the images that both have, with values “seed” and
/// “leave-out”. What is lacking for it is said in the comparison, the rest of which stands. Errors: kCancelled.
Result<void> verifyComparison(const AnalysisRequest& request, Comparison& comparison, const JobContext& job);
/// Of its tables.
std::vector<ColumnMeaning> compareColumns();

}  // namespace facespace
