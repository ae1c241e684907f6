// What the columns of the tables mean.
#include "core/analyses/overlap/overlap_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> overlapColumns() {
    return {
        {"overlap", "against", say("The other project's file"), {}},
        {"overlap", "images", say("Images of this project that were compared"), {}},
        {"overlap", "other_images", say("Images of the other project"), {}},
        {"overlap", "identities", say("Identities of this project"), {}},
        {"overlap", "other_identities", say("Identities of the other project"), {}},
        {"overlap", "shared_identities", say("Pairs of identities that are each other's nearest, above the limit"), {}},
        {"overlap", "shared_images", say("Pairs of images of one picture"), {}},
        {"overlap", "identities_above", say("Identities more alike than this are one person; none: cannot be told"),
         say("cosine")},
        {"overlap", "chance", say("Chance that anybody is named where nobody is in both, for that limit"), {}},
        {"overlap", "limit_of_this", say("The limit as the different people of this project give it"), say("cosine")},
        {"overlap", "limit_of_other", say("The limit as the different people of the other project give it"), say("cosine")},
        {"overlap", "halves_median", say("Of the cosines of random halves of one name"), say("cosine")},
        {"overlap",
         "halves_found",
         say("Share of random halves of one name above the limit: of people in both, about so many are found"),
         {}},
        {"overlap", "image_pairs", say("Pairs of images alike enough to be looked at"), {}},
        {"overlap", "image_pairs_compared", say("Those compared as pictures"), {}},
        {"overlap_identities", "identity", say("An identity of this project"), {}},
        {"overlap_identities", "other_identity", say("The identity of the other project"), {}},
        {"overlap_identities", "same_name", say("Whether both have the same name"), {}},
        {"overlap_identities", "cosine", say("Of the means of both identities' images"), say("cosine")},
        {"overlap_identities", "next_cosine", say("Of the first to the other project's next nearest identity"),
         say("cosine")},
        {"overlap_identities", "mutual", say("Whether each is the other's nearest; else one has another nearest"), {}},
        {"overlap_identities", "images", say("Images of the identity in this project"), {}},
        {"overlap_identities", "other_images", say("Images in the other project"), {}},
        {"overlap_identities", "path", say("A typical image in this project"), {}},
        {"overlap_identities", "other_path", say("A typical image in the other project"), {}},
        {"overlap_images", "path", say("An image of this project"), {}},
        {"overlap_images", "other_path", say("The image of the other project"), {}},
        {"overlap_images", "identity", say("Identity in this project"), {}},
        {"overlap_images", "other_identity", say("Identity in the other project"), {}},
        {"overlap_images",
         "kind",
         say("Same pixels, same picture in other pixels, one a part of the other (first: this project's), or alike features "
             "where a file is not there"),
         {}},
        {"overlap_images", "cosine", say("Of their features"), say("cosine")},
        {"overlap_images", "hash_bits_apart",
         say("Bits in which the pictures' hashes differ, of 256; up to 10: same picture"), say("bit")},
        {"overlap_images", "share", say("Of a part, of the picture's area"), {}},
        {"overlap_here", "path", say("An image of this project that the other one has, or whose identity it has"), {}},
        {"overlap_here", "overlap", say("Identity, image, or both"), {}},
        {"overlap_there", "path", say("An image of the other project that this one has, or whose identity it has"), {}},
        {"overlap_there", "overlap", say("Identity, image, or both"), {}},
    };
}

}  // namespace facespace
