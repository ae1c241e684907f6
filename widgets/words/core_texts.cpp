#include "widgets/words/core_texts.h"

#include <iterator>
#include <QtGlobal>
#include <vector>

namespace facespace {
namespace {

// The first is how the window's language is told from English: its translation differs.
constexpr const char* kTexts[] = {
    // Columns and measures.
    QT_TRANSLATE_NOOP("facespace::core", "Path"),
    QT_TRANSLATE_NOOP("facespace::core", "Identity"),
    QT_TRANSLATE_NOOP("facespace::core", "Media"),
    QT_TRANSLATE_NOOP("facespace::core", "Video"),
    QT_TRANSLATE_NOOP("facespace::core", "Yaw"),
    QT_TRANSLATE_NOOP("facespace::core", "Pitch"),
    QT_TRANSLATE_NOOP("facespace::core", "Roll"),
    QT_TRANSLATE_NOOP("facespace::core", "Tags"),
    QT_TRANSLATE_NOOP("facespace::core", "Note"),
    QT_TRANSLATE_NOOP("facespace::core", "Predicted %1 (%2)"),
    QT_TRANSLATE_NOOP("facespace::core", "Probability of %1 “%2” (%3)"),
    QT_TRANSLATE_NOOP("facespace::core", "%1 error, predicted − label (%2)"),
    QT_TRANSLATE_NOOP("facespace::core", "Distance from origin (%1)"),
    QT_TRANSLATE_NOOP("facespace::core", "Preserved of %1 neighbours (%2)"),
    QT_TRANSLATE_NOOP("facespace::core", "Inter-eye distance"),
    QT_TRANSLATE_NOOP("facespace::core", "Face box size"),
    QT_TRANSLATE_NOOP("facespace::core", "Sharpness (Laplacian variance)"),
    QT_TRANSLATE_NOOP("facespace::core", "Blur (no reference)"),
    QT_TRANSLATE_NOOP("facespace::core", "Brightness"),
    QT_TRANSLATE_NOOP("facespace::core", "Contrast"),
    QT_TRANSLATE_NOOP("facespace::core", "Dynamic range"),
    QT_TRANSLATE_NOOP("facespace::core", "Under-exposed pixels"),
    QT_TRANSLATE_NOOP("facespace::core", "Over-exposed pixels"),
    QT_TRANSLATE_NOOP("facespace::core", "Blockiness (compression)"),
    QT_TRANSLATE_NOOP("facespace::core", "Inter-eye distance (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Luminance mean (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Luminance variance (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Dynamic range (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Under-exposure prevention (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Over-exposure prevention (0–100)"),
    QT_TRANSLATE_NOOP("facespace::core", "Distance from the origin"),
    QT_TRANSLATE_NOOP("facespace::core", "Distance from the origin, ‖x‖"),
    QT_TRANSLATE_NOOP("facespace::core", "Distance from the mean, ‖x − mean‖"),
    QT_TRANSLATE_NOOP("facespace::core", "Cosine to the identity's centroid"),
    // Targets, as they stand in other texts.
    QT_TRANSLATE_NOOP("facespace::core", "yaw"),
    QT_TRANSLATE_NOOP("facespace::core", "pitch"),
    QT_TRANSLATE_NOOP("facespace::core", "roll"),
    QT_TRANSLATE_NOOP("facespace::core", "abs_yaw"),
    QT_TRANSLATE_NOOP("facespace::core", "pitch_centred"),
    QT_TRANSLATE_NOOP("facespace::core", "media"),
    QT_TRANSLATE_NOOP("facespace::core", "Abs_yaw"),
    QT_TRANSLATE_NOOP("facespace::core", "Pitch_centred"),
    QT_TRANSLATE_NOOP("facespace::core", "|yaw|"),
    QT_TRANSLATE_NOOP("facespace::core", "|pitch|"),
    QT_TRANSLATE_NOOP("facespace::core", "all pairs"),
    QT_TRANSLATE_NOOP("facespace::core", "all pairs of templates"),
    QT_TRANSLATE_NOOP("facespace::core", "template pairs of %1"),
    QT_TRANSLATE_NOOP("facespace::core", "pairs of %1"),
    // Stages of jobs.
    QT_TRANSLATE_NOOP("facespace::core", "comparing with centroids"),
    QT_TRANSLATE_NOOP("facespace::core", "discriminant analysis"),
    QT_TRANSLATE_NOOP("facespace::core", "error versus discard"),
    QT_TRANSLATE_NOOP("facespace::core", "extracting"),
    QT_TRANSLATE_NOOP("facespace::core", "frontal against profile"),
    QT_TRANSLATE_NOOP("facespace::core", "importing features"),
    QT_TRANSLATE_NOOP("facespace::core", "listing images"),
    QT_TRANSLATE_NOOP("facespace::core", "map quality"),
    QT_TRANSLATE_NOOP("facespace::core", "measuring image quality"),
    QT_TRANSLATE_NOOP("facespace::core", "neighbours"),
    QT_TRANSLATE_NOOP("facespace::core", "number of features"),
    QT_TRANSLATE_NOOP("facespace::core", "other seeds"),
    QT_TRANSLATE_NOOP("facespace::core", "permutation baseline"),
    QT_TRANSLATE_NOOP("facespace::core", "random-image splits"),
    QT_TRANSLATE_NOOP("facespace::core", "reading faces"),
    QT_TRANSLATE_NOOP("facespace::core", "reading the manifest"),
    QT_TRANSLATE_NOOP("facespace::core", "relating measures to distance"),
    QT_TRANSLATE_NOOP("facespace::core", "rendering faces"),
    QT_TRANSLATE_NOOP("facespace::core", "shuffled views"),
    QT_TRANSLATE_NOOP("facespace::core", "starting the network"),
    QT_TRANSLATE_NOOP("facespace::core", "storing"),
    QT_TRANSLATE_NOOP("facespace::core", "recomputing thresholds"),
    QT_TRANSLATE_NOOP("facespace::core", "reading the map"),
    QT_TRANSLATE_NOOP("facespace::core", "comparing pairs"),
    QT_TRANSLATE_NOOP("facespace::core", "finding pairs"),
    QT_TRANSLATE_NOOP("facespace::core", "rank correlation"),
    QT_TRANSLATE_NOOP("facespace::core", "partial correlation"),
    QT_TRANSLATE_NOOP("facespace::core", "binned medians"),
    QT_TRANSLATE_NOOP("facespace::core", "ridge regression"),
    QT_TRANSLATE_NOOP("facespace::core", "template pairs"),
    // Outcomes of jobs.
    QT_TRANSLATE_NOOP("facespace::core", "1 image of 1 identity."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 images of 1 identity."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 images of %2 identities."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 extracted, %2 there before, %3 skipped, %4 s."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 measured, %2 there before, %3 skipped, %4 s."),
    QT_TRANSLATE_NOOP("facespace::core", "Features “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "Map “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "Map “%1” measured."),
    QT_TRANSLATE_NOOP("facespace::core", "1 new image on the map “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 new images on the map “%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "Predicted %1."),
    QT_TRANSLATE_NOOP("facespace::core", "Ended without a result."),
    // What the analyses lack, and their notes.
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image is known to be a still or a video frame; import a manifest with a "
                      "column “media”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image is known to be a still or a video frame; import a manifest with a "
                      "column “media”, or apply a saved predictor."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image has a label of %1 or five landmarks; import a manifest with that "
                      "column, or extract with a face detector."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image has a %1 label or five landmarks; import a manifest with a column "
                      "“%2”, extract with a face detector, or apply a saved predictor."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image has a yaw label or five landmarks; import a manifest with a column "
                      "“yaw”, or extract with a face detector."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The features of “%1” all have the same length, so the distance from the "
                      "origin says nothing about image quality; use a network that returns raw "
                      "features, or look at the cosine to the identity's centroid."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "None of the images has a feature of “%1” and a distance; extract the "
                      "features, or take more images in."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The images' quality was not measured yet; measure it while the image files "
                      "are there."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All distances are equal, as of networks that return features of unit length, "
                      "so image quality cannot be related to them; use a network that returns raw "
                      "features."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Error-versus-discard curves need genuine pairs, and the verification kept "
                      "none; import more images per identity, or fewer if there are over 50 million "
                      "genuine pairs."),
    QT_TRANSLATE_NOOP("facespace::core", "No genuine pair has %1 on both images; compute or import it first."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All %1 labelled images are “%2”, so there is nothing to tell apart; import "
                      "images that are “%3” too."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Only one identity has images that are “%1”, so they cannot be told from that "
                      "person; import such images of more identities."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 folds in place of %2: there are %3 labelled identities."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The features of all labelled images are equal, so nothing can be read from "
                      "them; check the network and the images it was given."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "One of the %1 folds has only images of one class to train on; import “%2” "
                      "and “%3” images of more identities."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Only %1 images have both a label and a feature (%2 have a label); a "
                      "prediction needs at least %3: import a manifest with labels, or extract "
                      "features first."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All labelled images show one identity, so no prediction can be tested on a "
                      "face it was not fitted to; import labelled images of at least two "
                      "identities."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All %1 labelled images have the same label (%2), so there is nothing to "
                      "predict; import images that differ in it."),
    QT_TRANSLATE_NOOP("facespace::core", "The best penalty (%1) is the %2 of those tried."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "With two folds the penalty is chosen on random halves of the training fold, "
                      "which may share an identity; the reported errors are still on identities not "
                      "fitted to."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 does not vary and is not held fixed."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 or %2 is fully given by what is held fixed, so no partial correlation "
                      "exists; hold fewer quantities fixed."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Only %1 images have both %2 and %3; at least 3 are needed: import or compute "
                      "the missing values."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is the same (%2) for all %3 images, so nothing can be related to it."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Wrong labels show by comparison with other identities, and fewer than two "
                      "have features; import more identities, or extract features first."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image can be judged: none of the %1 identities with features has two "
                      "images, or no other identity has %2; import more images per identity."),
    QT_TRANSLATE_NOOP("facespace::core", "1 image is the only one of its identity and cannot be judged."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 images are the only ones of their identity and cannot be judged."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No label looks wrong: each of the %1 images judged is nearest to its own "
                      "identity."),
    QT_TRANSLATE_NOOP("facespace::core", "1 image has an all-zero feature, which has no angle, and is left out."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 images have all-zero features, which have no angle, and are left out."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "There are more than 50 million genuine pairs; error-versus-discard curves "
                      "need fewer images per identity."),
    QT_TRANSLATE_NOOP("facespace::core", "1 pair of the protocol names an image that is not in this project."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 pairs of the protocol name images that are not in this project."),
    QT_TRANSLATE_NOOP("facespace::core", "1 pair has an image without a feature and is left out."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 pairs have an image without a feature and are left out."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "1 pair is called genuine or impostor against the identities of this project; the "
                      "protocol is followed."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 pairs are called genuine or impostor against the identities of this "
                      "project; the protocol is followed."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The protocol leaves %1 genuine and %2 impostor pairs with features; both "
                      "kinds are needed: extract features of the images it names."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "None of the %1 identities has two images with features, so there is no "
                      "genuine pair; import more images per identity."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All images with features show one identity, so there is no impostor pair; "
                      "import images of other identities."),
    QT_TRANSLATE_NOOP("facespace::core", "An FMR of %1 rests on fewer than 10 of %2 impostor pairs."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "None of %1 genuine pairs is rejected, so there is no interval; up to %2 % "
                      "of all pairs could be and none be seen (rule of three)."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image has both a yaw label and a feature, so views cannot be compared; "
                      "import yaw with a manifest, estimate it from landmarks, or extract features "
                      "first."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No identity has %1 frontal (|yaw| ≤ %2°) and %3 profile (|yaw| ≥ %4°) images "
                      "from at least %5 videos or stills (in all there are %6 frontal and %7 profile "
                      "ones); import more views per identity, or lower the limits."),
    QT_TRANSLATE_NOOP("facespace::core", "1 of %1 identities has too few frontal or profile images and is left out."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 of %2 identities have too few frontal or profile images and are left out."),
    QT_TRANSLATE_NOOP("facespace::core", "1 video shows both views and counts for the one with more frames."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 videos show both views and count for the one with more frames."),
    QT_TRANSLATE_NOOP("facespace::core", "1 of %1 features does not vary and is left out of every share and correction."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 of %2 features do not vary and are left out of every share and correction."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "With one identity nothing can be said of identities against features; import "
                      "more identities with both views."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 identities are few: intervals tend to be too narrow below %2."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "No image has a label of pitch, which five landmarks do not tell; import a "
                      "manifest with a column “pitch”."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1” that could be the unit of observation; there are %2."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The yaw column looks reversed: in %1 turned images the landmarks turn the other "
                      "way (rank correlation %2). Yaw is positive where the nose points to the image's "
                      "left; import again with yaw=-COLUMN to turn it round."),
    QT_TRANSLATE_NOOP("facespace::core", "Inter-eye distance / cos yaw"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Views need at least 2 images each, a frontal limit below the profile limit, "
                      "a significance level between 0 and 1, and no negative number of "
                      "permutations."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Only %1 of the images are in both “%2” and “%3”: three are needed to compare "
                      "them."),
    QT_TRANSLATE_NOOP("facespace::core", "There are no features yet, so no image has neighbours."),
    QT_TRANSLATE_NOOP("facespace::core", "There is nothing to draw."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "All features have length 1: they were normalised, and the distance from the "
                      "origin says nothing."),
    // Images, folders, files.
    QT_TRANSLATE_NOOP("facespace::core", "The folder of images “%1” is not there; say where the images are now."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "This project holds labels without images, so there is nothing to extract "
                      "features from."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The image files of “%1” are not there, so their quality cannot be measured; "
                      "put the images' folder back."),
    QT_TRANSLATE_NOOP("facespace::core", "No face was found."),
    QT_TRANSLATE_NOOP("facespace::core", "The image is empty."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory for this image."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” is not an image that can be read (JPEG, PNG, BMP, PGM/PPM, TIFF or "
                      "WebP)."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read “%1”; check that it may be read."),
    QT_TRANSLATE_NOOP("facespace::core", "The folder “%1” does not exist."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no images (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP)."),
    QT_TRANSLATE_NOOP("facespace::core", "There is nothing to import: give a folder of images or a manifest."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” exists already; choose another name or remove it first."),
    QT_TRANSLATE_NOOP("facespace::core", "The disk is full: “%1” was not written; make room and try again."),
    QT_TRANSLATE_NOOP("facespace::core", "The project has features named “%1” already; choose another name."),
};

}  // namespace

std::span<const char* const> coreTexts() {
    static const std::vector<const char*> all = [] {
        std::vector<const char*> joined(std::begin(kTexts), std::end(kTexts));
        for (const auto more : {analysisTexts(), figureTexts(), fileTexts(), filterTexts(), networkTexts(), projectTexts()})
            joined.insert(joined.end(), more.begin(), more.end());
        return joined;
    }();
    return all;
}

}  // namespace facespace
