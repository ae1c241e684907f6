// What the columns of the tables mean.
#include "core/analyses/overlap/overlap_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> overlapColumns() {
    return {
        {"overlap", "against", "The other project's file", ""},
        {"overlap", "images", "Images of this project that were compared", ""},
        {"overlap", "other_images", "Images of the other project", ""},
        {"overlap", "identities", "Identities of this project", ""},
        {"overlap", "other_identities", "Identities of the other project", ""},
        {"overlap", "shared_identities", "Pairs of identities that are each other's nearest, above the limit", ""},
        {"overlap", "shared_images", "Pairs of images of one picture", ""},
        {"overlap", "identities_above", "Identities more alike than this are one person; none: cannot be told", "cosine"},
        {"overlap", "chance", "Chance that anybody is named where nobody is in both, for that limit", ""},
        {"overlap", "limit_of_this", "The limit as the different people of this project give it", "cosine"},
        {"overlap", "limit_of_other", "The limit as the different people of the other project give it", "cosine"},
        {"overlap", "halves_median", "Of the cosines of random halves of one name", "cosine"},
        {"overlap", "halves_found",
         "Share of random halves of one name above the limit: of people in both, about so many "
         "are found",
         ""},
        {"overlap", "image_pairs", "Pairs of images alike enough to be looked at", ""},
        {"overlap", "image_pairs_compared", "Those compared as pictures", ""},
        {"overlap_identities", "identity", "An identity of this project", ""},
        {"overlap_identities", "other_identity", "The identity of the other project", ""},
        {"overlap_identities", "same_name", "Whether both have the same name", ""},
        {"overlap_identities", "cosine", "Of the means of both identities' images", "cosine"},
        {"overlap_identities", "next_cosine", "Of the first to the other project's next nearest identity", "cosine"},
        {"overlap_identities", "mutual", "Whether each is the other's nearest; else one has another nearest", ""},
        {"overlap_identities", "images", "Images of the identity in this project", ""},
        {"overlap_identities", "other_images", "Images in the other project", ""},
        {"overlap_identities", "path", "A typical image in this project", ""},
        {"overlap_identities", "other_path", "A typical image in the other project", ""},
        {"overlap_images", "path", "An image of this project", ""},
        {"overlap_images", "other_path", "The image of the other project", ""},
        {"overlap_images", "identity", "Identity in this project", ""},
        {"overlap_images", "other_identity", "Identity in the other project", ""},
        {"overlap_images", "kind",
         "Same pixels, same picture in other pixels, one a part of the other (first: this project's), or alike features "
         "where a file is not there",
         ""},
        {"overlap_images", "cosine", "Of their features", "cosine"},
        {"overlap_images", "hash_bits_apart", "Bits in which the pictures' hashes differ, of 256; up to 10: same picture",
         "bit"},
        {"overlap_images", "share", "Of a part, of the picture's area", ""},
        {"overlap_here", "path", "An image of this project that the other one has, or whose identity it has", ""},
        {"overlap_here", "overlap", "Identity, image, or both", ""},
        {"overlap_there", "path", "An image of the other project that this one has, or whose identity it has", ""},
        {"overlap_there", "overlap", "Identity, image, or both", ""},
    };
}

}  // namespace facespace
