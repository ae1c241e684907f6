#pragma once
#include "core/projection/affinities.h"

namespace facespace {

/// UMAP's fuzzy union of the neighbour graphs of all points (McInnes et al. 2018, algorithms 2 and 3): weights 0 … 1,
/// symmetric, in sparse rows (padded like Affinities).
Affinities fuzzyUnion(const NeighbourGraph& graph);

}  // namespace facespace
