#pragma once
#include "core/charts/face_groups.h"
#include "core/compute/overlap_report.h"

/// What two projects have in common, drawn.
namespace facespace::report {

/// Identities by how near the nearest one of the other project is, and the nearest other one of their own, with the limit.
/// No layers if there is nothing to draw.
figure::Chart overlapChart(const OverlapReport& report, const Snapshot& snapshot);
figure::Figure overlapFigure(const OverlapReport& report, const Snapshot& snapshot);

/// A face of each identity that is in both. Errors: kInvalid (none), kCancelled.
Result<figure::Figure> sharedIdentitiesFigure(const Snapshot& snapshot, const OverlapReport& report,
                                              const FaceGroupOptions& options, const JobContext& job);
/// Both images of a picture that is in both. Errors: kInvalid (none), kCancelled.
Result<figure::Figure> sharedImagesFigure(const Snapshot& snapshot, const OverlapReport& report,
                                          const FaceGroupOptions& options, const JobContext& job);

}  // namespace facespace::report
