// What the columns of the tables mean.
#include "core/analyses/compare/compare_analysis.h"
#include "core/analyses/verify/verify_difference.h"

namespace facespace {

std::vector<ColumnMeaning> compareColumns() {
    std::vector<ColumnMeaning> columns{
        {"compare", "first", say("The first network or map"), {}},
        {"compare", "second", say("The second one"), {}},
        {"compare", "compared", say("Networks or maps"), {}},
        {"compare", "images", say("Images that both have"), {}},
        {"compare", "images_lacking", say("Images that one of them lacks"), {}},
        {"compare", "k", say("Neighbours of each image"), {}},
        {"compare", "neighbours_shared", say("Mean share of neighbours in common"), {}},
        {"compare", "by_chance", say("What images in random places would share"), {}},
        {"compare", "spearman", say("Spearman's ρ of the distances from the origin"), {}},
        {"compare", "kendall", say("Kendall's τ-b of these"), {}},
        {"compare_identities", "identity", say("The identity"), {}},
        {"compare_identities", "images", say("Its images that both have"), {}},
        {"compare_identities", "neighbours_shared", say("Mean share of neighbours in common"), {}},
        {"compare_identities", "mean_percentile_shift", say("Mean change of the distance's percentile, outwards positive"),
         say("percentiles")},
        {"compare_identities", "mean_absolute_percentile_shift", say("Mean size of that change"), say("percentiles")},
        {"compare_images", "path", say("The image, as in the project"), {}},
        {"compare_images", "identity", say("Its identity"), {}},
        {"compare_images", "first_distance", say("Distance from the origin in the first"), say("distance")},
        {"compare_images", "second_distance", say("Distance from the origin in the second"), say("distance")},
        {"compare_images", "first_percentile", say("Percentile of the distance in the first"), say("%")},
        {"compare_images", "second_percentile", say("Percentile of the distance in the second"), say("%")},
        {"compare_images", "percentile_shift", say("Second less first"), say("percentiles")},
        {"compare_images", "neighbours_shared", say("Share of neighbours in common"), {}},
        {"compare_neighbours", "path", say("The image, as in the project"), {}},
        {"compare_neighbours", "position", say("Of the neighbour, the nearest is 1"), {}},
        {"compare_neighbours", "first_neighbour", say("Neighbour in the first"), {}},
        {"compare_neighbours", "second_neighbour", say("Neighbour in the second"), {}},
        {"compare_neighbours", "first_in_second", say("Whether the first's neighbour is one of the second's"), {}},
        {"compare_neighbours", "second_in_first", say("Whether the second's neighbour is one of the first's"), {}},
    };
    for (ColumnMeaning& column : differenceColumns()) columns.push_back(std::move(column));
    return columns;
}

}  // namespace facespace
