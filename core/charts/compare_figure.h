#pragma once
#include "core/common/result.h"
#include "core/compute/compare_spaces.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"
#include "core/view/colouring.h"

namespace facespace::report {

struct CompareFigureOptions {
    ColouringOptions colouring;  ///< Of both maps; an empty key: the distance from the origin of the first network.
    bool privacy = false;        ///< Numbers stand for names.
};

/// The ranks of the images' distances from the origin in two networks.
figure::Chart ranksChart(const Comparison& comparison);
/// How many images keep which share of their neighbours.
figure::Chart sharedChart(const Comparison& comparison);

/// Two networks, or two maps: the images that both have on two maps beside each other in the same colours (left out if a
/// network has no map), the ranks of their distances from the origin (of two networks whose features differ in length), and
/// how many images keep which share of their neighbours.
/// Errors: kNotFound, kInvalid (no such column to colour by).
Result<figure::Figure> compareFigure(const Snapshot& snapshot, const Comparison& comparison,
                                     const CompareFigureOptions& options);

}  // namespace facespace::report
