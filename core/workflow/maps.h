// Maps that are kept in the project.
#pragma once
#include <cstdint>
#include <string>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/map_options.h"
#include "core/project/project.h"

namespace facespace {

/// Computes a map of all images that have features and stores it. Errors: kInvalid, kNotFound, kCancelled.
Result<MapRecord> storeMap(Project& project, const MapOptions& options, const JobContext& job,
                           const MapObserver& observer = {}, const MapControl* control = nullptr);

struct PlaceOptions {
    std::string map;      ///< The map's name.
    std::string name{};   ///< Stored under this name; empty: in place of the map.
    int neighbours = 10;  ///< But for PCA: each new image lies at the median of so many nearest images.
};
struct PlaceReport {
    MapRecord map;
    std::int64_t placed = 0;
};
/// Places images that got features after a map was made, without moving the others. PCA maps: by projection.
/// Errors: kNotFound (no such map), kInvalid, kCancelled.
Result<PlaceReport> placeImages(Project& project, const PlaceOptions& options, const JobContext& job);

}  // namespace facespace
