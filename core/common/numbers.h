#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

/// One definition of each number that is taken of a list of values, wherever the program shows it. A NaN among the values is
/// one that is not known, and is left out.
namespace facespace {

/// A number that is not known.
inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
inline constexpr float kNoValueFloat = std::numeric_limits<float>::quiet_NaN();

/// Linear between the order statistics around (n − 1) q: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
/// statistical packages", The American Statistician 50, 1996, pages 361–365.
/// @param q  0 … 1.  @return NaN without values.
double quantile(std::vector<double> values, double q);

/// quantile(values, ½): the middle value, or the mean of the two middle ones.
double median(std::vector<double> values);

/// The median of values each of which is there several times, as a bootstrap drew it: that of the longer list.
/// @param sorted  values that rise, without NaN, and how often each is there (0 or more).  @return NaN without any.
double countedMedian(const std::vector<std::pair<double, std::int32_t>>& sorted);

/// The median of values that count for more or less: each stands at the middle of its weight, and between two of them it is
/// read linearly (type 5 of Hyndman and Fan with weights). With equal weights it is the median.
/// @param values  one or more, without NaN.  @param weights  one per value, above 0.
double weightedMedian(const std::vector<double>& values, const std::vector<double>& weights);

/// Percentile rank, 0 … 100: the share of the values that are smaller, and half of those that are equal (L. Crocker and
/// J. Algina, "Introduction to Classical and Modern Test Theory", 1986, chapter 19). The value need not be one of them.
/// @param sorted  values that rise, without NaN.  @return NaN without values, or if `value` is NaN.
template <class T>
double percentileRank(const std::vector<T>& sorted, T value) {
    if (sorted.empty() || std::isnan(value)) return kNoValue;
    const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
    const auto below = static_cast<double>(low - sorted.begin()), upTo = static_cast<double>(high - sorted.begin());
    return 100 * (below + upTo) / 2 / static_cast<double>(sorted.size());
}
/// Of each value among all of them; NaN for NaN.
std::vector<double> percentileRanks(const std::vector<double>& values);

/// The positions of values at percentiles: for each the `count` values next in rank to where quantile() reads it, in rising
/// order (equal ones by position). No position is there twice: of percentiles that are close together the later ones move
/// up, and where there are too few values for all of them each gets an equal number, or none.
/// @param percentiles  0 … 100, rising.  @param count  at least 1.
std::vector<std::vector<std::int64_t>> rowsAtPercentiles(const std::vector<double>& values,
                                                         const std::vector<double>& percentiles, int count);

/// What the lengths of features of unit length differ by at most, relative to the length: float32 rounding in the network.
inline constexpr double kLengthRounding = 1e-3;
/// Whether a feature of this length was normalised.
inline bool isUnitLength(double length) { return std::abs(length - 1) <= kLengthRounding; }
/// Whether all distances are the same but for that rounding, so that nothing can be said of their order. True without
/// values.
bool allTheSame(const std::vector<double>& distances);

}  // namespace facespace
