#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/workflow/probe_of.h"
#include "core/workflow/table.h"

namespace facespace {

/// Values of one number of the degradation, evenly spaced, the others as they are.
struct ProbeSweep {
    const DegradationField* field = nullptr;
    double from = 0, to = 0;
    int steps = 2;  ///< At least 2, or 1 with from = to.

    std::vector<Degradation> over(const Degradation& base) const;
};
/// "blur=0:8:9": from 0 to 8 in 9 steps. Errors: kInvalid (says what is expected).
Result<ProbeSweep> probeSweepFromString(const std::string& text);

/// probe (a row per step: degradation, distance, percentile, cosine to the stored feature, pose, place, neighbours) and
/// probe_neighbours. The first step is the stored feature.
std::vector<Table> tablesOf(const std::vector<ProbeStep>& steps, const Prober& prober);

}  // namespace facespace
