#pragma once
#include <string>
#include <vector>

#include "core/project/snapshot.h"

namespace facespace {

/// Whether the images carry columns that only whoever rendered them can know.
bool isRendered(const ImageSet& set);
/// Whether a network's "training_set" says that it was trained on rendered faces.
bool saysRendered(std::string trainingSet);

/// Caveats where a network says in its descriptor that it was trained on rendered faces, or the images carry the columns of
/// rendered ones: one sentence each, for anyone who reads what was found of them.
std::vector<std::string> renderedCaveats(const Snapshot& snapshot, const std::vector<NetworkRecord>& networks);

}  // namespace facespace
