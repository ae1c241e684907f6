// What the columns of the tables mean.
#include "core/analyses/verify/verify_analysis.h"

namespace facespace {

std::vector<ColumnMeaning> verifyColumns() {
    return {
        {"verification", "network", "Whose features were compared", ""},
        {"verification", "pairs", "Which pairs were compared", ""},
        {"verification", "metric", "Score of a pair", ""},
        {"verification", "images", "Images, or templates, that were compared", ""},
        {"verification", "identities", "Identities of these", ""},
        {"verification", "genuine_pairs", "Pairs of one identity", ""},
        {"verification", "impostor_pairs", "Pairs of two identities", ""},
        {"verification", "missing_pairs", "Pairs of the protocol that could not be compared", ""},
        {"verification", "auc", "Area under the ROC curve", ""},
        {"verification", "auc_low", "Lower end of its 95 % interval", ""},
        {"verification", "auc_high", "Upper end of that interval", ""},
        {"verification", "eer", "Equal error rate: where FMR and FNMR are equal", ""},
        {"verification", "eer_low", "Lower end of its 95 % interval", ""},
        {"verification", "eer_high", "Upper end of that interval", ""},
        {"verification", "d_prime", "Distance of the means of genuine and impostor scores in pooled standard deviations",
         ""},
        {"verification", "d_prime_low", "Lower end of its 95 % interval", ""},
        {"verification", "d_prime_high", "Upper end of that interval", ""},
        {"verification", "fold_accuracy", "Mean accuracy over the protocol's folds, at the threshold best on the others",
         ""},
        {"verification", "fold_accuracy_sd", "Standard deviation over the folds", ""},
        {"verification", "fold_accuracy_standard_error", "Standard error: that over the root of their number", ""},
        {"verification", "script_accuracy",
         "Accuracy as FaceNet's and InsightFace's scripts compute it: ten runs of the list, thresholds 0, 0.01 … 3.99 on "
         "the "
         "squared distance at unit length",
         ""},
        {"verification", "script_accuracy_sd", "Standard deviation over these folds, by n", ""},
        {"verification", "note", "What to be careful about", ""},
        {"verification_points", "network", "Whose features were compared", ""},
        {"verification_points", "fmr_target", "False match rate that is asked for", ""},
        {"verification_points", "fmr", "False match rate that is reached, the most that is not above it", ""},
        {"verification_points", "threshold", "Scores from here on are accepted", "score"},
        {"verification_points", "tar", "Share of genuine pairs accepted, 1 − FNMR", ""},
        {"verification_points", "tar_low", "Lower end of its 95 % interval", ""},
        {"verification_points", "tar_high", "Upper end of that interval", ""},
        {"verification_points", "resolved", "Whether there are impostor pairs enough for this rate: 10 / target", ""},
        {"verification_curve", "threshold", "Scores from here on are accepted", "score"},
        {"verification_curve", "fmr", "Share of impostor pairs accepted", ""},
        {"verification_curve", "fnmr", "Share of genuine pairs rejected", ""},
        {"verification_scores", "score_low", "Lower edge of the bin", "score"},
        {"verification_scores", "score_high", "Upper edge of the bin", "score"},
        {"verification_scores", "genuine", "Genuine pairs in the bin", ""},
        {"verification_scores", "impostor", "Impostor pairs in the bin", ""},
        {"verification_worst", "kind", "Genuine: least alike first; impostor: most alike first", ""},
        {"verification_worst", "score", "Score of the pair", "score"},
        {"verification_worst", "a", "First image by its path, or template by its id", ""},
        {"verification_worst", "b", "Second one", ""},
        {"verification_worst", "identity_a", "Identity of the first", ""},
        {"verification_worst", "identity_b", "Identity of the second", ""},
    };
}

}  // namespace facespace
