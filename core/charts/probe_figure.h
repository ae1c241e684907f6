#pragma once
#include "core/common/result.h"
#include "core/compute/probe_tables.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"

namespace facespace::report {

struct ProbeFigureOptions {
    double widthMm = figure::kTwoColumnsMm;
    figure::Style style;
    bool privacy = false;  ///< Faces are blurred, and a number stands for the image.
};

/// The distance from the origin, or the cosine to the stored feature where all features have unit length, over the
/// degradation, with the stored value dashed; without layers while there is no step.
/// @param whole  the axis covers all that the degradation can be, also where steps are still to come
figure::Chart probeChart(const ProbeSeries& series, bool whole = false);

/// What becomes of one face as one degradation grows: the faces as the network sees them, and below them the distance from
/// the origin, the cosine to the stored feature, the predicted yaw and the rank of the own identity over the degradation,
/// with the stored value dashed. What is not known has no panel.
/// Errors: kInvalid (fewer than two values of the degradation).
Result<figure::Figure> probeFigure(const Snapshot& snapshot, const ProbeSeries& series, const ProbeFigureOptions& options);

}  // namespace facespace::report
