// What the core says of files: images, manifests, features, networks, projects.
#include <QtGlobal>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("facespace::core", "“%1”"),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” does not exist."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a file."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a folder."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is empty."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is empty (0 bytes)."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” cannot be read; check its permissions."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” cannot be opened."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” cannot be written: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read “%1”; check that the file exists and is readable."),
    QT_TRANSLATE_NOOP("facespace::core", "Reading “%1” failed midway."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is too large: %2 × %3 pixels, more than the %4 million that are allowed."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is too large: a file of %2 GiB; at most 1 GiB is read."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to decode “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to read “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a %2 file that is damaged, cut short or of a kind that cannot be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a %2 file with a damaged header."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a JPEG file that is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a JPEG file that is damaged: it is cut short."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is an animated WebP; only still images can be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a folder, not an image."),
    QT_TRANSLATE_NOOP("facespace::core", "A face of fewer than 16 × 16 pixels has no measurable image quality; use larger "
                                         "crops."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is UTF-16 text; save it as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” holds a zero byte; this is not a text file."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” is longer than %3 KiB; check that the file is a CSV table and "
                                         "that no closing quote is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” opens a quote that is never closed."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” has text behind a closing quote; a quote inside a quoted value "
                                         "is written twice."),
    QT_TRANSLATE_NOOP("facespace::core", "Reading “%1” failed at line %2."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no column “%2”; its columns are %3: say which one it is with --map "
                                         "%4=COLUMN or in the import dialog."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot list the folder “%1”; check that it may be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has images but no sub-folders; put the images of each person into a folder "
                                         "of their own, or give a manifest that says who is who."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds only links that lead to folders or out of it (the first is “%2”); "
                                         "give the folder that holds the images themselves."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a folder, not a manifest."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to import this image set."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read the manifest “%1”; check that the file exists and may be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is listed twice in “%2”: on lines %3 and %4."),
    QT_TRANSLATE_NOOP("facespace::core", "None of the %1 files that “%2” lists is in “%3” (the first is “%4”); give the "
                                         "folder that the paths start from."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is empty; its first line must name the columns, such as path,identity."),
    QT_TRANSLATE_NOOP("facespace::core", "The column name “%1” in “%2” is not UTF-8 text; save the file as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” names the column “%2” twice; give each column a name of its own."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” lists no images: there is nothing below its header."),
    QT_TRANSLATE_NOOP("facespace::core", "in column “%1”, line %2 of “%3”"),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is not a finite number; write numbers as 12.5 and leave the cell empty "
                                         "where there is none."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is not an angle: %3 is kept in degrees from −360 to 360."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is neither still nor video; leave the cell empty where it is not known."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is not UTF-8 text; save the file as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” has %3 values, but its header names %4 columns."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” names no identity (column “%3” is empty)."),
    QT_TRANSLATE_NOOP("facespace::core", "The face box on line %1 of “%2” is %3 × %4 pixels; leave its cells empty where "
                                         "there is no face."),
    QT_TRANSLATE_NOOP("facespace::core", "The path “%1” on %2 leads out of the images' folder “%3” through a link; give "
                                         "the folder that holds the files themselves."),
    QT_TRANSLATE_NOOP("facespace::core", "line %1 of “%2”"),
    QT_TRANSLATE_NOOP("facespace::core", "“%1”, line %2: %3 values instead of %4 as in the first line."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1”, line %2, column %3: “%4” is not a number; the file may hold features only."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no features."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory for the features of “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a feature file: it should end in .npy, .npz or .csv."),
    QT_TRANSLATE_NOOP("facespace::core", "The array “%1” of “%2”"),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is empty (%2 × %3)."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is incomplete: %2 × %3 values were announced, %4 are there."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 has more bytes than its %2 × %3 values; it is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 holds records with fields; features must be plain float16, float32 or "
                                         "float64."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 holds values of type “%2”; features must be float16, float32 or float64."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 has a damaged NumPy header."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no NumPy array."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds %2 arrays: %3; choose one by writing its name behind a colon, as in "
                                         "“%4:%5”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no array “%2”, but %3."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not an .npz archive, or is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has %2 rows but the project has %3 images; give an index (--index) with "
                                         "the path of each row's image."),
    QT_TRANSLATE_NOOP("facespace::core", "The index “%1” has no column “path”."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read the index “%1”; check that the file exists."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” line %2: the project has no image “%3”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” line %2: image “%3” stands in it twice."),
    QT_TRANSLATE_NOOP("facespace::core", "The index “%1” names %2 images but there are %3 feature rows."),
    QT_TRANSLATE_NOOP("facespace::core", "The imported features are not numbers (NaN or infinite)."),
    QT_TRANSLATE_NOOP("facespace::core", "Imported features need a name."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no row of finite numbers; nothing was imported."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a folder, not a network's JSON descriptor."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is too large for a network's descriptor; choose the JSON file beside the "
                                         "weights."),
    QT_TRANSLATE_NOOP("facespace::core", "The network descriptor “%1” %2."),
    QT_TRANSLATE_NOOP("facespace::core", "has no field \"%1\""),
    QT_TRANSLATE_NOOP("facespace::core", "has no field \"%1\", which should be %2"),
    QT_TRANSLATE_NOOP("facespace::core", "says %1 for \"%2\", which should be %3"),
    QT_TRANSLATE_NOOP("facespace::core", "The network host “%1” cannot be started: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The network host %1 while %2 “%3”; %4"),
    QT_TRANSLATE_NOOP("facespace::core", "stopped (signal %1)"),
    QT_TRANSLATE_NOOP("facespace::core", "stopped (exit code %1)"),
    QT_TRANSLATE_NOOP("facespace::core", "did not answer in time"),
    QT_TRANSLATE_NOOP("facespace::core", "loading"),
    QT_TRANSLATE_NOOP("facespace::core", "running"),
    QT_TRANSLATE_NOOP("facespace::core", "the network cannot be used."),
    QT_TRANSLATE_NOOP("facespace::core", "features so far are kept; run again to continue."),
    QT_TRANSLATE_NOOP("facespace::core", "The network “%1” %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The network host for “%1” has stopped; start it again."),
    QT_TRANSLATE_NOOP("facespace::core", "The program “%1” that runs networks was not found beside “%2”; install "
                                         "FaceSpace again."),
    QT_TRANSLATE_NOOP("facespace::core", "The face detector “%1” is not there."),
    QT_TRANSLATE_NOOP("facespace::core", "The face detector “%1” cannot be loaded; choose a YuNet ONNX file (%2)."),
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
    QT_TRANSLATE_NOOP("facespace::core", "%1 is damaged or incomplete, perhaps cut short while it was copied; use another "
                                         "copy of it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is in use by another program; try again when that is done."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 was interrupted while it was written; open it where it can be written, with "
                                         "the “-journal” file beside it, so that it can be restored."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be written; save a copy of it elsewhere and change that."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be opened or its folder cannot be written; check the permissions."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to read %1."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 lacks what a FaceSpace project has (%2); use another copy of it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be read or written: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The images of %1 are in %2, and %3 is not in that folder; make another project "
                                         "for it."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is already in %2; no image was added."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” cannot be put into “%2”: %3."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” lies in the image set, which is never written to; choose a folder outside "
                                         "of “%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "The folder “%1” cannot be made: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The folder “%1” cannot be made; choose one that you may write."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds other images than the demo's; choose an empty folder."),
    QT_TRANSLATE_NOOP("facespace::core", "Something refers to an image or network that is not in %1."),
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
    QT_TRANSLATE_NOOP("facespace::core", "The figure “%1” needs a name that ends in .png, .svg or .pdf."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no function “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "Did you mean “%1”?"),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1”; a text goes in quotes."),
    QT_TRANSLATE_NOOP("facespace::core", "A text is compared with a text in quotes, as in identity == \"…\"."),
};

}  // namespace

std::span<const char* const> fileTexts() { return kTexts; }

}  // namespace facespace
