#pragma once
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/projection/neighbours.h"

namespace facespace {

struct PlacementOptions {
    int neighbours = 10;  ///< At least 1; fewer images give fewer.
    Metric metric = Metric::kEuclidean;
    /// Nearer images count for more, by 1/d², in a median that is read between two values: as the new image moves in the
    /// feature space its place moves without leaps, and one that equals an image lies on it. For an image that changes.
    bool weighted = false;
};

/// Places new images on an existing map without moving it: each lies at the median, axis by axis, of the map positions of
/// its nearest images (Kobak & Berens 2019, "Positioning new points").
/// @param x    N × D features of the images on the map.  @param map  N × dims.  @param added  M × D.
/// @return M × dims. Errors: kInvalid (sizes differ, values not finite), kCancelled.
Result<Embedding> placeOnMap(const FeatureMatrix& x, const Embedding& map, const FeatureMatrix& added,
                             const PlacementOptions& options = {}, const JobContext& job = {});

}  // namespace facespace
