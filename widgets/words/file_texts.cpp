// What the core says of files: images, manifests, features, figures.
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
    QT_TRANSLATE_NOOP("facespace::core",
                      "A face of fewer than 16 × 16 pixels has no measurable image quality; use larger "
                      "crops."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is UTF-16 text; save it as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” holds a zero byte; this is not a text file."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Line %1 of “%2” is longer than %3 KiB; check that the file is a CSV table and "
                      "that no closing quote is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” opens a quote that is never closed."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "Line %1 of “%2” has text behind a closing quote; a quote inside a quoted value "
                      "is written twice."),
    QT_TRANSLATE_NOOP("facespace::core", "Reading “%1” failed at line %2."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” has no column “%2”; its columns are %3: say which one it is with --map "
                      "%4=COLUMN or in the import dialog."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot list the folder “%1”; check that it may be read."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” has images but no sub-folders; put the images of each person into a folder "
                      "of their own, or give a manifest that says who is who."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” holds only links that lead to folders or out of it (the first is “%2”); "
                      "give the folder that holds the images themselves."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a folder, not a manifest."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory to import this image set."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read the manifest “%1”; check that the file exists and may be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is listed twice in “%2”: on lines %3 and %4."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "None of the %1 files that “%2” lists is in “%3” (the first is “%4”); give the "
                      "folder that the paths start from."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is empty; its first line must name the columns, such as path,identity."),
    QT_TRANSLATE_NOOP("facespace::core", "The column name “%1” in “%2” is not UTF-8 text; save the file as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” names the column “%2” twice; give each column a name of its own."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” lists no images: there is nothing below its header."),
    QT_TRANSLATE_NOOP("facespace::core", "in column “%1”, line %2 of “%3”"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” %2 is not a finite number; write numbers as 12.5 and leave the cell empty "
                      "where there is none."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is not an angle: %3 is kept in degrees from −360 to 360."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is neither still nor video; leave the cell empty where it is not known."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” %2 is not UTF-8 text; save the file as CSV in UTF-8."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” has %3 values, but its header names %4 columns."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” names no identity (column “%3” is empty)."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The face box on line %1 of “%2” is %3 × %4 pixels; leave its cells empty where "
                      "there is no face."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The path “%1” on %2 leads out of the images' folder “%3” through a link; give "
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
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 holds records with fields; features must be plain float16, float32 or "
                      "float64."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 holds values of type “%2”; features must be float16, float32 or float64."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 has a damaged NumPy header."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no NumPy array."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” holds %2 arrays: %3; choose one by writing its name behind a colon, as in "
                      "“%4:%5”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” holds no array “%2”, but %3."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not an .npz archive, or is damaged."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” has %2 rows but the project has %3 images; give an index (--index) with "
                      "the path of each row's image."),
    QT_TRANSLATE_NOOP("facespace::core", "The index “%1” has no column “path”."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read the index “%1”; check that the file exists."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” line %2: the project has no image “%3”."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” line %2: image “%3” stands in it twice."),
    QT_TRANSLATE_NOOP("facespace::core", "The index “%1” names %2 images but there are %3 feature rows."),
    QT_TRANSLATE_NOOP("facespace::core", "The imported features are not numbers (NaN or infinite)."),
    QT_TRANSLATE_NOOP("facespace::core", "Imported features need a name."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no row of finite numbers; nothing was imported."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” cannot be put into “%2”: %3."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” lies in the image set, which is never written to; choose a folder outside "
                      "of “%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "The folder “%1” cannot be made: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "The folder “%1” cannot be made; choose one that you may write."),
    QT_TRANSLATE_NOOP("facespace::core", "The figure “%1” needs a name that ends in .png, .svg or .pdf."),
    // What an import tells.
    QT_TRANSLATE_NOOP("facespace::core",
                      "Folders of the same few names lie under each person and were taken for videos of "
                      "that person."),
    QT_TRANSLATE_NOOP("facespace::core", "1 image directly in the folder belongs to no identity and was left out: “%1”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 images directly in the folder belong to no identity and were left out, the "
                      "first is “%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "1 file is not an image and was left out: “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 files are not images and were left out, the first is “%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "1 link leads to a folder or out of the folder and was left out: “%1”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 links lead to folders or out of the folder and were left out, the first is "
                      "“%2”."),
    QT_TRANSLATE_NOOP("facespace::core", "1 folder cannot be read and was left out: “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 folders cannot be read and were left out, the first is “%2”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "1 table lies in the folder and was not used: “%1”; import it as the manifest if "
                      "it holds the labels."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 tables lie in the folder and were not used, the first is “%2”; import one as "
                      "the manifest if it holds the labels."),
    QT_TRANSLATE_NOOP("facespace::core", "1 of the %1 listed files is not in “%2”: “%3”."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 of the %2 listed files are not in “%3”, the first is “%4”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "1 row of “%1” repeats a face for a further template and was joined to its first "
                      "row."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "%1 rows of “%2” repeat a face for a further template and were joined to its first "
                      "row."),
    // What it refuses.
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” gives the same face in “%2” to two subjects: %3 on line %4 and %5 on line %6."),
    QT_TRANSLATE_NOOP("facespace::core", "Labels without images need a manifest, and “%1” has no manifest.csv."),
    QT_TRANSLATE_NOOP("facespace::core", "A column mapping needs a manifest, and “%1” has no manifest.csv."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot read “%1”: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no field “%1” to map a column to."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The mapping of %1 names a column “%2” that “%3” does not have; its columns are %4."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” has a column for %2 but none for %3; give all four columns of the face box "
                      "or none."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” has a column for %2 but none for %3; give all ten columns of the five "
                      "landmarks or none."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” has %3 but no %4; give the face box whole or leave it empty."),
    QT_TRANSLATE_NOOP("facespace::core", "Line %1 of “%2” has %3 but no %4; give all five landmarks or leave them empty."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no path on %1."),
    QT_TRANSLATE_NOOP("facespace::core", "The path “%1” on %2 leads out of the images' folder."),
    QT_TRANSLATE_NOOP("facespace::core", "The path “%1” on %2 leads out of the images' folder “%3”."),
    // Features in files.
    QT_TRANSLATE_NOOP("facespace::core", "%1 has 1 dimension; features need two: a row per image, a column per value."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 has %2 dimensions; features need two: a row per image, a column per value."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is not a NumPy array."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is of a NumPy format that is not known."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 ends within its header."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be read to its end; it is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 is damaged."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "There is not enough memory for the %1 × %2 values of %3."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The project has several faces of “%1”, so paths do not name images; give the "
                      "features in import order without an index."),
    QT_TRANSLATE_NOOP("facespace::core", "Rows in “%1”: %2, images: %3; it needs a row for each image in import order."),
    QT_TRANSLATE_NOOP("facespace::core", "Cannot make the folder “%1”: %2."),
    // Images and figures that are written.
    QT_TRANSLATE_NOOP("facespace::core", "An image without pixels cannot be written."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "An image of %1 × %2 pixels could not be encoded; it may be too large for the "
                      "format."),
    QT_TRANSLATE_NOOP("facespace::core", "%1 dpi is no resolution for a figure: choose 10 to 4800."),
    QT_TRANSLATE_NOOP("facespace::core", "A figure of %1 × %2 pixels cannot be made: each side must have 16 to %3."),
    QT_TRANSLATE_NOOP("facespace::core", "A figure of %1 × %2 pixels is too large: choose a lower resolution."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no memory for a figure of %1 × %2 pixels."),
    QT_TRANSLATE_NOOP("facespace::core", "The figure could not be compressed as PNG."),
    QT_TRANSLATE_NOOP("facespace::core", "The figure could not be written as PDF: there is not enough memory."),
    QT_TRANSLATE_NOOP("facespace::core", "This format is not known."),
    QT_TRANSLATE_NOOP("facespace::core", "the system gave no reason"),
    QT_TRANSLATE_NOOP("facespace::core", "This project holds labels without images: there is nothing to copy."),
    QT_TRANSLATE_NOOP("facespace::core", "linking"),
    QT_TRANSLATE_NOOP("facespace::core", "copying"),
};

}  // namespace

std::span<const char* const> fileTexts() { return kTexts; }

}  // namespace facespace
