#pragma once
#include <vector>

#include "core/compute/prediction_report.h"
#include "core/compute/quality_report.h"
#include "core/compute/table.h"
#include "core/compute/view_dependence_report.h"

/// What experiments 1 to 3 went by, image by image: with the exported features these tables are all that it takes to compute
/// their figures again elsewhere (tests/e2e/recompute_experiments.py). All are large.
namespace facespace {

/// prediction_images (label, unit of observation, fold, prediction out of fold) and prediction_folds (penalty of each fold,
/// the penalties tried, the seed).
std::vector<Table> makeObservationTables(const std::vector<TargetReport>& reports, const Snapshot& snapshot);
/// view_images: the images of each cell, by identity and view, with yaw and unit of observation.
Table makeObservationTables(const ViewDependenceReport& report, const Snapshot& snapshot);
/// quality_images: distance, unit of observation, and a column for each measure under its key.
Table makeObservationTables(const QualityReport& report, const Snapshot& snapshot);

}  // namespace facespace
