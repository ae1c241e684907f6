// What the columns of the tables mean.
#include "core/analyses/ageing/ageing_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> ageingColumns() {
    const std::string lme = "Bates et al. 2015; Best-Rowden & Jain 2018";
    return {
        {"ageing", "network", say("Whose features are compared"), {}},
        {"ageing", "column", say("Column that says when an image was taken, or how old the person is"), {}},
        {"ageing", "score", say("Score of a pair"), {}},
        {"ageing", "pairs", say("Pairs of images of one person"), {}},
        {"ageing", "identities", say("People with pairs"), {}},
        {"ageing", "longest", say("Longest time between two images"), say("years")},
        {"ageing", "at_start", say("Mean score with no time in between"), say("score")},
        {"ageing", "at_start_low", say("Lower end of its 95 % interval"), say("score")},
        {"ageing", "at_start_high", say("Upper end of that interval"), say("score")},
        {"ageing", "per_ten_years", say("Change of the score in ten years, a line of its own for each person"), say("score"),
         lme},
        {"ageing", "per_ten_years_low", say("Lower end of its 95 % interval, which leaves identities out"), say("score")},
        {"ageing", "per_ten_years_high", say("Upper end of that interval"), say("score")},
        {"ageing", "p", say("Two-sided p of no change"), {}},
        {"ageing", "model_error", say("Standard error of per_ten_years if the model were true"), say("score"), lme},
        {"ageing", "sd_start", say("Standard deviation of people's scores with no time in between; none: not in the model"),
         say("score")},
        {"ageing", "sd_per_ten_years", say("Standard deviation of people's changes; none: not in the model"), say("score")},
        {"ageing", "sd_video", say("Standard deviation of videos of one person; none: not in the model"), say("score")},
        {"ageing", "sd_rest", say("Standard deviation of what is left"), say("score")},
        {"ageing_people", "identity", say("The person"), {}},
        {"ageing_people", "pairs", say("Pairs of the person's images"), {}},
        {"ageing_people", "longest", say("Longest time between two of them"), say("years")},
        {"ageing_people", "at_start", say("The person's score with no time in between, as predicted (BLUP)"), say("score"),
         lme},
        {"ageing_people", "per_ten_years", say("The person's change in ten years, as predicted (BLUP)"), say("score"), lme},
        {"ageing_pairs", "identity", say("The person"), {}},
        {"ageing_pairs", "first", say("The earlier image"), {}},
        {"ageing_pairs", "second", say("The later image"), {}},
        {"ageing_pairs", "years", say("Time in between"), say("years")},
        {"ageing_pairs", "score", say("Score of the two"), say("score")},
    };
}

}  // namespace facespace
