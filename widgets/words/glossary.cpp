#include "widgets/words/glossary.h"

#include <algorithm>
#include <QCoreApplication>
#include <QStringList>
#include <QUrl>
#include <vector>

namespace facespace {
namespace {

struct Term {
    const char* names;  ///< As they stand on pages, with | between them.
    const char* meaning;
    const char *page, *heading;  ///< Of the manual.
};

constexpr const char* kComputes = "What it computes";

const Term kTerms[] = {
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Spearman ρ|Rank correlation"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Spearman's rank correlation, from −1 to 1: 1 if both always rise together, 0 if they have nothing to "
         "do with each other, −1 if one falls as the other rises. Intervals leave identities out."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Kendall τ"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Kendall's τ-b, from −1 to 1: the share of pairs of images that both put in the same order, less the "
                       "share that they put in opposite orders. Smaller than ρ for the same data."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Partial ρ|partial"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Partial Spearman correlation: what is left of ρ once the measures that are named as held fixed are "
                       "taken out of both. Near 0: they explain it."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Trend|rises throughout|falls throughout|no trend|cannot tell"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "What the measure does as the distance grows, by a smooth beside the monotone fit. “Cannot tell”: the "
         "images allow several of these."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Monotone R²"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the variance that the best curve which only rises or only falls (isotonic regression) "
                       "explains: 1 all, 0 none."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "p, flat|against flat"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "How often a trend as strong would come up if there were none: small means that there is one. Not the "
         "size of the effect."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "MAE"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Mean absolute error, in the unit of the label: smaller is better. Of identities that were not fitted "
         "to."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "RMSE"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Root mean squared error, in the unit of the label: smaller is better; large errors count more than in "
         "the MAE."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "R²"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Coefficient of determination: 1 if all of the label is read, 0 if no more than by always saying its "
                       "mean, below 0 if less."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Accuracy"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the images, or of the pairs, that are told right: larger is better. Compare with the share "
                       "of the larger class."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Balanced|balanced"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Balanced accuracy: the mean of the accuracies of both classes, 0.5 for guessing whatever their sizes."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "AUC"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Area under the ROC curve: how often a case of the one kind scores above one of the other. 1 is "
                       "perfect, 0.5 is chance."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Shuffled labels"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "The same figure with labels shuffled between units of observation, mean and middle 95 %: what chance "
         "alone gives."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Held-out identities|new identities|New identities|Split"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Every image is predicted by a fit that saw no image of its person (identity-disjoint "
                       "cross-validation), so that the figure holds for people who are not in the set."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Equal error rate|EER"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Where as many genuine pairs are rejected as impostor pairs are accepted (ISO/IEC 19795-1): smaller is "
         "better."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "d′"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Distance between the means of genuine and impostor scores in standard deviations: larger is better, 0 "
         "is chance."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "FMR|False match rate"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "False match rate: share of impostor pairs that are taken for one person (ISO/IEC 19795-1). It sets "
                       "the threshold."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "FNMR|1 − FNMR"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "False non-match rate: share of genuine pairs that are taken for two people (ISO/IEC 19795-1); smaller "
         "is better, and of 1 − FNMR larger."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Genuine pairs|genuine"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Pairs of images of one identity, as the labels have it."), "verification",
     kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Impostor pairs|impostor"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Pairs of images of two identities, as the labels have it."), "verification",
     kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "DET"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Detection error trade-off: FNMR over FMR on probit axes. A curve nearer to the lower left is better."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "ROC"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Receiver operating characteristic: 1 − FNMR over FMR. A curve nearer to the upper left is better."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Error versus discard|error versus discard"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "The FNMR that is left when the images of least quality are discarded: the faster it falls, the better "
         "the measure foretells errors."),
     "error-versus-discard", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Areas|Area"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Area under the curve of error versus discard: smaller is better."),
     "error-versus-discard", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Squared effect of view, without chance|Squared effect"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "By how much a feature differs between the views, in standard deviations, squared and without what "
                       "chance adds (unbiased): 0 is no effect."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Significant tests"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Share of identity-by-feature tests (Welch's t) that are significant after the correction. It depends "
         "on the number of images; the squared effect does not."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Identities with both views"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "People with enough frontal and enough profile images: only they are tested, for others say nothing "
                       "of the difference."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Features that vary"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Features of the network that are not the same in every image: those that are tested."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "… of an identity's features, range"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Smallest and largest share of significant features that one identity has: far apart, people differ in "
         "how much the view changes their features."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "… of a feature's identities, range"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Smallest and largest share of the identities in which one feature is significant: far apart, features "
         "differ in how much they follow the view."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "… its variance over identities|… its variance over features"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Component of variance of the squared effects in a two-way layout (Searle, Casella and McCulloch 1992): "
         "the larger, the more it matters which identity, or which feature, it is; 0: not at all."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "… difference of the two"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Component of variance of the squared effects over identities, less that over features: above 0 "
                       "identities vary more."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "No view dependence at all"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "p: how often a mean squared effect as large comes up when views are shuffled within identities: small "
         "means that features follow the view. Not the size of the effect."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Distance from the origin|Distance from origin|‖x‖"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Length (Euclidean norm) of the feature as the network returns it. Many networks put images of poor "
                       "quality near the origin; whether this one does, the page Quality says."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Distance from the mean"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Euclidean distance of the feature from the mean feature of the images taken."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Cosine to the identity's centroid"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Cosine between the feature and the mean feature of its identity: 1 is in its direction. Also of "
                       "networks whose features have unit length."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Percentile|Percentiles|percentiles|percentile"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Rank among all images from 0 to 100, ties sharing their mean rank: 0 is nearest to the origin."),
     "analyses", "Quantiles and percentiles"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "In common|in common|Neighbours in common"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of an image's nearest neighbours that are the same in both: 100 % is the same surroundings."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Trustworthiness"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "1 if all neighbours on the map are neighbours in the features (Venna and Kaski 2001): larger is "
                       "better."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Continuity"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "1 if all neighbours in the features are neighbours on the map (Venna and Kaski 2001): larger is "
                       "better."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Cosine to the stored feature|cosine"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Cosine between two features: 1 the same direction, 0 at a right angle."),
     "probe", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Rank of the own identity"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Place of the nearest image of the same identity among all others by cosine: 1 is recognised."),
     "probe", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Density"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the pairs for each unit of the score: under each histogram lies an area of 1."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Margin"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Cosine to the nearest other identity's mean less that to the own: above 0 the image is nearer to "
                       "another identity."),
     "suspected-labels", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Cosine of halves"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Cosine between the means of the two halves of a name's images (2-means): the smaller, the likelier two people."),
     "suspected-labels", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Hedges' g"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "Standardised difference of the means of frontal and profile images, corrected for few images: 0 is no effect."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Variance over identities"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Component of variance of the squared effects over identities, less that over features: above 0 "
                       "identities vary more."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Resamples of identities and features"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "How many resamples of identities and features gave such a value (pigeonhole bootstrap, Owen 2007)."),
     "view-dependence", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Number of features"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "So many of the network's features the predictor is given: the fewer it takes, the more plainly they say it."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Labelled"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "The label of the image: of the manifest, else from where the caption says."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Predicted|predicted"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "What a linear predictor reads from the feature of the image, fitted to other people (out of fold)."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "p"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "How often a figure as good would come up by chance alone: small means that it is none. Not the size "
                       "of the effect."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Yaw|yaw"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Turn of the head to the side in degrees, positive where the nose points to the image's left."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Pitch|pitch"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Nod of the head in degrees, positive where the face looks up."), "prediction",
     kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Genuine pairs discarded"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the genuine pairs that are set aside, those of lowest quality first."),
     "error-versus-discard", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Difference (95 % interval)"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "The second less the first, of the same pairs, with a paired 95 % interval by leaving identities "
                       "out: one is better where it leaves out 0."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Shift of the percentile"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "By how much the image's rank by distance differs between the two: far from 0 they judge it differently."),
     "analyses", "Quantiles and percentiles"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Neighbours k"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "How many nearest neighbours of each image are compared."), "map-trust",
     kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "KL divergence"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Kullback–Leibler divergence, which t-SNE makes small: smaller is better, comparable between maps of "
                       "the same features and perplexity."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Trustworthy"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "1 if all neighbours on the map are neighbours in the features (Venna and Kaski 2001): larger is better."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Continuous"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "1 if all neighbours in the features are neighbours on the map (Venna and Kaski 2001): larger is better."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Preserved|Neighbours alike"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of an image's nearest neighbours that are the same in both: 100 % is the same surroundings."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "ρ distances|ρ identities"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Spearman's rank correlation of distances in the features and on the map, of pairs of images or of "
                       "identities: 1 keeps their order."),
     "map-trust", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Own identity nearby"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "How many of the nearest images by cosine are of the same identity: all of them is recognised."),
     "probe", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Inter-eye distance"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Distance of the eyes in pixels of the image, divided by cos yaw: larger is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Face box size"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Side of the face's box in pixels of the image: larger is better."), "quality",
     kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Sharpness"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Variance of the Laplacian of the aligned face: larger is sharper."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Blur"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Blur without a reference (Crété-Roffet et al. 2007), from 0 to 1: smaller is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Brightness|Luminance mean"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Mean luminance of the aligned face: a middle is best; its component of ISO/IEC 29794-5 goes from 0 "
                       "to 100, larger is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Contrast|Luminance variance"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Spread of the luminance of the aligned face: a middle is best; its component of ISO/IEC 29794-5 "
                       "goes from 0 to 100, larger is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Dynamic range"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Entropy of the luminance of the aligned face in bits: larger is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Under-exposed pixels|Under-exposure prevention"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the face's pixels that are too dark: smaller is better, and of the component of ISO/IEC "
                       "29794-5 (0 to 100) larger."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Over-exposed pixels|Over-exposure prevention"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Share of the face's pixels that are too bright: smaller is better, and of the component of ISO/IEC "
                       "29794-5 (0 to 100) larger."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Blockiness"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Edges at the borders of JPEG's blocks beside others: larger is more compressed, smaller is better."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Measure"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "What is known of each image: a measure of its quality, the distance of its feature, or a column of "
                       "numbers that was imported."),
     "quality", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Random"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Images set aside in random order: a measure that is no better than this foretells nothing."),
     "error-versus-discard", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Oracle"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "Genuine pairs that are rejected are set aside first: no measure can do better than this."),
     "error-versus-discard", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Target"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "What is read from the features: pose, still or video, or a column of the manifest."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Still or video"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Whether the image is a still or a frame of a video, as the manifest has it."),
     "prediction", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Images, identities|Templates, identities"),
     QT_TRANSLATE_NOOP(
         "facespace::Glossary",
         "How many images or templates, and of how many people, the pairs are made of: intervals go by people."),
     "verification", kComputes},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Path"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Where the image lies in the project's folder."), "table", "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Identity"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "The person in the image, as the labels have it: folder, list or column."),
     "table", "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Media"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Still image or frame of a video, as the manifest has it."), "table",
     "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Video"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Of which video the frame is: the frames of one are one observation."),
     "table", "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Roll"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Tilt of the head in the image's plane, in degrees."), "table",
     "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Decision"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Keep or reject, as decided in Triage; empty: undecided."), "table",
     "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Tags"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Words of yours on the image, apart from the decision."), "table",
     "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Note"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "A sentence of yours on the image."), "table", "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "Probability of"),
     QT_TRANSLATE_NOOP("facespace::Glossary",
                       "By linear discriminant analysis, out of fold, from 0 to 1: near 1 the features say so."),
     "table", "What it shows"},
    {QT_TRANSLATE_NOOP("facespace::Glossary", "error"),
     QT_TRANSLATE_NOOP("facespace::Glossary", "Predicted less labelled: 0 is right, above 0 too large."), "table",
     "What it shows"},
};

