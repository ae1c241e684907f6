// What the columns of the tables mean.
#include "core/analyses/identify/identify_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> identifyColumns() {
    const std::string iso = "ISO/IEC 19795-1";
    return {
        {"identify", "network", "Whose features were compared", ""},
        {"identify", "metric", "Score of a probe and an entry; that of an identity is its most alike entry's", ""},
        {"identify", "protocol", "Each image against all others, or a gallery and probes", ""},
        {"identify", "gallery", "Number of the gallery", ""},
        {"identify", "entries", "Images or templates enrolled in it", ""},
        {"identify", "identities", "Identities of these", ""},
        {"identify", "mated_searches", "Searches, over all galleries, for an identity that is enrolled", ""},
        {"identify", "non_mated_searches", "Searches for one that is not", ""},
        {"identify", "own_identity_removed",
         "Whether these are the same images, searched for again with their own identity not enrolled", ""},
        {"identify_cmc", "rank", "Rank, 1 is first", ""},
        {"identify_cmc", "found", "Share of mated searches with the right identity at this rank or before", "", iso},
        {"identify_cmc", "found_low", "Lower end of its 95 % interval", ""},
        {"identify_cmc", "found_high", "Upper end of that interval", ""},
        {"identify_cmc", "by_chance", "The same if the order were drawn: rank over identities", ""},
        {"identify_open_set", "fpir_target", "False positive identification rate that is asked for", "", iso},
        {"identify_open_set", "fpir",
         "Share of non-mated searches that report someone, the most that is not above the target", "", iso},
        {"identify_open_set", "threshold", "Candidates with scores from here on are reported; mean over galleries", "score"},
        {"identify_open_set", "tpir",
         "Share of mated searches with the right identity first and reported; 1 − FNIR at rank 1", "", iso},
        {"identify_open_set", "tpir_low", "Lower end of its 95 % interval", ""},
        {"identify_open_set", "tpir_high", "Upper end of that interval", ""},
        {"identify_open_set", "resolved", "Whether there are searches enough for this rate: 10 / target", ""},
        {"identify_curve", "fpir", "Share of non-mated searches that report someone", ""},
        {"identify_curve", "tpir", "Share of mated searches with the right identity first and reported", ""},
        {"identify_identities", "identity", "The identity", ""},
        {"identify_identities", "searches", "Mated searches for it", ""},
        {"identify_identities", "found_first", "Those in which it comes first", ""},
        {"identify_identities", "share", "Share of these", ""},
        {"identify_identities", "mean_rank", "Mean rank at which it comes", ""},
        {"identify_identities", "taken_for", "Identity that comes first most often in its place", ""},
        {"identify_identities", "taken_for_times", "How often", ""},
        {"identify_identities", "others_taken_for_it", "Searches for others in which it comes first", ""},
        {"identify_confusions", "identity", "Identity of the images", ""},
        {"identify_confusions", "taken_for", "Identity that comes first", ""},
        {"identify_confusions", "times", "In so many searches", ""},
        {"identify_confusions", "share", "Of so large a share of its searches", ""},
        {"identify_confusions", "example", "The image least like its own identity, or template", ""},
        {"identify_confusions", "taken_for_example", "The entry that it is most like", ""},
        {"identify_searches", "gallery", "Number of the gallery", ""},
        {"identify_searches", "probe", "The image by its path, or template by its id", ""},
        {"identify_searches", "identity", "Its identity", ""},
        {"identify_searches", "rank", "Of its identity; 1 + others that score at least as high; none: not enrolled", ""},
        {"identify_searches", "score", "Of its identity's most alike entry", "score"},
        {"identify_searches", "entry", "That entry", ""},
        {"identify_searches", "other", "The most alike other identity", ""},
        {"identify_searches", "other_score", "Of its most alike entry", "score"},
        {"identify_searches", "other_entry", "That entry", ""},
    };
}

}  // namespace facespace
