#pragma once
#include <string>
#include <vector>

#include "core/analysis/predictor.h"

/// The predictors that were fitted without one fold each, kept in the text of the predictor that was fitted to all.
namespace facespace {

/// The predictor's text (LinearPredictor::toJson) with those of the folds, of which fromJson() knows nothing.
std::string withFolds(const LinearPredictor& predictor, const std::vector<LinearPredictor>& folds);
/// Those, with what they share with `predictor`; none where the text has none, or of another dimension.
std::vector<LinearPredictor> foldsIn(const std::string& text, const LinearPredictor& predictor);

}  // namespace facespace
