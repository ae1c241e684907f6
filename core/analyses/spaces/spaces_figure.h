#pragma once
#include "core/compute/spaces_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// How alike two spaces are, by every measure that reaches 1, with intervals.
figure::Figure spaceMeasuresFigure(const SpacesReport& report);
/// The distances of identities in one space over those in the other, thinned evenly.
figure::Figure spaceDistancesFigure(const SpacesReport& report);
/// How well traits are predicted, or pairs agree, for each network.
figure::Figure ratingsFigure(const SpacesReport& report);

}  // namespace facespace::report
