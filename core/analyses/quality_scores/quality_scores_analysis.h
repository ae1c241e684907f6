#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/score_report.h"

namespace facespace {

/// Which quality score foretells errors best. Findings: ScoreReport.
const Analysis& qualityScoresAnalysis();

}  // namespace facespace
