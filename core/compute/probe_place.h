#pragma once
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/map_options.h"
#include "core/projection/map_method.h"

/// For core/workflow alone.
namespace facespace {

/// Where a feature that is not in the project lies on one of its maps: as the map's method places it, nearer images counting
/// for more; among its neighbours if the images are no longer those the map was made from.
/// @param features  N × D, NaN rows where there is none.
/// Errors: kInvalid (no image of the map has a feature), kFormat, kCancelled.
Result<MapPlacer> probePlacer(const MapRecord& map, const FeatureMatrix& features, int neighbours, const JobContext& job);

}  // namespace facespace
