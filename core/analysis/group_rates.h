#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"
#include "core/features/metric.h"

/// Do the errors of verification differ between groups of images, as they are labelled, at one threshold for all? (Grother,
/// Ngan and Hanaoka, NISTIR 8280, 2019; Grother, NISTIR 8429, 2022.)
namespace facespace {

struct GroupRateOptions {
    Metric metric = Metric::kCosine;
    std::vector<double> fmrTargets{1e-2, 1e-3};  ///< Of all impostor pairs; each gives the one threshold for all groups.
    int leaveOut = 500;  ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

/// Images labelled `first` against images labelled `second` (numbers of groups, first ≤ second).
struct GroupPairRate {
    std::int32_t first = 0, second = 0;
    std::int64_t impostorPairs = 0;
    Estimate fmr;          ///< At the common threshold. Without a false match there is no interval.
    Estimate toAll;        ///< FMR over that of all impostor pairs.
    bool resolved = true;  ///< Ten false matches or more.
};
/// Images of one group among themselves.
struct GroupRate {
    std::int32_t group = 0;
    std::int64_t images = 0, identities = 0, genuinePairs = 0, impostorPairs = 0;
    Estimate fmr, fnmr;
    Estimate fmrToMean, fnmrToMean;  ///< Over the geometric mean of all groups; NaN where a group has no error.
};
/// How far the groups are apart, from 1 (all alike). The intervals take in that the groups were chosen because they are
/// extreme (group_spread.h), so that choosing the largest of them does not make an effect.
struct GroupSpread {
    Estimate maxToMean;  ///< The largest over the geometric mean.
    Estimate maxToMin;   ///< The largest over the smallest.
    std::int32_t most = -1, least = -1;
};
struct GroupsAtThreshold {
    double fmrTarget = 0;
    double threshold = 0;               ///< Scores from here on are accepted; of all groups.
    double fmr = 0;                     ///< Of all impostor pairs; the most that is ≤ target.
    std::vector<GroupRate> groups;      ///< By number.
    std::vector<GroupPairRate> across;  ///< All pairs of groups, with themselves.
    GroupSpread fmrSpread, fnmrSpread;
};
/// Of the scores, without a threshold.
struct GroupScores {
    Estimate dPrime;  ///< As Verification::dPrime, of the group's own pairs.
    double genuineMean = 0, impostorMean = 0;
    std::vector<std::uint64_t> genuine, impostor;  ///< Pairs in equal bins of the score.
};

struct GroupRates {
    Metric metric = Metric::kCosine;
    std::vector<std::string> names;  ///< Of groups, by number.
    std::vector<GroupScores> scores;
    double scoreLow = 0, scoreHigh = 0;  ///< Of the bins.
    std::vector<GroupsAtThreshold> points;
    std::vector<Text> notes;
};

/// Rates are of pairs of images. Intervals leave each identity out in turn with all its pairs, and take in that the common
/// threshold is found again, to first order (its slope is that between the thresholds at two thirds and one and a half times
/// the target); of rates on the logit and of ratios on the log scale, Student's t by the identities of the smallest group
/// that goes in. A difference between groups may be the network's, or that of how the images came about.
/// @param group  of each row, a number from 0; −1: takes no part
/// @param names  of the groups; those without two identities and a genuine pair are left out, which a note says
/// Deterministic for any number of threads. Errors: kInvalid (fewer than two groups are left; says what to do), kCancelled.
Result<GroupRates> groupRates(const FeatureMatrix& x, const std::vector<std::string>& identity,
                              const std::vector<std::int32_t>& group, const std::vector<std::string>& names,
                              const GroupRateOptions& options, const JobContext& job);

/// Mean of a number over the images of each group, less the mean of all other images, with an interval that leaves out
/// identities. NaN values take no part.
struct GroupMean {
    std::int64_t images = 0;
    Estimate mean, toOthers;
};
Result<std::vector<GroupMean>> groupMeans(const std::vector<double>& values, const std::vector<std::string>& identity,
                                          const std::vector<std::int32_t>& group, std::int32_t groups,
                                          const GroupRateOptions& options, const JobContext& job);

}  // namespace facespace
