#pragma once
#include "core/compute/ageing_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// Each pair by its time and score, the lines of people, and the mean line with its band.
figure::Figure ageingFigure(const AgeingReport& report);

}  // namespace facespace::report
