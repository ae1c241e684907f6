#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// Features of one network with what is always wanted of them.
struct FeatureSet {
    NetworkRecord network;
    FeatureMatrix features;       ///< N × D, NaN rows where there is none.
    std::vector<float> distance;  ///< N; ‖x‖ from the origin, NaN where there is none.
    std::int64_t count = 0;       ///< Rows that have a feature.
};

/// All of a project at one moment, immutable, shared between threads as shared_ptr<const Snapshot>.
/// "Row" means position in import order, 0 … imageCount()-1; every per-image vector here is indexed by row.
struct Snapshot {
    std::filesystem::path projectFile;
    ImageSet images;                ///< root is absolute and current.
    std::vector<ImageId> imageIds;  ///< Per row.
    std::vector<std::shared_ptr<const FeatureSet>> featureSets;
    std::vector<MapRecord> maps;
    std::vector<TrustRecord> trust;
    std::vector<PredictionRecord> predictions;
    MeasuresRecord measures;
    std::vector<std::vector<std::string>> tags;  ///< Per row.
    std::vector<std::string> notes;              ///< Per row, "" if none; empty if no image has one.
    std::vector<SelectionRecord> selections;     ///< By name.
    std::map<std::string, std::string> views;    ///< Settings of the project under "view/…".
    bool anonymous = false;  ///< Numbers stand for names (anonymous.h): faces are shown blurred beyond recognition.
    std::vector<std::string> paths{};  ///< Per row, from the images' folder, if the images' own are numbers; else empty.

    std::size_t imageCount() const { return images.images.size(); }
    /// From the images' folder, by which files of others name it; not for showing.
    const std::string& pathOf(std::size_t row) const { return paths.empty() ? images.images[row].path : paths[row]; }
    /// Absolute; empty for labels without images.
    std::filesystem::path imageFile(std::size_t row) const;
    const FeatureSet* featureSet(NetworkId network) const;
    /// By name, or the only/first one if the name is empty; null if there is none.
    const FeatureSet* featureSet(const std::string& networkName) const;
    const TrustRecord* trustOf(MapId map) const;
    const PredictionRecord* prediction(NetworkId network, const std::string& target) const;
};

/// Whether the image files are there: true if at least one of a few (spread over the set) exists. False for labels without
/// images. Touches the disk; not for a paint event.
bool imagesPresent(const Snapshot& snapshot);

/// Reads a project. All of it is of one moment. Feature sets of `previous` that did not change since are shared,
/// not read again.
Result<std::shared_ptr<const Snapshot>> loadSnapshot(const Project& project, const Snapshot* previous = nullptr);

}  // namespace facespace
