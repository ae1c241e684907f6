#pragma once
#include "core/analysis/suspects.h"
#include "core/common/job.h"
#include "core/workflow/analysis_input.h"

namespace facespace {

/// Labels of a project that look wrong; rows are positions in import order. Errors as findSuspects(), and kNotFound,
/// kInvalid of the scope.
Result<Suspects> suspectsOf(const Snapshot& snapshot, const AnalysisScope& scope, const SuspectOptions& options,
                            const JobContext& job);

}  // namespace facespace
