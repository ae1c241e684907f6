#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/compute/prober.h"
#include "core/compute/table.h"

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

/// What becomes of one image as one number of its degradation grows.
struct ProbeSeries {
    const DegradationField* field = nullptr;
    std::shared_ptr<const ProbeStep> stored;
    std::vector<std::shared_ptr<const ProbeStep>> steps;
    bool unitLength = false;  ///< The network's features: their distance from the origin says nothing.
    std::vector<Text> notes;  ///< What the prober could not do, as sentences.
};
/// The row of an image that is named by its path in the project, or by its file. Errors: kNotFound.
Result<std::size_t> probeRow(const Snapshot& snapshot, const std::string& name);
/// The stored feature and every step of the sweep. Errors: those of Prober's, kCancelled.
Result<ProbeSeries> probeAlong(Prober& prober, std::size_t row, const ProbeSweep& sweep, const Degradation& base,
                               const JobContext& job);

/// probe (a row per step: degradation, distance, percentile, cosine to the stored feature, pose, place, neighbours) and
/// probe_neighbours. The first step is the stored feature.
/// @param first  the number of steps[0] where these are a part of all steps
std::vector<Table> makeTables(const std::vector<ProbeStep>& steps, const Prober& prober, std::size_t first = 0);

}  // namespace facespace
