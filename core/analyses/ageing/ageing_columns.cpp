// What the columns of the tables mean.
#include "core/analyses/ageing/ageing_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> ageingColumns() {
    const std::string lme = "Bates et al. 2015; Best-Rowden & Jain 2018";
    return {
        {"ageing", "network", "Whose features are compared", ""},
        {"ageing", "column", "Column that says when an image was taken, or how old the person is", ""},
        {"ageing", "score", "Score of a pair", ""},
        {"ageing", "pairs", "Pairs of images of one person", ""},
        {"ageing", "identities", "People with pairs", ""},
        {"ageing", "longest", "Longest time between two images", "years"},
        {"ageing", "at_start", "Mean score with no time in between", "score"},
        {"ageing", "at_start_low", "Lower end of its 95 % interval", "score"},
        {"ageing", "at_start_high", "Upper end of that interval", "score"},
        {"ageing", "per_ten_years", "Change of the score in ten years, a line of its own for each person", "score", lme},
        {"ageing", "per_ten_years_low", "Lower end of its 95 % interval, which leaves identities out", "score"},
        {"ageing", "per_ten_years_high", "Upper end of that interval", "score"},
        {"ageing", "p", "Two-sided p of no change", ""},
        {"ageing", "model_error", "Standard error of per_ten_years if the model were true", "score", lme},
        {"ageing", "sd_start", "Standard deviation of people's scores with no time in between; none: not in the model",
         "score"},
        {"ageing", "sd_per_ten_years", "Standard deviation of people's changes; none: not in the model", "score"},
        {"ageing", "sd_video", "Standard deviation of videos of one person; none: not in the model", "score"},
        {"ageing", "sd_rest", "Standard deviation of what is left", "score"},
        {"ageing_people", "identity", "The person", ""},
        {"ageing_people", "pairs", "Pairs of the person's images", ""},
        {"ageing_people", "longest", "Longest time between two of them", "years"},
        {"ageing_people", "at_start", "The person's score with no time in between, as predicted (BLUP)", "score", lme},
        {"ageing_people", "per_ten_years", "The person's change in ten years, as predicted (BLUP)", "score", lme},
        {"ageing_pairs", "identity", "The person", ""},
        {"ageing_pairs", "first", "The earlier image", ""},
        {"ageing_pairs", "second", "The later image", ""},
        {"ageing_pairs", "years", "Time in between", "years"},
        {"ageing_pairs", "score", "Score of the two", "score"},
    };
}

}  // namespace facespace
