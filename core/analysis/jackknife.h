#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/analysis/folds.h"
#include "core/analysis/resampling.h"
#include "core/common/job.h"
#include "core/common/result.h"

namespace facespace {

/// Standard error of a statistic, from leaving clusters out, and its degrees of freedom (clusters left out less one).
struct StandardError {
    double value = 0;
    int df = 0;
    /// value ± t · error, Student's t with df; NaN bounds without an error.
    Estimate interval(double estimate, double level = 0.95) const;
    /// Two-sided p-value of `estimate` against `null`; NaN without an error.
    double pValue(double estimate, double null = 0) const;
};

struct JackknifeOptions {
    int most = 500;  ///< With more clusters, so many random groups of them are left out in turn.
    std::uint64_t seed = 1;
};

/// Leaves each cluster out in turn (Efron & Stein 1981; with groups of clusters Shao & Tu 1995, section 2.3). With Student's
/// t this holds its level from about ten clusters on, where percentile intervals of a bootstrap are too narrow (Cameron,
/// Gelbach & Miller 2008; the same as their CR3 for means). `statistics(weights, out)` gets 0 or 1 for each cluster and
/// writes out[0 … count-1]; it is called from several threads and must depend on its arguments only. A statistic that is
/// not finite with some cluster left out has no error (NaN), and neither have fewer than two clusters. Errors: kCancelled.
Result<std::vector<StandardError>> clusteredJackknife(
    std::int32_t clusters, std::size_t count,
    const std::function<void(const std::vector<std::int32_t>&, double*)>& statistics, const JackknifeOptions& options,
    const JobContext& job, const Text& stage = say("leaving identities out"));

/// Error of a statistic from its values with each turn left out; NaN with fewer than two, or one that is not finite.
StandardError jackknifeError(const std::vector<double>& leftOut);

/// The error of a statistic of pairs of clusters. Leaving a cluster out takes all its pairs away, so that what a pair has of
/// its own, and neither of its clusters has, is counted twice (Efron & Stein 1981): here it is taken out once, as in errors
/// of dyads (Aronow, Samii & Assenova 2015), but not more than half of the variance.
/// @param ofPairs  Σ over pairs of turns of the square of what the pair adds to the statistic, to first order
StandardError withoutPairs(StandardError error, double ofPairs);

/// In which turn each cluster is left out: each in its own, or in random groups where there are more than `most`.
struct LeaveOutTurns {
    std::vector<std::size_t> of;  ///< By cluster.
    std::size_t count = 0;        ///< 0 if there are fewer than two clusters or `most` is.
};
LeaveOutTurns leaveOutTurns(std::int32_t clusters, const JackknifeOptions& options);

/// Interval of a correlation whose error is that of atanh (Fisher 1921).
Estimate correlationInterval(double correlation, const StandardError& ofAtanh, double level = 0.95);

}  // namespace facespace
