#pragma once
#include "core/analysis/ageing.h"
#include "core/compute/analysis_input.h"
#include "core/compute/times.h"

namespace facespace {

struct AgeingReport {
    std::string network;
    std::string column;
    TimeKind kind = TimeKind::kDates;
    Metric metric = Metric::kCosine;
    Ageing found;
};

/// Genuine scores against the time between two images. @param column  as timesOf(). Errors: as timesOf() and ageing().
Result<AgeingReport> computeAgeing(const Snapshot& snapshot, const AnalysisScope& scope, const std::string& column,
                                   const AgeingOptions& options, const JobContext& job);

}  // namespace facespace
