// What the columns of the tables mean.
#include "core/analyses/trust/trust_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> trustColumns() {
    return {
        {"trust", "map", "The map", ""},
        {"trust", "method", "How it was made", ""},
        {"trust", "network", "Whose features it shows", ""},
        {"trust", "metric", "Distance between features that it was made by", ""},
        {"trust", "images", "Images on it", ""},
        {"trust", "k", "Number of neighbours", ""},
        {"trust", "trustworthiness", "1 if all neighbours on the map are neighbours in the features", "",
         "Venna and Kaski 2001"},
        {"trust", "continuity", "1 if all neighbours in the features are neighbours on the map", "", "Venna and Kaski 2001"},
        {"trust", "preservation", "Share of the k nearest that are the same in both", ""},
        {"trust", "preservation_by_chance", "What points in random places would keep, k / (N − 1)", ""},
        {"trust", "distance_correlation", "Spearman's ρ of distances over all pairs", "", "Spearman 1904"},
        {"trust", "centroid_correlation", "The same between identities' centroids", ""},
        {"trust", "kl_divergence", "Kullback–Leibler divergence of the map from the features' affinities", "nats",
         "van der Maaten and Hinton 2008"},
        {"trust_seeds", "map", "The map", ""},
        {"trust_seeds", "seed", "Seed of the other map", ""},
        {"trust_seeds", "k", "Number of neighbours", ""},
        {"trust_seeds", "kl_divergence", "Kullback–Leibler divergence of the other map", "nats"},
        {"trust_seeds", "trustworthiness", "Of the other map", ""},
        {"trust_seeds", "continuity", "Of the other map", ""},
        {"trust_seeds", "preservation", "Of the other map", ""},
        {"trust_seeds", "agreement", "Share of each image's neighbours that both maps have", ""},
    };
}

}  // namespace facespace
