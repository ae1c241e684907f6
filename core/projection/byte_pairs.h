#pragma once
#include "core/common/job.h"
#include "core/projection/neighbours.h"
#include "core/projection/row_clusters.h"

namespace facespace {

/// Writes the neighbours of all rows by products of eight-bit values of every pair, once: what is kept is held against the
/// rows themselves. For rows of which each has to be held against nearly half of the others, which this does at half the
/// price; only where kernels().nearBytes is. @param graph  Of its size, by the input's rows. @return false where a row has
/// fewer than graph.k.
bool searchPairsByBytes(const RowClusters& clusters, NeighbourGraph& graph, const JobContext& job);

}  // namespace facespace
