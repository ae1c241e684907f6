#pragma once
#include "core/analysis/population_code.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// What random subsets of units tell: the AUC of identity and the accuracy of classes; beside it the error of yaw.
figure::Figure subsetsFigure(const PopulationCode& code);
/// η² of every unit, the largest first, of identity and each attribute.
figure::Figure unitsFigure(const PopulationCode& code);
/// AUC of identity with the first principal components left out.
figure::Figure componentsFigure(const PopulationCode& code);

}  // namespace facespace::report
