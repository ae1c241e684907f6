#pragma once
#include <vector>

#include "core/compute/compare_spaces.h"
#include "core/compute/discard_report.h"
#include "core/compute/prediction_report.h"
#include "core/compute/quality_report.h"
#include "core/compute/table.h"
#include "core/compute/verification_report.h"
#include "core/compute/view_dependence_report.h"

/// The analyses' results as tables, the same for the command line, the report and the window's "copy as CSV". Images are
/// named by their path.
namespace facespace {

/// How pairs are scored: its name in files, and what people call it.
Table::Cell metricWord(Metric metric);

/// prediction (one row per network and target), prediction_features, prediction_confusion.
std::vector<Table> makeTables(const std::vector<TargetReport>& reports);
/// view_test, view_identities, view_features, and the matrices view_t, view_df, view_p, view_adjusted_p, view_hedges_g,
/// view_squared_effect.
std::vector<Table> makeTables(const ViewDependenceReport& report);
/// quality_relations, quality_near_origin, quality_medians, quality_isotonic, quality_smooth, quality_mosaics.
std::vector<Table> makeTables(const QualityReport& report, const Snapshot& snapshot);
/// edc_areas, edc_curves.
std::vector<Table> makeTables(const DiscardReport& report);
/// verification, verification_points, verification_curve, verification_scores, verification_worst.
std::vector<Table> makeTables(const VerificationReport& report, const Snapshot& snapshot);
/// compare, compare_identities, compare_images (of the images asked for, all that one or both have; an image that one lacks
/// has no shares), and if asked compare_neighbours, every image's neighbours in both, the nearest first.
std::vector<Table> makeTables(const Comparison& comparison, const Snapshot& snapshot, bool neighbours);

}  // namespace facespace