QString translated(const char* text) { return QCoreApplication::translate("facespace::Glossary", text); }

/// Where a name stands in the text as a word of its own; −1 if it does not.
qsizetype placeOf(const QString& name, const QString& text) {
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const bool begins = at == 0 || !text[at - 1].isLetterOrNumber() || !name[0].isLetterOrNumber();
        const qsizetype end = at + name.size();
        const bool ends = end == text.size() || !text[end].isLetterOrNumber() || !name[name.size() - 1].isLetterOrNumber();
        if (begins && ends) return at;
    }
    return -1;
}

struct Found {
    QString name;
    const Term* term;
};

/// Longest names first; what is part of a longer one is not told again.
std::vector<Found> termsIn(QString text) {
    std::vector<Found> names;
    for (const Term& term : kTerms)
        for (const QString& name : translated(term.names).split(u'|', Qt::SkipEmptyParts)) names.push_back({name, &term});
    std::ranges::stable_sort(names, [](const Found& a, const Found& b) { return a.name.size() > b.name.size(); });
    std::vector<Found> found;
    for (const Found& each : names) {
        const qsizetype at = placeOf(each.name, text);
        if (at < 0) continue;
        text.replace(at, each.name.size(), QString(each.name.size(), u' '));
        if (std::ranges::none_of(found, [&](const Found& f) { return f.term == each.term; })) found.push_back(each);
    }
    return found;
}

}  // namespace

QString manualLink(const QString& page, const QString& heading) {
    QUrl url;
    url.setScheme(kManualScheme);
    url.setPath(page);
    url.setFragment(heading);
    return url.toString(QUrl::FullyEncoded);
}

QString explained(const QString& text, bool link) {
    QStringList parts;
    for (const Found& found : termsIn(text)) {
        QString part = QStringLiteral("<p><b>%1</b>: %2")
                           .arg(found.name.toHtmlEscaped(), translated(found.term->meaning).toHtmlEscaped());
        if (link)
            part += QStringLiteral(" <a href=\"%1\">%2</a>")
                        .arg(manualLink(QLatin1String(found.term->page), QLatin1String(found.term->heading)),
                             QCoreApplication::translate("facespace::Glossary", "In the manual"));
        parts << part + QStringLiteral("</p>");
    }
    return parts.join(QString());
}

}  // namespace facespace
