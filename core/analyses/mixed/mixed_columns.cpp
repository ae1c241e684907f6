// What the columns of the tables mean.
#include "core/analyses/mixed/mixed_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> mixedColumns() {
    const std::string lme = "Bates et al. 2015";
    return {
        {"mixed", "network", "Whose features it is about", ""},
        {"mixed", "outcome", "What is explained", ""},
        {"mixed", "predictor", "By what", ""},
        {"mixed", "per_sd", "Standard deviations of the outcome for one of the predictor, the others held fixed", "", lme},
        {"mixed", "per_sd_low", "Lower end of its 95 % interval, which leaves identities out", ""},
        {"mixed", "per_sd_high", "Upper end of that interval", ""},
        {"mixed", "p", "Two-sided p of no effect", ""},
        {"mixed", "per_unit", "Change of the outcome for one unit of the predictor", "outcome per unit"},
        {"mixed", "per_unit_low", "Lower end of its 95 % interval", "outcome per unit"},
        {"mixed", "per_unit_high", "Upper end of that interval", "outcome per unit"},
        {"mixed", "model_error", "Standard error of per_unit if the model were true", "outcome per unit", lme},
        {"mixed", "unit", "Unit of the predictor", ""},
        {"mixed", "sd", "Standard deviation of the predictor over the images", "as the predictor"},
        {"mixed", "images", "Images that have all the numbers", ""},
        {"mixed", "videos", "Videos and stills that they are from", ""},
        {"mixed", "identities", "Identities of these", ""},
        {"mixed_variance", "outcome", "What is explained", ""},
        {"mixed_variance", "part",
         "predictors; people: what images of a person have in common; slopes: that people differ in the effect of the first "
         "predictor; videos; rest",
         "", "Nakagawa & Schielzeth 2013; Johnson 2014"},
        {"mixed_variance", "share", "Its share of the variance of the outcome", ""},
    };
}

}  // namespace facespace
