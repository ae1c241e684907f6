#pragma once
#include "core/compute/groups_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// The threshold to draw: that of the lowest false match rate that is resolved for all groups, else the first.
const GroupsAtThreshold* drawnPoint(const GroupRates& rates);
/// FMR and FNMR of each group at the common threshold, with intervals.
figure::Figure groupErrorsFigure(const GroupsReport& report);
/// FMR of each pair of groups over that of all, on a logarithmic scale of 2.
figure::Figure groupsAcrossFigure(const GroupRates& rates);
/// Densities of genuine and impostor scores by group.
figure::Figure groupScoresFigure(const GroupRates& rates);

}  // namespace facespace::report
