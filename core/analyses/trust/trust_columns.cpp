// What the columns of the tables mean.
#include "core/analyses/trust/trust_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> trustColumns() {
    return {
        {"trust", "map", say("The map"), {}},
        {"trust", "method", say("How it was made"), {}},
        {"trust", "network", say("Whose features it shows"), {}},
        {"trust", "metric", say("Distance between features that it was made by"), {}},
        {"trust", "images", say("Images on it"), {}},
        {"trust", "k", say("Number of neighbours"), {}},
        {"trust",
         "trustworthiness",
         say("1 if all neighbours on the map are neighbours in the features"),
         {},
         "Venna and Kaski 2001"},
        {"trust",
         "continuity",
         say("1 if all neighbours in the features are neighbours on the map"),
         {},
         "Venna and Kaski 2001"},
        {"trust", "preservation", say("Share of the k nearest that are the same in both"), {}},
        {"trust", "preservation_by_chance", say("What points in random places would keep, k / (N − 1)"), {}},
        {"trust", "distance_correlation", say("Spearman's ρ of distances over all pairs"), {}, "Spearman 1904"},
        {"trust", "centroid_correlation", say("The same between identities' centroids"), {}},
        {"trust", "kl_divergence", say("Kullback–Leibler divergence of the map from the features' affinities"), say("nats"),
         "van der Maaten and Hinton 2008"},
        {"trust_seeds", "map", say("The map"), {}},
        {"trust_seeds", "seed", say("Seed of the other map"), {}},
        {"trust_seeds", "k", say("Number of neighbours"), {}},
        {"trust_seeds", "kl_divergence", say("Kullback–Leibler divergence of the other map"), say("nats")},
        {"trust_seeds", "trustworthiness", say("Of the other map"), {}},
        {"trust_seeds", "continuity", say("Of the other map"), {}},
        {"trust_seeds", "preservation", say("Of the other map"), {}},
        {"trust_seeds", "agreement", say("Share of each image's neighbours that both maps have"), {}},
    };
}

}  // namespace facespace
