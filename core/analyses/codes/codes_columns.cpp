// What the columns of the tables mean.
#include "core/analyses/codes/codes_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> codesColumns() {
    const std::string parde = "Parde et al. 2021";
    return {
        {"codes", "network", "Whose units", ""},
        {"codes", "attribute", "Identity, or the column whose classes are told apart; view: |yaw| in ranges of 30°", ""},
        {"codes", "code", "One unit, sparse, distributed, or cannot tell: by the effective number of units", ""},
        {"codes", "effect", "Variance between classes, without what sampling adds, over variance, of all units together",
         ""},
        {"codes", "effect_low", "Lower end of its 95 % interval", ""},
        {"codes", "effect_high", "Upper end of that interval", ""},
        {"codes", "effective_units", "(Σ e)² / Σ e² of the units' effects: how many carry it", ""},
        {"codes", "units", "Units there are", ""},
        {"codes", "images", "Images of which it is known", ""},
        {"codes", "identities", "Identities of these", ""},
        {"codes_units", "attribute", "Identity or an attribute", ""},
        {"codes_units", "unit", "Number of the unit, from 0", ""},
        {"codes_units", "eta_squared", "Share of its variance over images that is between classes", "", parde},
        {"codes_units", "effect", "The same without what sampling adds; may be below 0", ""},
        {"codes_units", "effect_low", "Lower end of its 95 % interval; of more than two classes there is none", ""},
        {"codes_units", "effect_high", "Upper end of that interval", ""},
        {"codes_subsets", "units", "Units drawn at random", ""},
        {"codes_subsets", "what", "identity, yaw, or an attribute", ""},
        {"codes_subsets", "figure",
         "Identity: AUC by cosine; yaw: mean absolute error; attribute: balanced accuracy, on identities not fitted to",
         "yaw: degrees", parde},
        {"codes_subsets", "figure_low", "2.5th percentile over draws", "as the figure"},
        {"codes_subsets", "figure_high", "97.5th percentile over draws", "as the figure"},
        {"codes_directions", "attribute", "Attribute of two classes, or yaw", ""},
        {"codes_directions", "effective_units", "1 / Σ cos⁴ of its direction with unit axes", ""},
        {"codes_directions", "nearest_unit", "Unit axis that it is nearest to, from 0", ""},
        {"codes_directions", "unit_cosine", "|cos| with that axis", ""},
        {"codes_directions", "effective_components", "1 / Σ cos⁴ with principal components", ""},
        {"codes_directions", "nearest_component", "Component that it is nearest to, from 1", ""},
        {"codes_directions", "component_cosine", "|cos| with that component", ""},
        {"codes_removed", "components", "Principal components left out, the first first", ""},
        {"codes_removed", "auc", "AUC of identity by cosine of what is left", "", parde},
    };
}

}  // namespace facespace
