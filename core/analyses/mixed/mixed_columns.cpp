// What the columns of the tables mean.
#include "core/analyses/mixed/mixed_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> mixedColumns() {
    const std::string lme = "Bates et al. 2015";
    return {
        {"mixed", "network", say("Whose features it is about"), {}},
        {"mixed", "outcome", say("What is explained"), {}},
        {"mixed", "predictor", say("By what"), {}},
        {"mixed",
         "per_sd",
         say("Standard deviations of the outcome for one of the predictor, the others held fixed"),
         {},
         lme},
        {"mixed", "per_sd_low", say("Lower end of its 95 % interval, which leaves identities out"), {}},
        {"mixed", "per_sd_high", say("Upper end of that interval"), {}},
        {"mixed", "p", say("Two-sided p of no effect"), {}},
        {"mixed", "per_unit", say("Change of the outcome for one unit of the predictor"), say("outcome per unit")},
        {"mixed", "per_unit_low", say("Lower end of its 95 % interval"), say("outcome per unit")},
        {"mixed", "per_unit_high", say("Upper end of that interval"), say("outcome per unit")},
        {"mixed", "model_error", say("Standard error of per_unit if the model were true"), say("outcome per unit"), lme},
        {"mixed", "unit", say("Unit of the predictor"), {}},
        {"mixed", "sd", say("Standard deviation of the predictor over the images"), say("as the predictor")},
        {"mixed", "images", say("Images that have all the numbers"), {}},
        {"mixed", "videos", say("Videos and stills that they are from"), {}},
        {"mixed", "identities", say("Identities of these"), {}},
        {"mixed_variance", "outcome", say("What is explained"), {}},
        {"mixed_variance",
         "part",
         say("predictors; people: what images of a person have in common; slopes: that people differ in the effect of the "
             "first predictor; videos; rest"),
         {},
         "Nakagawa & Schielzeth 2013; Johnson 2014"},
        {"mixed_variance", "share", say("Its share of the variance of the outcome"), {}},
    };
}

}  // namespace facespace
