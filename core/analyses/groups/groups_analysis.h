#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/groups_report.h"

namespace facespace {

/// Errors of verification by groups, as a column labels them. Its result is a GroupsReport.
const Analysis& groupsAnalysis();
std::vector<ColumnMeaning> groupsColumns();

}  // namespace facespace
