#pragma once
#include <string>

#include "core/analysis/resampling.h"

namespace facespace {

/// How large an effect is. A p-value says that there is one; with thousands of images a tiny one is beyond chance.
enum class Grade { kNone, kWeak, kModerate, kStrong };
const char* termFor(Grade grade);

/// From which size on an effect is moderate and strong; what is beyond `nothing` but less is weak.
struct GradeLimits {
    double nothing, moderate, strong;
    std::string text(const std::string& figure) const;  ///< "R² above 0 is weak, from 0.13 moderate, from 0.26 strong".
};
/// Medium and large effects of Cohen (1988): f² of 0.15 and 0.35 as R², d of 0.5 and 0.8 as an AUC, r of 0.3 and 0.5.
/// Differences of two networks are of shares: 1 and 5 of 100 pairs. A share of two variances is moderate where the one is
/// twice the other, strong where it is four times.
struct GradeOptions {
    GradeLimits r2{0, 0.13, 0.26}, auc{0.5, 0.638, 0.714}, ratio{1, 1.5, 2.5}, difference{0, 0.01, 0.05};
    GradeLimits variance{0.5, 0.667, 0.8}, rho{0, 0.3, 0.5};
};

/// By the end of the interval that is nearer to nothing, so that a grade is never more than the data bear out; none if the
/// interval holds `nothing` or the effect is the other way. Without an interval: none.
Grade gradeOf(const Estimate& effect, const GradeLimits& limits);

}  // namespace facespace
