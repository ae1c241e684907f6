#pragma once
#include <string>
#include <vector>

#include "core/analysis/edc.h"
#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/quality_columns.h"
#include "core/compute/verification_report.h"

/// Quality that matters: how errors fall as images of low quality are discarded.
namespace facespace {

struct DiscardOptions {
    EdcOptions edc;
    std::vector<std::string> measures;  ///< Keys of qualityColumns(); empty: all whose direction is known.
    bool recomputed = false;            ///< Also with thresholds found again at every share discarded.
};

struct DiscardReport {
    std::string network;
    std::vector<std::string> qualities;  ///< Keys, "distance" first. A measure of which less is better is negated.
    std::vector<Text> titles;            ///< Of the qualities, for people.
    std::vector<EdcCurve> curves;        ///< Per FMR target: the qualities, then "random" and "oracle".
    std::vector<EdcCurve> recomputed;    ///< Per FMR target and quality.
    std::vector<Text> missing;
};

/// "Sharpness (Laplacian variance)", "distance from the origin", "random", "oracle".
Text titleOfQuality(const DiscardReport& report, const std::string& key);

/// The areas of all curves side by side.
struct DiscardAreas {
    struct Row {
        std::string quality;
        std::vector<double> area;  ///< Stepwise, per FMR target; NaN: no such curve.
        double relative = 0;       ///< Mean over the targets of the area by the largest one there.
    };
    std::vector<double> fmrTargets, startFnmr;
    std::vector<Row> rows;  ///< Least `relative` first.
};
DiscardAreas areasOf(const std::vector<EdcCurve>& curves);

/// The qualities that stand out, at most `most`: the distance, `asked` if it is there, and those with the least areas.
std::vector<std::string> foremostQualities(const DiscardAreas& areas, const std::string& asked, std::size_t most);

/// Discards of pairs that were verified already. Thresholds are found again on all pairs only, not on those of a protocol.
/// @param verification  of the same scope, with its genuine pairs
/// Errors: kInvalid (no genuine pairs kept, pairs of templates, options, scope), kNotFound, kCancelled.
Result<DiscardReport> computeDiscard(const Snapshot& snapshot, const AnalysisScope& scope,
                                     const VerificationReport& verification, const DiscardOptions& options,
                                     const JobContext& job);

struct VerifiedDiscard {
    VerificationReport verification;  ///< Without worst pairs, which discarding does not need.
    DiscardReport discard;
};
/// Verifies the pairs (their metric and protocol), then discards. Errors as computeVerification() and computeDiscard().
Result<VerifiedDiscard> verifyAndDiscard(const Snapshot& snapshot, const AnalysisScope& scope,
                                         VerificationAnalysisOptions pairs, const DiscardOptions& options,
                                         const JobContext& job);

}  // namespace facespace
