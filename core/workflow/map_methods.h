#pragma once
#include <nlohmann/json.hpp>
#include <optional>

#include "core/projection/neighbours.h"
#include "core/projection/tsne.h"
#include "core/workflow/map_options.h"
#include "core/workflow/networks.h"

/// For core/workflow alone: the methods behind `mapInto`.
namespace facespace {

struct Mapped {
    Embedding coordinates;  ///< Of the images with features.
    nlohmann::json parameters;
};

/// What t-SNE and UMAP are watched and steered by.
struct MapWatch {
    const MapObserver& observer;
    const MapControl* control;
};

Result<void> checkMapOptions(const MapOptions& options);
/// Errors: kInvalid.
Result<Metric> metricNamed(const std::string& name);
/// The engine's options for a map of so many images.
Result<TsneOptions> tsneOptions(const MapOptions& options, std::size_t images);

/// @param start  t-SNE: rows of an earlier map, NaN for new images; null: from the beginning.
Result<Mapped> runMapMethod(const PresentFeatures& present, const MapOptions& options, const Embedding* start,
                            const MapWatch& watch, const JobContext& job);

Result<MapRecord> mapNamed(const Project& project, const std::string& name);

}  // namespace facespace
