#pragma once
#include "core/compute/mixed_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// What each predictor does, the others held fixed, with intervals.
figure::Figure mixedEffectsFigure(const MixedReport& report);
/// Where the variance of the outcome is.
figure::Figure mixedVarianceFigure(const MixedReport& report);

/// A part of the variance with its name; those that are in the model.
struct VariancePart {
    facespace::Text name;
    const char* key;
    double share;  ///< Of the sum of all.
};
std::vector<VariancePart> variancePartsOf(const MixedReport& report);

}  // namespace facespace::report
