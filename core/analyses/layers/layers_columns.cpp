// What the columns of the tables mean.
#include "core/analyses/layers/layers_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> layersColumns() {
    return {
        {"layers", "depth", say("Place of the layer, 1 nearest to the input"), {}},
        {"layers", "layer", say("The layer within the network"), {}},
        {"layers", "features", say("Under which name its features are kept"), {}},
        {"layers", "attribute", say("identity, or what is read"), {}},
        {"layers",
         "measure",
         say("AUC: of pairs of images of one identity and different videos against pairs of two, by cosine; R²: of a "
             "number; balanced accuracy: of classes; both by ridge regression on identities that were not fitted to"),
         {},
         "after Dhar et al. 2020"},
        {"layers", "value", say("The measure"), {}},
        {"layers", "low", say("Lower end of its 95 % interval"), {}},
        {"layers", "high", say("Upper end of that interval"), {}},
        {"layers", "chance", say("What a layer without it has"), {}},
        {"layers", "images", say("Images of which the attribute is known"), {}},
        {"layers", "identities", say("Identities of these"), {}},
        {"layers_changes", "attribute", say("identity, or what is read"), {}},
        {"layers_changes", "measure", say("As above"), {}},
        {"layers_changes", "best_layer", say("From which it is read best"), {}},
        {"layers_changes", "last_less_first", say("The measure at the last layer less that at the first"), {}},
        {"layers_changes", "last_less_first_low", say("Lower end of its 95 % interval"), {}},
        {"layers_changes", "last_less_first_high", say("Upper end of that interval"), {}},
        {"layers_changes",
         "best_less_last",
         say("At the best layer less that at the last; the best one was looked for, so that it is a little too large"),
         {}},
        {"layers_changes", "best_less_last_low", say("Lower end of its 95 % interval"), {}},
        {"layers_changes", "best_less_last_high", say("Upper end of that interval"), {}},
        {"layers_sizes", "depth", say("Place of the layer"), {}},
        {"layers_sizes", "layer", say("The layer within the network"), {}},
        {"layers_sizes", "numbers", say("Numbers in one image's features"), {}},
        {"layers_sizes",
         "kept_variance",
         say("Share of the variance in the principal components that probes read; 1: all numbers"),
         {}},
    };
}

}  // namespace facespace
