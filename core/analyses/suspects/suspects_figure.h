#pragma once
#include "core/analysis/suspects.h"
#include "core/analysis/wrong_names.h"
#include "core/charts/face_groups.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/duplicates.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"

namespace facespace::report {

/// Suspects drawn, largest margin first.
using SuspectsFigureOptions = FaceGroupOptions;

/// Labels that look wrong, as faces: each image beside one that stands for the identity it is labelled as, and one of the
/// identity that it is nearer to, with the cosines to both centroids. An image that cannot be read leaves a grey square.
/// Errors: kInvalid (no label looks wrong), kCancelled.
Result<figure::Figure> suspectsFigure(const Snapshot& snapshot, const Suspects& suspects,
                                      const SuspectsFigureOptions& options, const JobContext& job);

/// Names that look like two people: two faces of each half, the most typical ones. Errors: kInvalid (none), kCancelled.
Result<figure::Figure> mixedNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                        const SuspectsFigureOptions& options, const JobContext& job);
/// Names that look like one person: a face of each. Errors: kInvalid (none), kCancelled.
Result<figure::Figure> sameNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                       const SuspectsFigureOptions& options, const JobContext& job);
/// Images that are there twice. Errors: kInvalid (none), kCancelled.
Result<figure::Figure> duplicatesFigure(const Snapshot& snapshot, const Duplicates& duplicates,
                                        const SuspectsFigureOptions& options, const JobContext& job);

}  // namespace facespace::report
