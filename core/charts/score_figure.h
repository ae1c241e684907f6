#pragma once
#include "core/compute/score_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// Gains of all scores over the distance with their intervals, a panel for each false match rate with errors; no charts
/// without any.
figure::Figure scoreGainsFigure(const ScoreReport& report);

}  // namespace facespace::report
