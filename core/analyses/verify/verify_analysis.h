#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/verification_report.h"

namespace facespace {

/// How well the features tell identities apart. Findings: VerificationReport.
const Analysis& verifyAnalysis();
/// What its values mean; other analyses of pairs have the same fields.
VerificationAnalysisOptions verificationOptions(const Values& values);
/// Score and pairs: metric, protocol, templates, template-media.
Fields pairFields();
/// The comparison of the same pairs that was made before, with its genuine pairs; null if there is none.
const VerificationReport* verifiedBefore(const AnalysisRequest& request);
/// Of its tables.
std::vector<ColumnMeaning> verifyColumns();

}  // namespace facespace
