#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/verification.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

/// Error versus discard: how the false non-match rate falls as the pairs of lowest quality are set aside (Grother & Tabassi
/// 2007; Schlett et al. 2023; ISO/IEC 29794-1). The quality of a pair is the lower one of its two images.
namespace facespace {

struct EdcOptions {
    std::vector<double> fmrTargets{1e-2, 1e-3, 1e-4};
    double discardLimit = 0.2;  ///< Up to which share of genuine pairs the area is taken; above 0, below 1.
    int curvePoints = 300;      ///< Of the thinned curve; areas are of the full one.
    int randomRepeats = 10;     ///< Random qualities that are averaged for the "random" curve.
    std::uint64_t seed = 1;
};

/// A quality measure, larger is better (negate those that are the other way). NaN: not known.
struct QualityColumn {
    std::string name;
    std::vector<double> values;
    int better = 0;                        ///< For nearOrigin(): 1 more is better, -1 less, 0 not known.
    std::optional<double> poorLimit{};     ///< From where on it is poor; none: see poorValues().
    std::vector<std::string> sameThing{};  ///< Others that measure the same, so that holding them fixed explains nothing.
};

struct EdcPoint {
    double discarded = 0;  ///< Share of the genuine pairs.
    double fnmr = 0;       ///< Of the rest.
    /// 95 % band: each identity is left out in turn with all its pairs, both sides of an impostor pair, and the threshold is
    /// found again. NaN without, as where no identity changes the value.
    double low = kNoValue, high = kNoValue;
};

struct EdcCurve {
    std::string quality;  ///< The column's name, "random", or "oracle" (rejected pairs go first).
    double fmrTarget = 0, threshold = 0;
    double startFnmr = 0;          ///< With nothing discarded.
    std::vector<EdcPoint> points;  ///< The curve keeps a point's value until the next point (stepwise).
    /// Area under the curve from 0 to the discard limit: held between points, and joined by straight lines.
    double pAucStepwise = 0, pAucLinear = 0;
    double pAucLow = kNoValue, pAucHigh = kNoValue;  ///< Ends of the 95 % interval of the stepwise area.
    std::int64_t pairs = 0, withoutQuality = 0;      ///< Genuine pairs used; left out because an image lacks the quality.
};

/// The full curve of pairs with a quality each and whether they are rejected: pairs of equal quality go together, and the
/// best ones stay to the last. Points rise in `discarded`, the first is at 0.
std::vector<EdcPoint> errorVersusDiscard(const std::vector<double>& pairQuality, const std::vector<bool>& rejected);
/// Area from 0 to limit.
double pAucStepwise(const std::vector<EdcPoint>& points, double limit);
double pAucLinear(const std::vector<EdcPoint>& points, double limit);

/// Curves for every FMR target: each quality, then random and oracle. The thresholds are those of `verification` and stay as
/// pairs are discarded. Qualities have bands up to the discard limit if the verification has intervals.
/// @param verification  with its genuine pairs
/// Errors: kInvalid (no genuine pairs kept, bad options), kCancelled.
Result<std::vector<EdcCurve>> edcCurves(const Verification& verification, const std::vector<QualityColumn>& qualities,
                                        const EdcOptions& options, const JobContext& job);

/// The same for one quality with the threshold found again at each of `steps` shares from 0 to the discard limit, on the
/// impostor pairs of at least that quality. Thresholds are to 2⁻¹⁶ of the range of scores above the threshold of FMR 0.1.
Result<std::vector<EdcCurve>> edcRecomputed(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                            const Verification& verification, const QualityColumn& quality,
                                            const EdcOptions& options, const JobContext& job, int steps = 40);

}  // namespace facespace
