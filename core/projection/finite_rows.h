#pragma once
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// kInvalid with a sentence naming the first row that is not finite, or when there are no rows or columns.
tl::expected<void, Error> checkFiniteRows(const FeatureMatrix& x);

}  // namespace facespace
