// What the columns of the tables mean.
#include "core/analyses/discard/discard_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> discardColumns() {
    return {
        {"edc_areas", "fmr", say("False match rate at which the threshold was set"), {}},
        {"edc_areas", "threshold_rule", say("Fixed, or found again at every share discarded"), {}},
        {"edc_areas", "quality", say("Key of the measure; also random and oracle"), {}},
        {"edc_areas", "title", say("The measure"), {}},
        {"edc_areas", "threshold", say("Scores from here on are accepted"), say("score")},
        {"edc_areas", "fnmr_start", say("False non-match rate with no pair discarded"), {}},
        {"edc_areas", "pauc_stepwise", say("Area under the curve up to the discard limit, values held between points"), {}},
        {"edc_areas", "pauc_stepwise_low", say("Lower end of its 95 % interval, identities left out in turn"), {}},
        {"edc_areas", "pauc_stepwise_high", say("Upper end of that interval"), {}},
        {"edc_areas", "pauc_linear", say("The same, points joined by straight lines"), {}},
        {"edc_areas", "pairs", say("Genuine pairs used"), {}},
        {"edc_areas", "pairs_without_quality", say("Genuine pairs left out, an image lacks the measure"), {}},
        {"edc_curves", "fmr", say("False match rate at which the threshold was set"), {}},
        {"edc_curves", "threshold_rule", say("Fixed, or found again at every share discarded"), {}},
        {"edc_curves", "quality", say("Key of the measure; also random and oracle"), {}},
        {"edc_curves", "discarded", say("Share of the genuine pairs that is discarded"), {}},
        {"edc_curves", "fnmr", say("False non-match rate of the rest"), {}},
        {"edc_curves",
         "fnmr_low",
         say("Lower end of its 95 % band, identities left out in turn, the threshold found again"),
         {}},
        {"edc_curves", "fnmr_high", say("Upper end of that band"), {}},
    };
}

}  // namespace facespace
