// What the columns of the tables mean.
#include "core/analyses/spaces/spaces_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> spacesColumns() {
    return {
        {"spaces", "first", say("A network"), {}},
        {"spaces", "second", say("Another one"), {}},
        {"spaces",
         "measure",
         say("rsa: ρ of identities' distances; rsa_unbiased: of squared distances that noise does not make larger; "
             "rsa_across: from different images of each identity; rsa_corrected: that over its ceiling; cka: unbiased, of "
             "all images; procrustes: of the images that it is fitted to; procrustes_held_out: R² on other identities; "
             "neighbours: share in common"),
         {},
         "Kriegeskorte et al. 2008; Walther et al. 2016; Song et al. 2012; Schönemann 1966"},
        {"spaces", "value", say("The measure"), {}},
        {"spaces", "low", say("Lower end of its 95 % interval; none: there is none"), {}},
        {"spaces", "high", say("Upper end of that interval"), {}},
        {"spaces", "chance", say("What spaces that have nothing in common have on average; none: it depends on them"), {}},
        {"spaces", "images", say("Images that both have"), {}},
        {"spaces", "identities", say("Identities that it is of"), {}},
        {"spaces_ceiling",
         "first_reliability",
         say("ρ of the first space's distances from two halves of each identity's images"),
         {}},
        {"spaces_ceiling", "second_reliability", say("The same in the second space"), {}},
        {"spaces_ceiling", "ceiling", say("Root of their product, what rsa_across can reach"), {}, "Spearman 1904"},
        {"spaces_ceiling", "identities", say("Identities with two images of different videos"), {}},
        {"spaces_pairs", "network", say("Whose cosines are compared with the ratings"), {}},
        {"spaces_pairs", "rho", say("Spearman's ρ of cosine and mean rating"), {}},
        {"spaces_pairs", "rho_low", say("Lower end of its 95 % interval"), {}},
        {"spaces_pairs", "rho_high", say("Upper end of that interval"), {}},
        {"spaces_pairs", "lower_ceiling", say("Mean ρ of a rater with the mean of the others"), {}, "Nili et al. 2014"},
        {"spaces_pairs", "upper_ceiling", say("Mean ρ of a rater with the mean of all"), {}, "Nili et al. 2014"},
        {"spaces_pairs", "pairs", say("Rated pairs with features"), {}},
        {"spaces_pairs", "identities", say("Identities of these"), {}},
        {"spaces_traits", "network", say("From whose features it is predicted"), {}},
        {"spaces_traits", "trait", say("Column of the table"), {}},
        {"spaces_traits", "r", say("Pearson's r of rating and prediction, for identities that were not fitted to"), {}},
        {"spaces_traits", "faces", say("Rated faces with features"), {}},
        {"spaces_specificity", "network", say("From whose features profiles are predicted"), {}},
        {"spaces_specificity",
         "share",
         say("Share of others' faces whose profile is less like the predicted one than a face's own; 0.5 by chance"),
         {},
         "after Parde et al. 2019"},
        {"spaces_specificity", "faces", say("Faces of which every trait is rated"), {}},
        {"spaces_specificity", "identities", say("Identities of these"), {}},
    };
}

}  // namespace facespace
