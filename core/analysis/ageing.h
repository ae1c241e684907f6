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

/// What time does to the score of two images of one person.
namespace facespace {

struct AgeingOptions {
    Metric metric = Metric::kCosine;
    bool allPairs = false;  ///< All pairs of a person; else each image against the person's earliest.
    int mostPairs = 300;    ///< Of a person, drawn at random where there are more; of all pairs only.
    int leaveOut = 500;     ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

struct TimedPair {
    std::int64_t first = 0, second = 0;  ///< Rows, the earlier first.
    std::int32_t person = 0;             ///< In Ageing::people.
    double years = 0;                    ///< Between them.
    double score = 0;                    ///< Cosine, or minus the Euclidean distance.
};
/// The line of one person: the common one and the person's own deviations, as predicted (BLUP).
struct PersonLine {
    std::string identity;
    std::int64_t pairs = 0;
    double longest = 0;  ///< Years.
    double atStart = 0, perYear = 0;
};
struct Ageing {
    std::vector<TimedPair> pairs;
    std::vector<PersonLine> people;             ///< In order of first appearance.
    Estimate perYear;                           ///< Change of the score; the interval leaves identities out.
    double pValue = 1;                          ///< Two-sided, of no change; NaN without intervals.
    double modelError = 0;                      ///< Standard error of perYear if the model were true, as lme4 has it.
    Estimate atStart;                           ///< Score with no time in between.
    std::vector<double> years;                  ///< Of `line`: from 0 to the longest time.
    std::vector<Estimate> line;                 ///< The mean line with pointwise 95 % intervals.
    bool ownStarts = false, ownSlopes = false;  ///< Which random effects of people the model has.
    double startSd = 0, slopeSd = 0;            ///< Standard deviations over people; NaN where the model has none.
    double videoSd = 0, residualSd = 0;         ///< The same of videos (NaN: none) and of what is left.
    std::vector<Text> notes;
};

/// score = β₀ + β₁·years + b₀ᵢ + b₁ᵢ·years + ε with a line of its own for each person i (Best-Rowden & Jain, “Longitudinal
/// study of automatic face recognition”, IEEE TPAMI 40(1), 2018), by REML (mixed_model.h). Each image is compared with the
/// person's earliest; images of one video (a unit) are not compared, and have an effect in common. Where people have too few
/// pairs for lines of their own, they have a start of their own, or none, which a note says. Intervals of β leave each
/// identity out in turn and hold where pairs share an image.
/// @param time  of each row, in years from anywhere; NaN: not known
/// Deterministic. Errors: kInvalid (no two images of one person at different times; says what to do), kCancelled.
Result<Ageing> ageing(const FeatureMatrix& x, const Units& units, const std::vector<double>& time,
                      const AgeingOptions& options, const JobContext& job);

}  // namespace facespace
