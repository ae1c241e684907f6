// What the columns of the prediction's tables mean.
#include <fmt/format.h>

#include "core/analyses/prediction/prediction_analysis.h"

namespace facespace {
namespace {

struct Figure {
    const char *key, *title, *unit;
};
constexpr Figure kFigures[]{
    {"mae", "Mean absolute error", "that of the target"},
    {"rmse", "Root mean squared error", "that of the target"},
    {"r2", "Coefficient of determination, R²", ""},
    {"accuracy", "Share of images of which the class is right", ""},
    {"balanced_accuracy", "Mean of the shares that are right in each class", ""},
    {"auc", "Area under the ROC curve of the class", ""},
};

void addFigures(std::vector<ColumnMeaning>& all) {
    for (const Figure& f : kFigures) {
        const std::string key = f.key;
        all.push_back({"prediction", key, fmt::format("{}, out of fold, on identities not fitted to", f.title), f.unit});
        all.push_back(
            {"prediction", key + "_low", "Lower end of its 95 % interval, units of observation resampled", f.unit});
        all.push_back({"prediction", key + "_high", "Upper end of that interval", f.unit});
        const std::string split = "random_split_" + key;
        all.push_back(
            {"prediction", split + "_mean", fmt::format("{}, mean over random splits of the images", f.title), f.unit});
        all.push_back({"prediction", split + "_sd", "Standard deviation over these splits", f.unit});
        all.push_back({"prediction", split + "_low", "2.5th percentile over these splits", f.unit});
        all.push_back({"prediction", split + "_high", "97.5th percentile over these splits", f.unit});
    }
}

}  // namespace

std::vector<ColumnMeaning> predictionColumns() {
    std::vector<ColumnMeaning> all{
        {"prediction", "network", "Whose features were read", ""},
        {"prediction", "target", "What is predicted", ""},
        {"prediction", "unit", "Unit of the target", ""},
        {"prediction", "labels", "Where the labels come from", ""},
        {"prediction", "images", "Images with a label and a feature", ""},
        {"prediction", "identities", "Identities of these images", ""},
        {"prediction", "folds", "Identity-disjoint folds of the cross-validation", ""},
        {"prediction", "majority_accuracy", "Accuracy of always saying the larger class", ""},
        {"prediction", "permutation_scheme", "How labels were shuffled for the baseline", ""},
        {"prediction", "permutation_mean", "Mean R² or AUC under shuffled labels", ""},
        {"prediction", "permutation_high", "Its 97.5th percentile", ""},
        {"prediction", "permutation_p",
         "Share of shuffles at least as good, (1 + count) / (1 + shuffles); null: the features say nothing of the label",
         ""},
        {"prediction", "permutation_shuffles", "Shuffles that this p-value rests on", ""},
        {"prediction", "note", "What is missing, or to be careful about", ""},
        {"prediction_images", "network", "Whose features were read", ""},
        {"prediction_images", "target", "What is predicted", ""},
        {"prediction_images", "row", "Number of the image in import order, from 1: its row in the exported features", ""},
        {"prediction_images", "path", "The image, as in the project", ""},
        {"prediction_images", "identity", "Its identity; an identity is in one fold", ""},
        {"prediction_images", "unit", "Number of its unit of observation: the images of one video have the same", ""},
        {"prediction_images", "fold", "In which it is tested, from 1", ""},
        {"prediction_images", "half", "With two folds: half of its fold, on which the other's penalty is chosen", ""},
        {"prediction_images", "label", "Its label; of classes 0 or 1", "that of the target"},
        {"prediction_images", "out_of_fold", "Predicted by the fit to the other folds; of classes the log odds of class 1",
         "that of the target"},
        {"prediction_folds", "network", "Whose features were read", ""},
        {"prediction_folds", "target", "What is predicted", ""},
        {"prediction_folds", "method", "What is fitted, and what its penalty is", ""},
        {"prediction_folds", "fold", "Number of the fold, from 1", ""},
        {"prediction_folds", "images", "Images tested in it", ""},
        {"prediction_folds", "penalty", "Chosen by cross-validation inside its training part", ""},
        {"prediction_folds", "penalties_tried", "From which it was chosen, with spaces between", ""},
        {"prediction_folds", "seed", "Of folds, random splits and shuffles", ""},
        {"prediction_features", "network", "Whose features were read", ""},
        {"prediction_features", "target", "What is predicted", ""},
        {"prediction_features", "features", "So many of the features were used", ""},
        {"prediction_features", "random_mean", "R² or AUC from features drawn at random, mean over draws", ""},
        {"prediction_features", "random_low", "2.5th percentile over draws", ""},
        {"prediction_features", "random_high", "97.5th percentile over draws", ""},
        {"prediction_features", "best", "R² or AUC from those most correlated with the label in each training part", ""},
        {"prediction_confusion", "network", "Whose features were read", ""},
        {"prediction_confusion", "target", "What is predicted", ""},
        {"prediction_confusion", "true", "Class as labelled", ""},
        {"prediction_confusion", "said", "Class as predicted, out of fold", ""},
        {"prediction_confusion", "images", "So many images", ""},
    };
    addFigures(all);
    return all;
}

}  // namespace facespace
