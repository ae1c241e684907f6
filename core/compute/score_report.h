#pragma once
#include <string>
#include <vector>

#include "core/analysis/edc_gain.h"
#include "core/analysis/effect_grade.h"
#include "core/compute/discard_report.h"

/// Which quality score foretells this network's errors best: the distance from the origin, any measure or column of numbers,
/// or all of them together.
namespace facespace {

struct ScoreOptions {
    EdcOptions edc;
    std::vector<std::string> measures;  ///< Keys of qualityColumns(); empty: all.
    int folds = 5;                      ///< For directions and combinations; folds never split an identity.
};

/// How a score of the comparison came about.
enum class ScoreKind {
    kDistance,  ///< From the origin.
    kKnown,     ///< A measure whose direction is known.
    kDirected,  ///< A measure whose direction is learned on the identities of the other folds.
    kCombined,  ///< Ridge regression of an image's likeness to its identity, out of fold.
};
struct Score {
    std::string key;
    Text title;
    ScoreKind kind = ScoreKind::kKnown;
};

/// From which size on a gain counts for more than weak: a share of the error with nothing discarded.
inline constexpr GradeLimits kGainGrades{0, 0.05, 0.15};

/// One score at one false match rate.
struct ScoreFigures {
    double area = 0;                                ///< Under error versus discard up to the limit; of straight lines.
    Estimate gain{kNoValue, kNoValue, kNoValue};    ///< Over the distance (edcGain()); NaN of itself, or without it.
    Estimate behind{kNoValue, kNoValue, kNoValue};  ///< Gain of the best over this one; NaN of itself.
    bool mayBeBest = false;
};
struct ScoresAtRate {
    double fmr = 0, startFnmr = 0;
    std::vector<ScoreFigures> scores;  ///< As ScoreReport::scores.
    std::size_t best = 0;              ///< Of least area; scores.size() without intervals or errors.
    std::size_t maybeBest() const;     ///< How many may be the best.
};

struct ScoreReport {
    std::string network;
    std::vector<Score> scores;  ///< The distance first.
    std::vector<ScoresAtRate> rates;
    DiscardReport curves;  ///< The same scores as error versus discard.
    std::int64_t pairs = 0, images = 0, identities = 0;
    std::vector<Text> notes;
};

/// Compares scores over the genuine pairs in which all of them are known. Left out, and said so, are columns that are known
/// of less than 95 % of the genuine pairs, and the distance where all features have one length.
/// @param verification  of the same scope, with its genuine pairs
/// Errors: kInvalid (no genuine pairs kept, pairs of templates, fewer than two scores), kNotFound (no such measure),
/// kCancelled.
Result<ScoreReport> compareScores(const Snapshot& snapshot, const AnalysisScope& scope,
                                  const VerificationReport& verification, const ScoreOptions& options,
                                  const JobContext& job);

}  // namespace facespace
