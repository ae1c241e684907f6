#pragma once
#include <string>
#include <vector>

#include "core/analysis/view_dependence.h"
#include "core/common/job.h"
#include "core/compute/analysis_input.h"

/// Experiment 2 on a project: are identities coded in a view-dependent way?
namespace facespace {

struct ViewDependenceReport {
    std::string network, yawSource;    ///< "manifest" or "landmarks (solvePnP)".
    std::vector<double> yawDeg;        ///< N, the yaw used, NaN where there is none.
    std::vector<std::int32_t> unitOf;  ///< N, number of the unit of observation from 0.
    ViewDependence result;             ///< Its rows are positions in import order.
};

/// Errors as viewDependence() (says which images are lacking and what to import), and kNotFound, kInvalid of the scope.
Result<ViewDependenceReport> computeViewDependence(const Snapshot& snapshot, const AnalysisScope& scope,
                                                   const ViewDependenceOptions& options, const JobContext& job);

}  // namespace facespace
