#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/common/job.h"
#include "core/common/result.h"

/// Rank statistics with identity-clustered intervals. Pairs with a value that is not finite are left out.
namespace facespace {

struct StatisticsOptions {
    int bootstrap = 500;         ///< Resamples for 95 % intervals; 0: none.
    int kendallBootstrap = 200;  ///< The same for Kendall, which costs more.
    int permutations = 499;      ///< For the isotonic test; 0: none.
    std::uint64_t seed = 1;
};

struct RankCorrelation {
    Estimate spearman;     ///< ρ with average ranks for ties.
    double spearmanP = 1;  ///< Two-sided, Student's t with n − 2; takes images as independent: prefer the interval.
    Estimate kendall;      ///< τ-b (Kendall 1945), in O(n log n).
    double kendallP = 1;   ///< Two-sided, normal approximation with the variance corrected for ties.
    std::int64_t images = 0, identities = 0;
};
/// @param identity  one per value, the clusters of the bootstrap
/// Errors: kInvalid (fewer than three pairs, or a constant side; `xName`, `yName` are used in the sentence), kCancelled.
Result<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                        const std::vector<std::string>& identity, const StatisticsOptions& options,
                                        const JobContext& job, const std::string& xName = "x",
                                        const std::string& yName = "y");

struct PartialCorrelation {
    Estimate rho;       ///< Partial Spearman: of the residuals of both ranks on the controls' ranks.
    double pValue = 1;  ///< Two-sided, Student's t with n − 2 − controls.
    std::int64_t images = 0, identities = 0;
    std::vector<std::string> controls;  ///< Those held fixed.
    std::vector<std::string> notes;     ///< Controls that were left out because they do not vary.
};
struct Control {
    std::string name;
    std::vector<double> values;
};
/// Images that lack any of the values are left out. Errors as rankCorrelation.
Result<PartialCorrelation> partialRankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                                  const std::vector<Control>& controls,
                                                  const std::vector<std::string>& identity, const StatisticsOptions& options,
                                                  const JobContext& job, const std::string& xName = "x",
                                                  const std::string& yName = "y");

/// The monotone curve of least squared error (pool adjacent violators; Barlow et al. 1972).
struct IsotonicFit {
    std::vector<double> x, y;  ///< Distinct x ascending, fitted values.
    bool increasing = true;
    double r2 = 0;                 ///< Ē²: share of the variance of y explained by the monotone curve.
    std::optional<double> pValue;  ///< Of Ē² against flat, by permutation; the better of the two directions each time.
    std::int64_t images = 0;
};
/// The better of the rising and the falling fit, tested against flat. Labels are shuffled within identities, or between
/// them if most of the variance of y is there (PermutationScheme). Errors as rankCorrelation.
Result<IsotonicFit> isotonicTrend(const std::vector<double>& x, const std::vector<double>& y,
                                  const std::vector<std::string>& identity, const StatisticsOptions& options,
                                  const JobContext& job);

struct MedianBin {
    double xLow = 0, xHigh = 0, xMedian = 0;
    Estimate median;  ///< Of y.
    std::vector<std::int64_t> rows;
};
/// Medians of y in bins of x with about equally many images; equal x stay together. Errors as rankCorrelation.
Result<std::vector<MedianBin>> binnedMedians(const std::vector<double>& x, const std::vector<double>& y,
                                             const std::vector<std::string>& identity, int bins,
                                             const StatisticsOptions& options, const JobContext& job);

/// Plain values, without checks: NaN for fewer than two values or a constant side.
double spearmanRho(const std::vector<double>& x, const std::vector<double>& y);
double kendallTauB(const std::vector<double>& x, const std::vector<double>& y);
/// Least-squares monotone fit of y (with weights) in the given order.
std::vector<double> poolAdjacentViolators(const std::vector<double>& y, const std::vector<double>& weight, bool increasing);

}  // namespace facespace
