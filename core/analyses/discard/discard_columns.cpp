// What the columns of the tables mean.
#include "core/analyses/discard/discard_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> discardColumns() {
    return {
        {"edc_areas", "fmr", "False match rate at which the threshold was set", ""},
        {"edc_areas", "threshold_rule", "Fixed, or found again at every share discarded", ""},
        {"edc_areas", "quality", "Key of the measure; also random and oracle", ""},
        {"edc_areas", "title", "The measure", ""},
        {"edc_areas", "threshold", "Scores from here on are accepted", "score"},
        {"edc_areas", "fnmr_start", "False non-match rate with no pair discarded", ""},
        {"edc_areas", "pauc_stepwise", "Area under the curve up to the discard limit, values held between points", ""},
        {"edc_areas", "pauc_stepwise_low", "Lower end of its 95 % interval, identities left out in turn", ""},
        {"edc_areas", "pauc_stepwise_high", "Upper end of that interval", ""},
        {"edc_areas", "pauc_linear", "The same, points joined by straight lines", ""},
        {"edc_areas", "pairs", "Genuine pairs used", ""},
        {"edc_areas", "pairs_without_quality", "Genuine pairs left out, an image lacks the measure", ""},
        {"edc_curves", "fmr", "False match rate at which the threshold was set", ""},
        {"edc_curves", "threshold_rule", "Fixed, or found again at every share discarded", ""},
        {"edc_curves", "quality", "Key of the measure; also random and oracle", ""},
        {"edc_curves", "discarded", "Share of the genuine pairs that is discarded", ""},
        {"edc_curves", "fnmr", "False non-match rate of the rest", ""},
        {"edc_curves", "fnmr_low", "Lower end of its 95 % band, identities left out in turn, the threshold found again", ""},
        {"edc_curves", "fnmr_high", "Upper end of that band", ""},
    };
}

}  // namespace facespace
