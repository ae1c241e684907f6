#pragma once
#include <string>
#include <vector>

#include "core/extraction/extraction.h"

namespace facespace {

/// Several inner layers of one network, which are computed in one pass over the images.
struct LayerSet {
    NetworkDescriptor network;             ///< Returns them all, one behind the other.
    std::vector<NetworkDescriptor> parts;  ///< Each layer by itself, as it is kept: named “NAME LAYER”.
};

/// @param layers  Names that networkLayers() lists, each once; kept in the order in which the network makes them. @param
/// name  Of the features before the layer's; empty: the network's. Errors: kInvalid (none, one twice, more numbers than a
/// feature can have), kNotFound (no such layer), those of networkLayers.
Result<LayerSet> layerSet(const NetworkDescriptor& network, std::vector<std::string> layers, const std::string& name,
                          const NetworkHostOptions& host, const JobContext& job);

/// extractFeatures() of all layers at once, each kept as features of its own. Numbers are those of a layer taken alone but
/// for their last digits: a library computes in one what lies between two layers that nobody asked for. After a break go on
/// with the same layers. ExtractOptions::name does not matter. @return one summary for each part
Result<std::vector<ExtractSummary>> extractLayers(Project& project, const LayerSet& layers, const ExtractOptions& options,
                                                  const JobContext& job);

/// The descriptor that stands for the features of `record`: of those of extractLayers() the file names no layer.
NetworkDescriptor asExtracted(NetworkDescriptor descriptor, const NetworkRecord& record);

}  // namespace facespace
