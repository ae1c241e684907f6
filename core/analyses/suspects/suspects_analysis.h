#pragma once
#include "core/analyses/analysis.h"
#include "core/analysis/suspects.h"
#include "core/analysis/wrong_names.h"
#include "core/compute/duplicates.h"

namespace facespace {

/// Labels that look wrong, names that are wrong as a whole, and images that are there twice. Rows are positions in import
/// order.
struct SuspectsReport : Suspects {
    WrongNames names;
    Duplicates duplicates;
};

/// Findings: SuspectsReport.
const Analysis& suspectsAnalysis();

}  // namespace facespace
