#pragma once
#include <optional>
#include <vector>

#include "core/analysis/verification.h"

namespace facespace {

/// One pair of a list, in its order.
struct ScriptPair {
    double squaredDistance = 0;  ///< Of the features at unit length: 2 − 2 cos, 0 … 4.
    bool genuine = false;
};

/// See Verification::ScriptAccuracy; scikit-learn's KFold(10) without shuffling, as calculate_roc() of
/// insightface/recognition/*/verification.py and of facenet/src/facenet.py. Nothing for fewer pairs than folds.
std::optional<Verification::ScriptAccuracy> scriptAccuracy(const std::vector<ScriptPair>& pairs, int folds = 10);

}  // namespace facespace
