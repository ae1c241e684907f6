// What the columns of the tables mean.
#include "core/analyses/layers/layers_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> layersColumns() {
    return {
        {"layers", "depth", "Place of the layer, 1 nearest to the input", ""},
        {"layers", "layer", "The layer within the network", ""},
        {"layers", "features", "Under which name its features are kept", ""},
        {"layers", "attribute", "identity, or what is read", ""},
        {"layers", "measure",
         "AUC: of pairs of images of one identity and different videos against pairs of two, by cosine; R²: of a number; "
         "balanced accuracy: of classes; both by ridge regression on identities that were not fitted to",
         "", "after Dhar et al. 2020"},
        {"layers", "value", "The measure", ""},
        {"layers", "low", "Lower end of its 95 % interval", ""},
        {"layers", "high", "Upper end of that interval", ""},
        {"layers", "chance", "What a layer without it has", ""},
        {"layers", "images", "Images of which the attribute is known", ""},
        {"layers", "identities", "Identities of these", ""},
        {"layers_changes", "attribute", "identity, or what is read", ""},
        {"layers_changes", "measure", "As above", ""},
        {"layers_changes", "best_layer", "From which it is read best", ""},
        {"layers_changes", "last_less_first", "The measure at the last layer less that at the first", ""},
        {"layers_changes", "last_less_first_low", "Lower end of its 95 % interval", ""},
        {"layers_changes", "last_less_first_high", "Upper end of that interval", ""},
        {"layers_changes", "best_less_last",
         "At the best layer less that at the last; the best one was looked for, so that it is "
         "a little too large",
         ""},
        {"layers_changes", "best_less_last_low", "Lower end of its 95 % interval", ""},
        {"layers_changes", "best_less_last_high", "Upper end of that interval", ""},
        {"layers_sizes", "depth", "Place of the layer", ""},
        {"layers_sizes", "layer", "The layer within the network", ""},
        {"layers_sizes", "numbers", "Numbers in one image's features", ""},
        {"layers_sizes", "kept_variance",
         "Share of the variance in the principal components that probes read; 1: all numbers", ""},
    };
}

}  // namespace facespace
