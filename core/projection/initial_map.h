#pragma once
#include <cstdint>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// The first principal components, scaled to a standard deviation of 1e-4 along the first, plus a jitter of a hundredth of
/// that drawn from the seed and each row's own values (so the order of rows does not matter, and equal rows stay together).
Result<Embedding> initialMap(const FeatureMatrix& x, int dims, std::uint64_t seed, const JobContext& job);

}  // namespace facespace
