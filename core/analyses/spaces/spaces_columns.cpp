// What the columns of the tables mean.
#include "core/analyses/spaces/spaces_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> spacesColumns() {
    return {
        {"spaces", "first", "A network", ""},
        {"spaces", "second", "Another one", ""},
        {"spaces", "measure",
         "rsa: ρ of identities' distances; rsa_unbiased: of squared distances that noise does not make larger; rsa_across: "
         "from "
         "different images of each identity; rsa_corrected: that over its ceiling; cka: unbiased, of all images; "
         "procrustes: of "
         "the images that it is fitted to; procrustes_held_out: R² on other identities; neighbours: share in common",
         "", "Kriegeskorte et al. 2008; Walther et al. 2016; Song et al. 2012; Schönemann 1966"},
        {"spaces", "value", "The measure", ""},
        {"spaces", "low", "Lower end of its 95 % interval; none: there is none", ""},
        {"spaces", "high", "Upper end of that interval", ""},
        {"spaces", "chance", "What spaces that have nothing in common have on average; none: it depends on them", ""},
        {"spaces", "images", "Images that both have", ""},
        {"spaces", "identities", "Identities that it is of", ""},
        {"spaces_ceiling", "first_reliability", "ρ of the first space's distances from two halves of each identity's images",
         ""},
        {"spaces_ceiling", "second_reliability", "The same in the second space", ""},
        {"spaces_ceiling", "ceiling", "Root of their product, what rsa_across can reach", "", "Spearman 1904"},
        {"spaces_ceiling", "identities", "Identities with two images of different videos", ""},
        {"spaces_pairs", "network", "Whose cosines are compared with the ratings", ""},
        {"spaces_pairs", "rho", "Spearman's ρ of cosine and mean rating", ""},
        {"spaces_pairs", "rho_low", "Lower end of its 95 % interval", ""},
        {"spaces_pairs", "rho_high", "Upper end of that interval", ""},
        {"spaces_pairs", "lower_ceiling", "Mean ρ of a rater with the mean of the others", "", "Nili et al. 2014"},
        {"spaces_pairs", "upper_ceiling", "Mean ρ of a rater with the mean of all", "", "Nili et al. 2014"},
        {"spaces_pairs", "pairs", "Rated pairs with features", ""},
        {"spaces_pairs", "identities", "Identities of these", ""},
        {"spaces_traits", "network", "From whose features it is predicted", ""},
        {"spaces_traits", "trait", "Column of the table", ""},
        {"spaces_traits", "r", "Pearson's r of rating and prediction, for identities that were not fitted to", ""},
        {"spaces_traits", "faces", "Rated faces with features", ""},
        {"spaces_specificity", "network", "From whose features profiles are predicted", ""},
        {"spaces_specificity", "share",
         "Share of others' faces whose profile is less like the predicted one than a face's own; 0.5 by chance", "",
         "after Parde et al. 2019"},
        {"spaces_specificity", "faces", "Faces of which every trait is rated", ""},
        {"spaces_specificity", "identities", "Identities of these", ""},
    };
}

}  // namespace facespace
