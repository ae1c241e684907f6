// What the columns of the tables mean.
#include "core/analyses/compare/compare_analysis.h"
#include "core/analyses/verify/verify_difference.h"

namespace facespace {

std::vector<ColumnMeaning> compareColumns() {
    std::vector<ColumnMeaning> columns{
        {"compare", "first", "The first network or map", ""},
        {"compare", "second", "The second one", ""},
        {"compare", "compared", "Networks or maps", ""},
        {"compare", "images", "Images that both have", ""},
        {"compare", "images_lacking", "Images that one of them lacks", ""},
        {"compare", "k", "Neighbours of each image", ""},
        {"compare", "neighbours_shared", "Mean share of neighbours in common", ""},
        {"compare", "by_chance", "What images in random places would share", ""},
        {"compare", "spearman", "Spearman's ρ of the distances from the origin", ""},
        {"compare", "kendall", "Kendall's τ-b of these", ""},
        {"compare_identities", "identity", "The identity", ""},
        {"compare_identities", "images", "Its images that both have", ""},
        {"compare_identities", "neighbours_shared", "Mean share of neighbours in common", ""},
        {"compare_identities", "mean_percentile_shift", "Mean change of the distance's percentile, outwards positive",
         "percentiles"},
        {"compare_identities", "mean_absolute_percentile_shift", "Mean size of that change", "percentiles"},
        {"compare_images", "path", "The image, as in the project", ""},
        {"compare_images", "identity", "Its identity", ""},
        {"compare_images", "first_distance", "Distance from the origin in the first", "distance"},
        {"compare_images", "second_distance", "Distance from the origin in the second", "distance"},
        {"compare_images", "first_percentile", "Percentile of the distance in the first", "%"},
        {"compare_images", "second_percentile", "Percentile of the distance in the second", "%"},
        {"compare_images", "percentile_shift", "Second less first", "percentiles"},
        {"compare_images", "neighbours_shared", "Share of neighbours in common", ""},
        {"compare_neighbours", "path", "The image, as in the project", ""},
        {"compare_neighbours", "position", "Of the neighbour, the nearest is 1", ""},
        {"compare_neighbours", "first_neighbour", "Neighbour in the first", ""},
        {"compare_neighbours", "second_neighbour", "Neighbour in the second", ""},
        {"compare_neighbours", "first_in_second", "Whether the first's neighbour is one of the second's", ""},
        {"compare_neighbours", "second_in_first", "Whether the second's neighbour is one of the first's", ""},
    };
    for (ColumnMeaning& column : differenceColumns()) columns.push_back(std::move(column));
    return columns;
}

}  // namespace facespace
