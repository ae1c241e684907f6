#pragma once
#include <string>
#include <vector>

#include "core/analyses/analysis.h"
#include "core/analysis/effect_grade.h"
#include "core/compute/compare_verification.h"

/// Two networks beside each other over the same pairs.
namespace facespace {

/// One figure of two networks. Positive: larger in the first.
struct NetworkDifference {
    std::string figure;  ///< "auc", "eer", "tar" (1 − FNMR at a fixed FMR), "d_prime".
    std::string title;   ///< "1 − FNMR at FMR 0.001".
    double fmrTarget = kNoValue;
    double first = 0, second = 0;
    Estimate difference;
    std::string better;          ///< Network that the interval says is better; empty: cannot tell.
    std::optional<Grade> grade;  ///< Of shares only; none if neither is better.
    /// "“a” is better, weak difference", "cannot tell".
    std::string verdict() const;
};

/// From which size on a difference of shares (AUC, EER, 1 − FNMR) counts for more than weak.
inline const GradeLimits kDifferenceGrades = GradeOptions{}.difference;

/// Every figure of two networks; none if they were not compared over the same pairs, or without intervals.
std::vector<NetworkDifference> differencesOf(const VerifiedNetwork& first, const VerifiedNetwork& second,
                                             const GradeLimits& limits = kDifferenceGrades);
/// Of every two of them: table “verification_differences”.
Table differencesTable(const std::vector<VerifiedNetwork>& networks, const GradeLimits& limits = kDifferenceGrades);
/// The same for a page, with what the intervals are; empty with fewer than two.
std::vector<Block> differenceBlocks(const std::vector<VerifiedNetwork>& networks,
                                    const GradeLimits& limits = kDifferenceGrades);
/// Of its columns.
std::vector<ColumnMeaning> differenceColumns();

}  // namespace facespace
