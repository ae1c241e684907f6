#pragma once
#include <nlohmann/json.hpp>

#include "core/compute/map_options.h"
#include "core/compute/networks.h"

/// For core/workflow alone: a map method run on the features of a project.
namespace facespace {

struct Mapped {
    Embedding coordinates;  ///< Of the images with features.
    nlohmann::json parameters;
};

/// What a running map is watched and steered by.
struct MapWatch {
    const MapObserver& observer;
    const MapControl* control;
};

/// @param start  rows of an earlier map, NaN for new images, for a method that continues; null: from the beginning.
Result<Mapped> runMapMethod(const PresentFeatures& present, const MapOptions& options, const Embedding* start,
                            const MapWatch& watch, const JobContext& job);

/// Where other features lie on a map of the project, given the features of the images on it and their places.
/// Errors: kInvalid (an unknown method, other features than it was made from), kFormat, kCancelled.
Result<MapPlacer> placerFor(const MapRecord& map, FeatureMatrix features, Embedding places, PlacementOptions options,
                            const JobContext& job);

Result<MapRecord> mapNamed(const Project& project, const std::string& name);

}  // namespace facespace
