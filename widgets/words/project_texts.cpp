// What the core says of project files and what they keep, and of the demo.
#include <QtGlobal>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("facespace::core", "%1 exists already; choose another name."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be made: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be opened: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is a folder, not a FaceSpace project."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is empty (0 bytes) and not a FaceSpace project."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is empty and not a FaceSpace project."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is a SQLite database of another program, not a FaceSpace project."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is damaged: %2; use another copy of it."),
    QT_TRANSLATE_NOOP("facespace::core", "Nothing can be written in the folder %1."),
    QT_TRANSLATE_NOOP("facespace::core", "The disk is full: %1 was not changed; make room and try again."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is not a FaceSpace project."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 is damaged or incomplete, perhaps cut short while it was copied; use another "
                      "copy of it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is in use by another program; try again when that is done."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 was interrupted while it was written; open it where it can be written, with "
                      "the “-journal” file beside it, so that it can be restored."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be written; save a copy of it elsewhere and change that."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be opened or its folder cannot be written; check the permissions."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to read %1."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 lacks what a FaceSpace project has (%2); use another copy of it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be read or written: %2."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The images of %1 are in %2, and %3 is not in that folder; make another project "
                      "for it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is already in %2; no image was added."),
    QT_TRANSLATE_NOOP("facespace::core", "Something refers to an image or network that is not in %1."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 was made by a newer version of FaceSpace (its format is %2, this version reads "
                      "up to %3); update FaceSpace to open it."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 was made by an older version of FaceSpace and has to be converted; open it "
                      "once where it can be written."),
    QT_TRANSLATE_NOOP("facespace::core", "A value is too large to be kept in %1."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory for the content of %1."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Images with and without files cannot be together in %1; make another project for "
                      "them."),
    QT_TRANSLATE_NOOP("facespace::core", "Cancelled."),
    QT_TRANSLATE_NOOP("facespace::core", "The network is no longer in %1."),
    QT_TRANSLATE_NOOP("facespace::core", "The name “%1” stands in %2 for %3; give these features another name."),
    QT_TRANSLATE_NOOP("facespace::core", "other weights"),
    QT_TRANSLATE_NOOP("facespace::core", "another dimension"),
    QT_TRANSLATE_NOOP("facespace::core", "other settings for cutting out faces"),
    QT_TRANSLATE_NOOP("facespace::core", "A network needs a name."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has a feature dimension of %2, which cannot be."),
    QT_TRANSLATE_NOOP("facespace::core", "A feature has %1 values instead of %2."),
    QT_TRANSLATE_NOOP("facespace::core", "a feature has a wrong size"),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no valid dimension"),
    QT_TRANSLATE_NOOP("facespace::core", "the map “%1” has no valid dimension"),
    QT_TRANSLATE_NOOP("facespace::core", "A tag needs a name."),
    QT_TRANSLATE_NOOP("facespace::core", "An image has %1 measured values, the project keeps %2 measures."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 has %2 rows, the project %3 images."),
    QT_TRANSLATE_NOOP("facespace::core", "A map"),
    QT_TRANSLATE_NOOP("facespace::core", "The preservation of a map"),
    QT_TRANSLATE_NOOP("facespace::core", "A prediction"),
    QT_TRANSLATE_NOOP("facespace::core", "The labels of a prediction"),
    QT_TRANSLATE_NOOP("facespace::core", "A map has two or three dimensions."),
    QT_TRANSLATE_NOOP("facespace::core", "The project's note of how faces were cut out is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is no alignment; choose auto, landmarks, box, centre or none."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no features yet; extract them with a network or import them first."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has features of several networks; name one of %2."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no network named “%2”; it has %3."),
    QT_TRANSLATE_NOOP("facespace::core", "Network “%1” has no features in “%2” yet; run the extraction first."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no image %1; the project has %2."),
    // The demo.
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds other images than the demo's; choose an empty folder."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The networks that come with FaceSpace are not where they were installed; install "
                      "FaceSpace again, or set FACESPACE_RESOURCES to their folder."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot write “%1”; check that the folder exists, is writable and has space."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "A rendered face could not be encoded as JPEG; check that OpenCV was built with "
                      "JPEG support."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds rendered faces made with other options; choose an empty folder."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds another image set; choose an empty folder."),
    QT_TRANSLATE_NOOP("facespace::core", "The rendered faces' rows “%1” are not there."),
};

}  // namespace

std::span<const char* const> projectTexts() { return kTexts; }

}  // namespace facespace
