#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"

/// Rank statistics whose intervals and p-values go by identities (by units where there is one identity), never by frames.
/// Pairs with a value that is not finite are left out.
namespace facespace {

struct StatisticsOptions {
    int bootstrap = 500;            ///< Resamples of identities for 95 % intervals of medians; 0: no intervals at all.
    int leaveOut = 500;             ///< Identities, or random groups of them, left out in turn for correlations.
    int kendallLeaveOut = 200;      ///< The same for Kendall, which costs more.
    double smallestReversal = 0.2;  ///< Of a trend, in standard deviations between units: a smaller one does not count.
    std::uint64_t seed = 1;
};

struct RankCorrelation {
    Estimate spearman;     ///< ρ with average ranks for ties.
    double spearmanP = 1;  ///< Two-sided, of no correlation; by leaving identities out (jackknife.h). NaN without intervals.
    Estimate kendall;      ///< τ-b (Kendall 1945), in O(n log n).
    double kendallP = 1;   ///< The same of τ.
    std::int64_t images = 0, units = 0, identities = 0;
};
/// @param units  one row per value
/// Errors: kInvalid (fewer than three pairs, or a constant side; `xName`, `yName` are used in the sentence), kCancelled.
Result<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                                        const StatisticsOptions& options, const JobContext& job,
                                        const std::string& xName = "x", const std::string& yName = "y");

struct PartialCorrelation {
    Estimate rho;       ///< Partial Spearman: of the residuals of both ranks on the controls' ranks.
    double pValue = 1;  ///< Two-sided, as RankCorrelation::spearmanP.
    std::int64_t images = 0, units = 0, identities = 0;
    std::vector<std::string> controls;  ///< Those held fixed.
    std::vector<Text> notes;            ///< Controls that were left out because they do not vary.
};
struct Control {
    std::string name;
    std::vector<double> values;
};
/// Images that lack any of the values are left out. Errors as rankCorrelation.
Result<PartialCorrelation> partialRankCorrelation(const std::vector<double>& x, const std::vector<double>& y,
                                                  const std::vector<Control>& controls, const Units& units,
                                                  const StatisticsOptions& options, const JobContext& job,
                                                  const std::string& xName = "x", const std::string& yName = "y");

/// What a measure does as the distance grows.
enum class TrendShape {
    kCannotTell,  ///< The data allow several of the others.
    kFlat,        ///< Any change that counts is excluded.
    kRises,       ///< Throughout: a rise, and any fall that counts is excluded.
    kFalls,
    kRisesThenFalls,
    kFallsThenRises,
};
/// A change of y between two percentiles of x (5, 10, … 95), in standard deviations of y between units.
struct TrendChange {
    double from = 0, to = 0;  ///< Percentiles of x, 0 … 100; NaN if the curve never moves that way.
    Estimate size;            ///< low: simultaneous over all pairs of percentiles; high: what any such change may reach.
};
/// y over x on the means of units. Two curves: the monotone one of least squared error (pool adjacent violators; Barlow et
/// al. 1972), and an unconstrained smooth (smooth_curve.h), which says whether monotone is what y is. "Rises" needs both a
/// rise beyond chance anywhere and every fall of `smallestReversal` or more excluded at 5 % (an intersection-union test,
/// Berger 1982); "rises, then falls" needs both beyond chance, each of at least that size.
struct Trend {
    std::vector<double> x, y;  ///< Monotone curve: distinct x of units ascending, fitted values.
    bool increasing = true;    ///< The better of the two directions.
    double r2 = 0;             ///< Share of the variance of y that the monotone curve explains.
    TrendShape shape = TrendShape::kCannotTell;
    std::optional<double> turn;    ///< Percentile of x at which the smooth turns, for the two shapes that turn.
    std::vector<Estimate> smooth;  ///< At 0, 5, … 100 % of x, with pointwise intervals; empty without intervals.
    double smoothR2 = 0;
    TrendChange rise, fall;        ///< The largest of each.
    std::optional<double> pValue;  ///< Of a flat curve; none without intervals.
    std::int64_t images = 0, units = 0, identities = 0;
};
/// Errors as rankCorrelation.
Result<Trend> trendOf(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                      const StatisticsOptions& options, const JobContext& job);

struct MedianBin {
    double xLow = 0, xHigh = 0, xMedian = 0;
    Estimate median;  ///< Of y.
    std::vector<std::int64_t> rows;
};
/// Medians of y in bins of x with about equally many images; equal x stay together. Errors as rankCorrelation.
Result<std::vector<MedianBin>> binnedMedians(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                                             int bins, const StatisticsOptions& options, const JobContext& job);

/// Plain values, without checks: NaN for fewer than two values or a constant side.
double spearmanRho(const std::vector<double>& x, const std::vector<double>& y);
double kendallTauB(const std::vector<double>& x, const std::vector<double>& y);
/// Least-squares monotone fit of y (with weights) in the given order.
std::vector<double> poolAdjacentViolators(const std::vector<double>& y, const std::vector<double>& weight, bool increasing);

}  // namespace facespace
