// What the columns of the tables mean.
#include "core/analyses/nesting/nesting_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> nestingColumns() {
    return {
        {"nesting",
         "factor",
         say("Class or condition by its column, identity, together (what factors do only together), or rest"),
         {}},
        {"nesting", "kind", say("class, identity, condition, together or rest"), {}},
        {"nesting", "place", say("In the order of shares, from 1; none: not a factor"), {}},
        {"nesting", "levels", say("Levels it has; of identity, identities"), {}},
        {"nesting",
         "share",
         say("Its variance component over the sum of all: the part of half the mean squared distance of two images that "
             "falls away where they have only this in common"),
         {},
         "Koch 1968"},
        {"nesting", "share_low", say("Lower end of its 95 % interval"), {}},
        {"nesting", "share_high", say("Upper end of that interval"), {}},
        {"nesting", "component", say("Its variance component"), say("square of the features' unit")},
        {"nesting_order", "larger", say("A factor"), {}},
        {"nesting_order", "smaller", say("The next one in the order of shares"), {}},
        {"nesting_order", "difference", say("Of their shares"), {}},
        {"nesting_order", "difference_low", say("Lower end of its 95 % interval"), {}},
        {"nesting_order", "difference_high", say("Upper end of that interval"), {}},
        {"nesting_order", "told_apart", say("Whether that interval is above 0"), {}},
        {"nesting_ladder", "pairs_of", say("same identity, other identity (of the same class), other class"), {}},
        {"nesting_ladder", "other", say("Conditions in which the two images differ; none: in none"), {}},
        {"nesting_ladder", "pairs", say("Pairs of images of different units of observation"), {}},
        {"nesting_ladder", "cosine", say("Mean cosine"), {}},
        {"nesting_ladder", "cosine_low", say("Lower end of its 95 % interval"), {}},
        {"nesting_ladder", "cosine_high", say("Upper end of that interval"), {}},
        {"nesting_tree",
         "group",
         say("Number of the branch: leaves are 0 … n − 1, the branch of the first join is n"),
         {},
         "as SciPy's linkage"},
        {"nesting_tree", "first", say("One of the two that join; of a leaf none"), {}},
        {"nesting_tree", "second", say("The other one"), {}},
        {"nesting_tree", "height", say("Mean 1 − cosine of the centroids of the two"), {}, "Sokal and Michener 1958"},
        {"nesting_tree", "identity", say("Of a leaf"), {}},
        {"nesting_tree", "class", say("Of a leaf"), {}},
        {"nesting_tree", "conditions", say("Of a leaf, in the order of the conditions"), {}},
        {"nesting_tree", "images", say("That the centroid of a leaf is of; of a branch, in it"), {}},
        {"nesting_branches", "factor", say("Identity, class or condition"), {}},
        {"nesting_branches", "own_branch", say("Levels that are a branch of the tree: all their leaves and no others"), {}},
        {"nesting_branches", "levels", say("Levels in the tree"), {}},
    };
}

}  // namespace facespace
