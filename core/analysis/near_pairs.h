#pragma once
#include <cstdint>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Two rows, a < b, and the cosine of their features.
struct NearPair {
    std::int64_t a = 0, b = 0;
    double cosine = 0;
};

/// All pairs of rows with a cosine of at least `least`, the most alike first, at most `most`. Exact: a bound that no cosine
/// exceeds is computed first, that of the parts in the 63 main directions of the set plus the product of the lengths of what
/// is left (Cauchy-Schwarz). Rows without a direction are left out. Deterministic for any number of threads.
/// @param group  pairs of equal group are left out; one per row
/// @param found  how many there are; may be more than are returned
/// Errors: kCancelled.
Result<std::vector<NearPair>> nearPairs(const FeatureMatrix& x, const std::vector<std::int32_t>& group, double least,
                                        std::size_t most, std::int64_t& found, const JobContext& job);

}  // namespace facespace
