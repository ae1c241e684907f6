// What the columns of the prediction's tables mean.
#include "core/analyses/prediction/prediction_analysis.h"

namespace facespace {
namespace {

struct Figure {
    const char* key;
    Phrase title, unit;
};
constexpr Figure kFigures[]{
    {"mae", Phrase("Mean absolute error"), Phrase("that of the target")},
    {"rmse", Phrase("Root mean squared error"), Phrase("that of the target")},
    {"r2", Phrase("Coefficient of determination, R²"), Phrase()},
    {"accuracy", Phrase("Share of images of which the class is right"), Phrase()},
    {"balanced_accuracy", Phrase("Mean of the shares that are right in each class"), Phrase()},
    {"auc", Phrase("Area under the ROC curve of the class"), Phrase()},
};

void addFigures(std::vector<ColumnMeaning>& all) {
    for (const Figure& f : kFigures) {
        const std::string key = f.key;
        all.push_back({"prediction", key, say("{}, out of fold, on identities not fitted to", Text(f.title)), f.unit});
        all.push_back(
            {"prediction", key + "_low", say("Lower end of its 95 % interval, units of observation resampled"), f.unit});
        all.push_back({"prediction", key + "_high", say("Upper end of that interval"), f.unit});
        const std::string split = "random_split_" + key;
        all.push_back(
            {"prediction", split + "_mean", say("{}, mean over random splits of the images", Text(f.title)), f.unit});
        all.push_back({"prediction", split + "_sd", say("Standard deviation over these splits"), f.unit});
        all.push_back({"prediction", split + "_low", say("2.5th percentile over these splits"), f.unit});
        all.push_back({"prediction", split + "_high", say("97.5th percentile over these splits"), f.unit});
    }
}

}  // namespace

std::vector<ColumnMeaning> predictionColumns() {
    std::vector<ColumnMeaning> all{
        {"prediction", "network", say("Whose features were read"), {}},
        {"prediction", "target", say("What is predicted"), {}},
        {"prediction", "unit", say("Unit of the target"), {}},
        {"prediction", "labels", say("Where the labels come from"), {}},
        {"prediction", "images", say("Images with a label and a feature"), {}},
        {"prediction", "identities", say("Identities of these images"), {}},
        {"prediction", "folds", say("Identity-disjoint folds of the cross-validation"), {}},
        {"prediction", "majority_accuracy", say("Accuracy of always saying the larger class"), {}},
        {"prediction", "permutation_scheme", say("How labels were shuffled for the baseline"), {}},
        {"prediction", "permutation_mean", say("Mean R² or AUC under shuffled labels"), {}},
        {"prediction", "permutation_high", say("Its 97.5th percentile"), {}},
        {"prediction",
         "permutation_p",
         say("Share of shuffles at least as good, (1 + count) / (1 + shuffles); null: the features say nothing of the "
             "label"),
         {}},
        {"prediction", "permutation_shuffles", say("Shuffles that this p-value rests on"), {}},
        {"prediction", "note", say("What is missing, or to be careful about"), {}},
        {"prediction_images", "network", say("Whose features were read"), {}},
        {"prediction_images", "target", say("What is predicted"), {}},
        {"prediction_images",
         "row",
         say("Number of the image in import order, from 1: its row in the exported features"),
         {}},
        {"prediction_images", "path", say("The image, as in the project"), {}},
        {"prediction_images", "identity", say("Its identity; an identity is in one fold"), {}},
        {"prediction_images", "unit", say("Number of its unit of observation: the images of one video have the same"), {}},
        {"prediction_images", "fold", say("In which it is tested, from 1"), {}},
        {"prediction_images", "half", say("With two folds: half of its fold, on which the other's penalty is chosen"), {}},
        {"prediction_images", "label", say("Its label; of classes 0 or 1"), say("that of the target")},
        {"prediction_images", "out_of_fold",
         say("Predicted by the fit to the other folds; of classes the log odds of class 1"), say("that of the target")},
        {"prediction_folds", "network", say("Whose features were read"), {}},
        {"prediction_folds", "target", say("What is predicted"), {}},
        {"prediction_folds", "method", say("What is fitted, and what its penalty is"), {}},
        {"prediction_folds", "fold", say("Number of the fold, from 1"), {}},
        {"prediction_folds", "images", say("Images tested in it"), {}},
        {"prediction_folds", "penalty", say("Chosen by cross-validation inside its training part"), {}},
        {"prediction_folds", "penalties_tried", say("From which it was chosen, with spaces between"), {}},
        {"prediction_folds", "seed", say("Of folds, random splits and shuffles"), {}},
        {"prediction_features", "network", say("Whose features were read"), {}},
        {"prediction_features", "target", say("What is predicted"), {}},
        {"prediction_features", "features", say("So many of the features were used"), {}},
        {"prediction_features", "random_mean", say("R² or AUC from features drawn at random, mean over draws"), {}},
        {"prediction_features", "random_low", say("2.5th percentile over draws"), {}},
        {"prediction_features", "random_high", say("97.5th percentile over draws"), {}},
        {"prediction_features",
         "best",
         say("R² or AUC from those most correlated with the label in each training part"),
         {}},
        {"prediction_confusion", "network", say("Whose features were read"), {}},
        {"prediction_confusion", "target", say("What is predicted"), {}},
        {"prediction_confusion", "true", say("Class as labelled"), {}},
        {"prediction_confusion", "said", say("Class as predicted, out of fold"), {}},
        {"prediction_confusion", "images", say("So many images"), {}},
    };
    addFigures(all);
    return all;
}

}  // namespace facespace
