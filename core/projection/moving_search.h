#pragma once
#include "core/projection/neighbours.h"
#include "core/projection/optimiser.h"
#include "core/projection/tsne.h"

namespace facespace {

/// How many parts the search for neighbours should have for the map to move meanwhile: 0 where it is over before that could
/// be seen, where neighbours are approximate, or where the options do not want it.
int movingParts(const FeatureMatrix& x, const TsneOptions& options);

/// Exact neighbours, found in parts; between parts the optimiser makes its first `options.searchIterations` iterations with
/// affinities of the neighbours found so far. Everything happens at fixed points of the search: the same for any number of
/// threads. @param placed  Told the map after every part.
Result<NeighbourGraph> searchWhileMoving(const FeatureMatrix& x, int k, int parts, const TsneOptions& options,
                                         const Embedding& start, TsneOptimiser& optimiser, const Tsne::Placed& placed,
                                         const JobContext& job);

}  // namespace facespace
