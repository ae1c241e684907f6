// What maps and analyses refuse, and names of their choices.
#include <QtGlobal>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("facespace::core", "A perplexity of %1 among %2 images needs about %3 GiB of memory, and %4 GiB are "
                                         "free: take at most %5."),
    QT_TRANSLATE_NOOP("facespace::core", "The pairs file “%1” cannot be read; check that it exists."),
    QT_TRANSLATE_NOOP("facespace::core", "Line 1 of “%1” should be the numbers of folds and of pairs, as in LFW's "
                                         "pairs.txt."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a FaceSpace predictor; choose a file saved with Save predictor."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” was made by a newer FaceSpace; update this program to read it."),
    QT_TRANSLATE_NOOP("facespace::core", "The predictor “%1” cannot be read; check that the file exists."),
    QT_TRANSLATE_NOOP("facespace::core", "The features “%1” were imported without their network, and a probe has to run "
                                         "it; extract features with the network itself."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” does not hold the weights that the features “%2” were made with; put those "
                                         "back, or extract again under another name."),
    QT_TRANSLATE_NOOP("facespace::core", "This project holds labels without images, and a probe has to look at the image "
                                         "itself."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a t-SNE map; only those can be gone on from."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 folds are not possible; choose 2 to 32."),
    QT_TRANSLATE_NOOP("facespace::core", "A training share of %1 is not possible; choose 0.05 to 0.95."),
    QT_TRANSLATE_NOOP("facespace::core", "Numbers of repeats cannot be negative."),
    QT_TRANSLATE_NOOP("facespace::core", "A shrinkage of %1 is not possible; give values above 0 up to 1."),
    QT_TRANSLATE_NOOP("facespace::core", "A ridge penalty of %1 is not possible; give penalties above 0."),
    QT_TRANSLATE_NOOP("facespace::core", "The regression has no stable solution with these penalties; give larger ones, or "
                                         "leave the choice to the program."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 bins are not possible; choose at least 1."),
    QT_TRANSLATE_NOOP("facespace::core", "A discard limit of %1 is not possible; choose above 0 and below 1."),
    QT_TRANSLATE_NOOP("facespace::core", "Choose a discard limit above 0 and below 1, and 2 to 200 steps."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no measure “%1” with different values."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no measure “%1” with different values; there are %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The image's quality cannot be measured (%1)."),
    QT_TRANSLATE_NOOP("facespace::core", "An identity needs at least one image to be a candidate."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1” to predict; there are %2."),
    QT_TRANSLATE_NOOP("facespace::core", "Column “%1” cannot be predicted: “%2” of image “%3” is not a number, and the "
                                         "column has more than two different values."),
    // Classes and sources of labels.
    QT_TRANSLATE_NOOP("facespace::core", "still"),
    QT_TRANSLATE_NOOP("facespace::core", "video"),
    QT_TRANSLATE_NOOP("facespace::core", "centred"),
    QT_TRANSLATE_NOOP("facespace::core", "not centred"),
    QT_TRANSLATE_NOOP("facespace::core", "manifest"),
    QT_TRANSLATE_NOOP("facespace::core", "landmarks (solvePnP)"),
    QT_TRANSLATE_NOOP("facespace::core", "predictor “%1”"),
    // Pairs of a protocol.
    QT_TRANSLATE_NOOP("facespace::core", "“%1” lists no pairs; choose those of these images."),
    QT_TRANSLATE_NOOP("facespace::core", "None of the %1 pairs of “%2” is in this project (the first missing one is “%3”); "
                                         "choose the pairs of these images."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” should be “name n1 n2” or “name1 n1 name2 n2”."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” should hold two template ids."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1”; name the column that holds the template of each image."),
    // Saved predictors.
    QT_TRANSLATE_NOOP("facespace::core", "“%1” does not name two different classes; save the predictor again."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has %2 weights for a dimension of %3; save the predictor again."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has weights that are not finite; save the predictor again."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a readable predictor (%2); save the predictor again."),
    QT_TRANSLATE_NOOP("facespace::core", "The %1 predictor was fitted on “%2” with %3 features and cannot read %4 features; "
                                         "choose that network, or fit a predictor on this one."),
    QT_TRANSLATE_NOOP("facespace::core", "The %1 predictor was fitted on the network “%2” and cannot read features of “%3”, "
                                         "whose weights differ; choose that network, or fit a predictor on this one."),
    QT_TRANSLATE_NOOP("facespace::core", "The predictor cannot be written to “%1”; check that the folder exists, can be "
                                         "written to and has room."),
    QT_TRANSLATE_NOOP("facespace::core", "The predictor cannot be written to “%1” (%2)."),
    // Maps.
    QT_TRANSLATE_NOOP("facespace::core", "Euclidean, raw features"),
    QT_TRANSLATE_NOOP("facespace::core", "Cosine, features of unit length"),
    QT_TRANSLATE_NOOP("facespace::core", "Cosine after centring"),
    QT_TRANSLATE_NOOP("facespace::core", "FaceSpace, fast"),
    QT_TRANSLATE_NOOP("facespace::core", "There is no metric “%1”; use euclidean, cosine or centred-cosine."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no map method “%1”; use pca, tsne or umap."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no t-SNE preset “%1”; use one of %2."),
    QT_TRANSLATE_NOOP("facespace::core", "A map has 2 or 3 dimensions."),
    QT_TRANSLATE_NOOP("facespace::core", "A t-SNE map has 2 or 3 dimensions, not %1."),
    QT_TRANSLATE_NOOP("facespace::core", "A UMAP map has 2 or 3 dimensions, not %1."),
    QT_TRANSLATE_NOOP("facespace::core", "PCA needs at least one dimension."),
    QT_TRANSLATE_NOOP("facespace::core", "The number of iterations must be positive, or 0 for the default."),
    QT_TRANSLATE_NOOP("facespace::core", "Iterations cannot be negative."),
    QT_TRANSLATE_NOOP("facespace::core", "The perplexity must be 1 or more."),
    QT_TRANSLATE_NOOP("facespace::core", "The perplexity must be at least 1, not %1."),
    QT_TRANSLATE_NOOP("facespace::core", "The perplexity was lowered from %1 to %2, a third of the other images."),
    QT_TRANSLATE_NOOP("facespace::core", "The learning rate must be positive, or 0 for the automatic one."),
    QT_TRANSLATE_NOOP("facespace::core", "The learning rate must be positive, or 0 for automatic."),
    QT_TRANSLATE_NOOP("facespace::core", "The automatic rate must be positive."),
    QT_TRANSLATE_NOOP("facespace::core", "The early exaggeration must be 1 or more, or 0 for the preset's."),
    QT_TRANSLATE_NOOP("facespace::core", "The early exaggeration must be at least 1."),
    QT_TRANSLATE_NOOP("facespace::core", "The late exaggeration must be positive, for 0 or more iterations."),
    QT_TRANSLATE_NOOP("facespace::core", "The step at which a map counts as still must be at least 0 and below 1."),
    QT_TRANSLATE_NOOP("facespace::core", "The momentum must be at least 0 and below 1."),
    QT_TRANSLATE_NOOP("facespace::core", "UMAP needs at least 2 neighbours."),
    QT_TRANSLATE_NOOP("facespace::core", "UMAP's minimum distance must be between 0 and the spread."),
    QT_TRANSLATE_NOOP("facespace::core", "UMAP's epochs, negative samples and learning rate cannot be negative."),
    QT_TRANSLATE_NOOP("facespace::core", "Only a t-SNE map goes on from an earlier one."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has %2 dimensions, the new map %3."),
    QT_TRANSLATE_NOOP("facespace::core", "A start of %1 × %2 does not fit a %3-dimensional map of %4 images."),
    QT_TRANSLATE_NOOP("facespace::core", "No image of the earlier map is left: make a new map."),
    QT_TRANSLATE_NOOP("facespace::core", "There are no features to project: extract features first."),
    QT_TRANSLATE_NOOP("facespace::core", "Feature row %1 holds a value that is not a number: leave out images without a "
                                         "feature."),
    QT_TRANSLATE_NOOP("facespace::core", "These features have %1 values a row, but the PCA was made from %2."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 neighbours of each of %2 images cannot be found: ask for 1 to %3."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 neighbours cannot be found among %2 images."),
    QT_TRANSLATE_NOOP("facespace::core", "Features of %1 and of %2 values a row come from different networks."),
    QT_TRANSLATE_NOOP("facespace::core", "The project has no map yet: compute one first."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no map “%1”; there are %2."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no map “%1” in the project."),
    QT_TRANSLATE_NOOP("facespace::core", "The map “%1” is of another network."),
    QT_TRANSLATE_NOOP("facespace::core", "The project has several maps; name one of %1."),
    QT_TRANSLATE_NOOP("facespace::core", "The network of the map “%1” is not in the project."),
    QT_TRANSLATE_NOOP("facespace::core", "How the map “%1” was made is not known any more."),
    QT_TRANSLATE_NOOP("facespace::core", "How the map “%1” was made cannot be read."),
    QT_TRANSLATE_NOOP("facespace::core", "The images on “%1” are not those it was made from; compute it again."),
    QT_TRANSLATE_NOOP("facespace::core", "No image of the map “%1” has a feature any more."),
    QT_TRANSLATE_NOOP("facespace::core", "A new image is placed by at least one neighbour."),
    QT_TRANSLATE_NOOP("facespace::core", "A map of %1 points does not belong to %2 features."),
    QT_TRANSLATE_NOOP("facespace::core", "A map of %1 points cannot be judged by %2 feature rows and %3 labels."),
    QT_TRANSLATE_NOOP("facespace::core", "The quality of a map needs at least 4 images."),
    QT_TRANSLATE_NOOP("facespace::core", "Say how many neighbours to judge a map by."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 neighbours cannot be judged among %2 images: ask for fewer than half."),
    QT_TRANSLATE_NOOP("facespace::core", "Maps of %1 and %2 points cannot be compared by %3 neighbours."),
    QT_TRANSLATE_NOOP("facespace::core", "The numbers of seeds and of neighbours cannot be negative."),
    QT_TRANSLATE_NOOP("facespace::core", "A report on a map has other numbers of k than of figures."),
    QT_TRANSLATE_NOOP("facespace::core", "A report on a map cannot be read; measure the map again."),
    QT_TRANSLATE_NOOP("facespace::core", "None of these images has a feature: there are no distances to show."),
    QT_TRANSLATE_NOOP("facespace::core", "None of these images has a value of “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no map yet; make one first (facespace-cli map)."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1” to colour by; there are: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is free text: it cannot colour points."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column of numbers “%1”; there are: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is no column of at most %2 groups; such are: %3."),
    QT_TRANSLATE_NOOP("facespace::core", "There are no features of a network “%1”; there are: %2."),
    // Comparisons and probes.
    QT_TRANSLATE_NOOP("facespace::core", "One of the two maps is not in the project."),
    QT_TRANSLATE_NOOP("facespace::core", "One of the two networks has no features in the project."),
    QT_TRANSLATE_NOOP("facespace::core", "A map is compared with another one: choose a second map."),
    QT_TRANSLATE_NOOP("facespace::core", "A network is compared with another one: choose a second network."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a map of the network “%2” itself: compare two networks, or two maps."),
    QT_TRANSLATE_NOOP("facespace::core", "fitting %1"),
    QT_TRANSLATE_NOOP("facespace::core", "No image has a label of %1, so it is not predicted."),
    QT_TRANSLATE_NOOP("facespace::core", "A probe needs at least one neighbour."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no feature of “%2” that a probe could start from."),
    QT_TRANSLATE_NOOP("facespace::core", "The undegraded image no longer gives the stored feature (cosine %1): the file, or "
                                         "how the face is cut out of it, has changed since the extraction."),
};

}  // namespace

std::span<const char* const> analysisTexts() { return kTexts; }

}  // namespace facespace
