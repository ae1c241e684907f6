#pragma once
#include <string>
#include <vector>

#include "core/analysis/layer_probes.h"
#include "core/compute/analysis_input.h"

/// What is coded where in a network whose layers are kept as features.
namespace facespace {

struct LayersAnalysisOptions {
    /// Names of the features of each layer, from the input on. Empty: those of one network that were extracted from inner
    /// layers, as they came into the project, and its own features last.
    std::vector<std::string> layers;
    /// Columns, yaw, pitch, media. Empty: yaw, pitch, media, classes of people, and measures of quality.
    std::vector<std::string> attributes;
    LayerProbeOptions probes;
};

struct LayersReport {
    std::string network;              ///< What the names of the layers have in common, or the last one.
    std::vector<std::string> names;   ///< Of the features.
    std::vector<std::string> layers;  ///< For people: the layer's name within the network.
    LayerProbes probes;
};

/// Which features are layers of one network, from the input on. @param network  only those that go with these features
std::vector<const FeatureSet*> layersOf(const Snapshot& snapshot, const std::string& network);

/// Errors as layerProbes(), kNotFound (features, column), kInvalid (no layers; says how to extract them).
Result<LayersReport> computeLayers(const Snapshot& snapshot, const AnalysisScope& scope,
                                   const LayersAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
