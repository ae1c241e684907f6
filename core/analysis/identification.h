#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"
#include "core/features/metric.h"

/// Who is it? One image, the probe, is held against a gallery of enrolled ones, and the identities are ranked by their most
/// alike entry (ISO/IEC 19795-1; Grother, Ngan and Hanaoka, NIST FRTE part 2).
namespace facespace {

struct IdentificationOptions {
    Metric metric = Metric::kCosine;
    std::vector<double> fpirTargets{1e-1, 1e-2};
    int ranks = 20;      ///< The CMC goes from rank 1 to here.
    int leaveOut = 500;  ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

/// A gallery and who is looked for in it: 1 for each row that is. A row that is both is not held against itself.
struct Gallery {
    std::vector<std::uint8_t> enrolled, probes;
};

/// One probe in one gallery. Identities are numbers, positions in Identification::names.
struct Search {
    std::int32_t gallery = 0;
    std::int64_t row = 0;
    std::int32_t identity = 0;
    std::int32_t rank = 0;       ///< Of its identity: 1 + the others that score at least as high; 0: not enrolled.
    double mateScore = 0;        ///< Of its identity's most alike entry; NaN: not enrolled.
    std::int64_t mateRow = -1;   ///< That entry.
    std::int32_t other = -1;     ///< The most alike of the other identities, the first of equals.
    double otherScore = 0;       ///< Of its most alike entry,
    std::int64_t otherRow = -1;  ///< and that entry.
};

/// At a threshold on the score above which candidates are reported.
struct OpenSetPoint {
    double fpirTarget = 0;
    double threshold = 0;  ///< Candidates from here on are reported; the mean over galleries.
    double fpir = 0;       ///< Reached: the most that is ≤ target.
    Estimate tpir;         ///< Searches with a mate that is first and at or above the threshold; 1 − FNIR.
    bool resolved = true;  ///< False if there are fewer than 10 / target searches without a mate.
};

struct IdentityFound {
    std::int32_t identity = 0;
    std::int64_t searches = 0, first = 0;       ///< With a mate; those in which it is first.
    double meanRank = 0;                        ///< Of the mate.
    std::int32_t takenFor = -1;                 ///< Identity that is first most often in its place; -1: none ever is.
    std::int64_t takenForTimes = 0, taken = 0;  ///< How often; searches of others in which this one is first.
};

/// One identity's probes for which another is first.
struct Confusion1N {
    std::int32_t identity = 0, takenFor = 0;
    std::int64_t times = 0;
    std::vector<std::int64_t> rows;  ///< Those probes, the least alike to their own identity first,
    std::int64_t otherRow = -1;      ///< and the entry that the first of them is most like.
};

struct Identification {
    Metric metric = Metric::kCosine;
    bool leaveOneOut = false;  ///< Each row is held against all others but those of its own unit of observation.
    bool ownRemoved = false;   ///< Searches without a mate are the same probes with their own identity not enrolled.
    bool templates = false;
    std::int64_t mated = 0, nonMated = 0;           ///< Searches.
    std::vector<std::int64_t> entries, identities;  ///< Of each gallery.
    std::vector<std::string> names;                 ///< Of identities.
    std::vector<Estimate> cmc;                      ///< Share of searches with a mate at rank 1, 2 … or better.
    std::vector<double> byChance;                   ///< The same if ranks were drawn: rank / identities.
    std::vector<OpenSetPoint> openSet;
    std::vector<std::pair<double, double>> curve;  ///< FPIR, TPIR; rising.
    std::vector<Search> searches;                  ///< By gallery and row.
    std::vector<IdentityFound> perIdentity;        ///< Least often first, first.
    std::vector<Confusion1N> confusions;           ///< Most frequent first.
    std::vector<Text> notes;
};

/// Rates are over searches; with several galleries (IJB's two) those of each are averaged, thresholds are each gallery's
/// own. Intervals leave each identity out in turn, as probe and as candidate in all other searches,
/// less what two identities have only together, which that counts twice; the threshold's own
/// error is taken in to first order, by the slope of the curve there (Pepe 2003, section 5.2.3), on the logit scale with
/// Student's t.
/// @param units      identities, and units of observation: without galleries a row is not held against its own unit
/// @param galleries  empty: every row is a probe, all others are enrolled
/// Deterministic for any number of threads. Errors: kInvalid (fewer than two identities enrolled, no probe, no probe with a
/// mate; says what to do), kCancelled.
Result<Identification> identify(const FeatureMatrix& x, const Units& units, const std::vector<Gallery>& galleries,
                                const IdentificationOptions& options, const JobContext& job);

}  // namespace facespace
