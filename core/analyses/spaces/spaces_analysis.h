#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/spaces_report.h"

namespace facespace {

/// Two networks as spaces, and what people say of faces. Its result is a SpacesReport.
const Analysis& spacesAnalysis();
std::vector<ColumnMeaning> spacesColumns();

}  // namespace facespace
