#pragma once
#include <string>
#include <vector>

#include "core/analysis/edc.h"
#include "core/analysis/statistics.h"

namespace facespace {

/// With fewer, an interval of a share would be far too wide, or, where it were chosen by what was found, too narrow.
constexpr double kFewestPoor = 10;

/// What the units nearest to the origin are like, against all others. A correlation over the whole range of distances does
/// not say it: it can be small where the few nearest are all poor, and clear where they are like the rest.
struct NearOrigin {
    double share = 0;                        ///< Of the units, those of the least mean distance: 0.05 is the nearest 5 %.
    std::int64_t units = 0, identities = 0;  ///< Near.
    /// Shares of poor images among the near units and among the rest, and their ratio (near over rest). Intervals on the
    /// scale of the logit and of the logarithm, none where a share is 0. Of the share near there is none where fewer than
    /// kFewestPoor poor units would be among so many anywhere; of both shares none where the poorest tenth is poor, which
    /// ties them to each other. NaN if it is not known whether more of the measure is better.
    Estimate poorNear, poorRest, ratio;
    Estimate difference;  ///< Mean of the measure, near less rest, in its unit.
    double inSd = 0;      ///< The same in standard deviations between units.
};

/// Which values are poor.
struct PoorValues {
    double limit = 0;
    bool above = true;   ///< From the limit upwards, else from it downwards.
    bool tenth = false;  ///< The limit is that of the poorest tenth.
    bool operator()(double value) const { return above ? value >= limit : value <= limit; }
};
/// The limit that the measure names, the poor one of two values, or else the poorest tenth. None if it is not known whether
/// more is better, or no value is finite.
std::optional<PoorValues> poorValues(const QualityColumn& measure);

/// One entry per share. Intervals leave identities out in turn, with no more degrees of freedom than identities near the
/// origin less one. Errors as rankCorrelation.
Result<std::vector<NearOrigin>> nearOrigin(const std::vector<double>& distance, const QualityColumn& measure,
                                           const Units& units, const std::vector<double>& shares,
                                           const StatisticsOptions& options, const JobContext& job);

}  // namespace facespace
