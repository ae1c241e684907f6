#pragma once
#include <vector>

#include "core/analysis/near_pairs.h"

namespace facespace {

/// Of two sets of features of one network: for each row of either the `each` nearest rows of the other with a cosine of at
/// least `least`. Each pair once, `a` in the first and `b` in the second, the most alike first. Exact, by the bound of
/// cosine_bound.h with as many directions as a sample of the pairs says is cheapest. Rows without a direction are left out.
/// Deterministic for any number of threads. Precondition: both have the same number of columns; each is at least 1.
/// Errors: kCancelled.
Result<std::vector<NearPair>> nearestAcross(const FeatureMatrix& first, const FeatureMatrix& second, double least, int each,
                                            const JobContext& job);

}  // namespace facespace
