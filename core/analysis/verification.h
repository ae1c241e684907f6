#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/pair_stream.h"
#include "core/analysis/resampling.h"
#include "core/analysis/score_counts.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

/// How well features tell identities apart.
namespace facespace {

struct VerificationOptions {
    Metric metric = Metric::kCosine;
    std::vector<double> fmrTargets{1e-2, 1e-3, 1e-4};
    int worstPairs = 100;  ///< Of each kind.
    int leaveOut = 500;    ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    int curvePoints = 400;
    bool templates = false;  ///< Rows are templates, not images: in what is said.
    std::uint64_t seed = 1;
};

/// Two images (rows, a < b) and their score.
struct ScoredPair {
    std::int64_t a = 0, b = 0;
    float score = 0;
};

struct OperatingPoint {
    double fmrTarget = 0;
    double threshold = 0;  ///< Accept scores from here on.
    double fmr = 0;        ///< Reached: the most that is ≤ target.
    Estimate tar;          ///< Genuine pairs accepted, 1 − FNMR.
    bool resolved = true;  ///< False if there are fewer than 10 / target impostor pairs.
};

/// What leaving identities out in turn leaves of the pairs, for intervals of all that is made of the same pairs.
struct LeftOutPairs {
    std::vector<std::int32_t> turnOf;     ///< By row: in which turn its identity is left out; -1: not compared.
    std::vector<double> edges;            ///< Scores between bins, rising.
    std::vector<std::vector<float>> fmr;  ///< By turn, at these scores; the last one with all identities.
    std::size_t turns() const { return fmr.empty() ? 0 : fmr.size() - 1; }
    /// Score where the FMR is the target, between two edges by interpolation on the logarithm of the FMR.
    double threshold(double fmrTarget, std::size_t turn) const;
};

struct CurvePoint {
    double threshold = 0, fmr = 0, fnmr = 0;
};

struct Verification {
    Metric metric = Metric::kCosine;
    bool templates = false;    ///< What is compared are templates; `images` counts them then.
    bool givenScores = false;  ///< Scores are another system's, read from a file; `metric` means nothing.
    std::int64_t images = 0, identities = 0, genuinePairs = 0, impostorPairs = 0;
    /// Intervals leave identities out, with all their genuine and impostor pairs, and find thresholds again
    /// (verification_intervals.h).
    Estimate auc, eer;
    Estimate dPrime;  ///< |mean genuine − mean impostor| / √((variance + variance) / 2), of the scores.
    double eerThreshold = 0;
    std::vector<OperatingPoint> operatingPoints;
    std::vector<CurvePoint> curve;          ///< ROC and DET: thinned for drawing, rising thresholds.
    ScoreCounts counts;                     ///< All scores, exact on the score grid.
    std::vector<ScoredPair> worstGenuine;   ///< Least alike first.
    std::vector<ScoredPair> worstImpostor;  ///< Most alike first.
    std::vector<ScoredPair> genuine;        ///< All genuine pairs, for error-versus-discard; empty above 50 million.
    /// For pair lists with folds: accuracy per fold at the threshold best on the others, and its standard error over the
    /// folds, sd / √folds (as LFW asks for).
    Spread foldAccuracy;
    double foldStandardError = 0;
    /// For pair lists of images: accuracy as the scripts of FaceNet and InsightFace compute it. The pairs in the list's
    /// order are cut into ten runs; for each, the threshold of 0, 0.01 … 3.99 on the squared distance of the features at
    /// unit length below which the pairs of the others are best told apart, the lowest of equals, is taken. sd is over the
    /// folds, by n.
    struct ScriptAccuracy {
        int folds = 0;
        double mean = 0, sd = 0;
    };
    std::optional<ScriptAccuracy> scriptAccuracy;
    /// AUC, EER, the TAR of each operating point, and d′ with each turn left out; empty without intervals.
    std::vector<std::vector<double>> leftOut;
    /// The same to first order: EER and TAR move along the curves of all pairs by what the turn adds to FMR and FNMR there.
    std::vector<std::vector<double>> leftOutLinear;
    /// What each pair of turns alone brings to each figure of leftOut, to first order, where a threshold hangs on it (EER,
    /// TAR); else, and with many turns, empty.
    std::vector<std::vector<double>> pairParts;
    LeftOutPairs leftOutPairs;
    std::uint64_t pairsMark = 0;  ///< The same for two networks if the same pairs of images were compared.
    std::vector<Text> notes;
};

/// a less b, of two networks over the same images: the same identities are left out in both, so that what makes a set hard
/// for both drops out of the interval. None if they were not compared over the same pairs, or without intervals.
struct VerificationDifference {
    Estimate auc, eer, dPrime;
    std::vector<Estimate> tar;  ///< Per operating point.
};
std::optional<VerificationDifference> differenceOf(const Verification& a, const Verification& b);

/// All pairs, streamed. Deterministic for any number of threads.
/// Errors: kInvalid (no genuine or no impostor pair; says what to import), kCancelled.
Result<Verification> verifyAllPairs(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                    const VerificationOptions& options, const JobContext& job);

/// Pairs named by a protocol.
struct PairList {
    struct Pair {
        std::int64_t a = 0, b = 0;  ///< Rows.
        bool genuine = false;
        int fold = 0;
    };
    std::vector<Pair> pairs;
    int folds = 0;                          ///< 0 or 1: no folds.
    std::int64_t missing = 0;               ///< Pairs left out because an image or template is not there.
    std::vector<std::string> missingNames;  ///< The first 20 of those images or templates.
    std::vector<double> scores{};           ///< Of another system, one per pair, larger is more alike; empty: none.
    std::vector<Text> notes{};              ///< What is to be said of the list, a sentence each.
};
Result<Verification> verifyPairs(const FeatureMatrix& x, const std::vector<std::string>& identity, const PairList& list,
                                 const VerificationOptions& options, const JobContext& job);

/// The pairs of all pairs whose score lies in [low, high], the most extreme first (genuine: lowest, impostor: highest), at
/// most `limit`. For selecting a region of a curve or histogram.
Result<std::vector<ScoredPair>> pairsInRange(const FeatureMatrix& x, const std::vector<std::string>& identity, Metric metric,
                                             bool genuine, double low, double high, std::size_t limit,
                                             const JobContext& job);

}  // namespace facespace
