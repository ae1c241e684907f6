#pragma once
#include <Eigen/Core>

#include "core/analysis/resampling.h"

namespace facespace::groups {

/// Logarithms of one rate of some groups, and how sure they are.
struct LogRates {
    Eigen::VectorXd values;
    Eigen::MatrixXd differences;  ///< Of every two, the variance of their difference.
    int df = 0;
};

/// How far groups are apart, 0 if they are alike. Does not change if all values move by the same.
using SpreadOf = double (*)(const Eigen::VectorXd& values);
double largestOverMean(const Eigen::VectorXd& values);
double largestOverSmallest(const Eigen::VectorXd& values);

/// The spread with its 95 % interval, which takes in that the extreme groups were chosen because they are extreme. Its lower
/// end is the smallest spread of which sets as this one would have what was found: simulated (multivariate Student's t,
/// always the same draws), with those groups alike that errors do not tell apart. Its upper end holds for whichever groups
/// are truly the extremes. Where all groups are alike the spread can only be found too large: then the 5 % are all on that
/// side, and half of them where groups are far apart. No bounds without errors.
Estimate spreadInterval(const LogRates& logs, SpreadOf spread);

}  // namespace facespace::groups
