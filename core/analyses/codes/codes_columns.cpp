// What the columns of the tables mean.
#include "core/analyses/codes/codes_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> codesColumns() {
    const std::string parde = "Parde et al. 2021";
    return {
        {"codes", "network", say("Whose units"), {}},
        {"codes",
         "attribute",
         say("Identity, or the column whose classes are told apart; view: |yaw| in ranges of 30°"),
         {}},
        {"codes", "code", say("One unit, sparse, distributed, or cannot tell: by the effective number of units"), {}},
        {"codes",
         "effect",
         say("Variance between classes, without what sampling adds, over variance, of all units together"),
         {}},
        {"codes", "effect_low", say("Lower end of its 95 % interval"), {}},
        {"codes", "effect_high", say("Upper end of that interval"), {}},
        {"codes", "effective_units", say("(Σ e)² / Σ e² of the units' effects: how many carry it"), {}},
        {"codes", "units", say("Units there are"), {}},
        {"codes", "images", say("Images of which it is known"), {}},
        {"codes", "identities", say("Identities of these"), {}},
        {"codes_units", "attribute", say("Identity or an attribute"), {}},
        {"codes_units", "unit", say("Number of the unit, from 0"), {}},
        {"codes_units", "eta_squared", say("Share of its variance over images that is between classes"), {}, parde},
        {"codes_units", "effect", say("The same without what sampling adds; may be below 0"), {}},
        {"codes_units", "effect_low", say("Lower end of its 95 % interval; of more than two classes there is none"), {}},
        {"codes_units", "effect_high", say("Upper end of that interval"), {}},
        {"codes_subsets", "units", say("Units drawn at random"), {}},
        {"codes_subsets", "what", say("identity, yaw, or an attribute"), {}},
        {"codes_subsets", "figure",
         say("Identity: AUC by cosine; yaw: mean absolute error; attribute: balanced accuracy, on identities not fitted to"),
         say("yaw: degrees"), parde},
        {"codes_subsets", "figure_low", say("2.5th percentile over draws"), say("as the figure")},
        {"codes_subsets", "figure_high", say("97.5th percentile over draws"), say("as the figure")},
        {"codes_directions", "attribute", say("Attribute of two classes, or yaw"), {}},
        {"codes_directions", "effective_units", say("1 / Σ cos⁴ of its direction with unit axes"), {}},
        {"codes_directions", "nearest_unit", say("Unit axis that it is nearest to, from 0"), {}},
        {"codes_directions", "unit_cosine", say("|cos| with that axis"), {}},
        {"codes_directions", "effective_components", say("1 / Σ cos⁴ with principal components"), {}},
        {"codes_directions", "nearest_component", say("Component that it is nearest to, from 1"), {}},
        {"codes_directions", "component_cosine", say("|cos| with that component"), {}},
        {"codes_removed", "components", say("Principal components left out, the first first"), {}},
        {"codes_removed", "auc", say("AUC of identity by cosine of what is left"), {}, parde},
    };
}

}  // namespace facespace
