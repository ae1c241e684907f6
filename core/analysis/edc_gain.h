#pragma once
#include <string>
#include <vector>

#include "core/analysis/edc.h"
#include "core/analysis/edc_bands.h"
#include "core/analysis/units.h"

/// Which of several qualities foretells errors best: error versus discard of all of them over the same pairs.
namespace facespace {

/// How much less error a quality leaves than another, as a share of the error with nothing discarded: the mean over the
/// shares discarded, up to the limit, of the difference of their FNMR, by the FNMR at the start. 0: as much; above 0: less.
/// The interval is paired: the same identities are left out for both, with all their pairs, and the thresholds found again.
/// Both must be of the same pairs. NaN without intervals, or where nothing is rejected.
Estimate edcGain(const edc::TurnAreas& of, const edc::TurnAreas& over, double discardLimit, double level = 0.95);

/// Those that may be the best, by simultaneous comparisons with the one of least area (Hsu 1981, with Bonferroni's level):
/// that one, and every other of which the interval of its gain over it holds 0. Empty without intervals.
/// @param areas  of one FMR target
std::vector<std::size_t> maybeBest(const std::vector<edc::TurnAreas>& areas, double discardLimit);
/// The one of least area; areas.size() without any.
std::size_t leastArea(const std::vector<edc::TurnAreas>& areas);

/// How alike each image is to the others of its identity: the mean cosine to them, N; NaN where there is no other one.
std::vector<double> likenessToOwn(const FeatureMatrix& x, const std::vector<std::string>& identity);

/// A quality whose direction is not known, with the sign by which it rises with `target` on the identities of the other
/// folds, so that nothing of an image's own identity goes into its direction.
std::vector<double> directedOutOfFold(const std::vector<double>& quality, const std::vector<double>& target,
                                      const std::vector<std::string>& identity, int folds, std::uint64_t seed);

}  // namespace facespace
