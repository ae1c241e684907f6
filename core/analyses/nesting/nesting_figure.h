#pragma once
#include "core/compute/nesting_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// "identity", "sex", "together", "rest": how a factor is called.
facespace::Text factorText(const FactorShare& factor);
/// Names of the conditions in which the pairs of a rung differ; empty: in none.
facespace::Text otherConditions(const LadderRung& rung, const NestingReport& report);
/// "one person, other illumination": which pairs a rung is of. @param brief  for a figure
facespace::Text rungText(const LadderRung& rung, const NestingReport& report, bool brief);

/// Shares of the variance, the largest first; what is left last.
figure::Figure nestingSharesFigure(const NestingReport& report);
/// Mean cosine of pairs by what they have in common.
figure::Figure nestingLadderFigure(const NestingReport& report);
/// The tree of centroids with what each leaf is of. @param named  else numbers stand for names of people
figure::Figure nestingTreeFigure(const NestingReport& report, bool named);

}  // namespace facespace::report
