// What the core says of networks: their descriptors, the program that runs them, the face detector.
#include <QtGlobal>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("facespace::core",
                      "The network “%1” returned NaN or infinity for “%2”; it cannot be used on "
                      "these images."),
    QT_TRANSLATE_NOOP("facespace::core", "The network descriptor “%1” cannot be read."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is not a network's descriptor: it is not a JSON object."),
    QT_TRANSLATE_NOOP("facespace::core", "The weights “%1” that the network descriptor “%2” names are not there."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a folder, not a network's JSON descriptor."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” is too large for a network's descriptor; choose the JSON file beside the "
                      "weights."),
    QT_TRANSLATE_NOOP("facespace::core", "The network descriptor “%1” %2."),
    QT_TRANSLATE_NOOP("facespace::core", "has no field \"%1\""),
    QT_TRANSLATE_NOOP("facespace::core", "has no field \"%1\", which should be %2"),
    QT_TRANSLATE_NOOP("facespace::core", "says %1 for \"%2\", which should be %3"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The project names “%1” as its network, which is no full path and is not looked "
                      "for; choose the network's descriptor."),
    QT_TRANSLATE_NOOP("facespace::core", "The weights “%1” cannot be read: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "it is not a regular file"),
    QT_TRANSLATE_NOOP("facespace::core", "There is no memory for the weights “%1”."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The list of networks that may run, “%1”, is damaged; delete it, and FaceSpace asks "
                      "again."),
    QT_TRANSLATE_NOOP("facespace::core", "The list of networks that may run, “%1”, cannot be read."),
    QT_TRANSLATE_NOOP("facespace::core", "That the network may run cannot be remembered in “%1”: %2."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "The network “%1” (%2 bytes, SHA-256 %3) is a program that was never allowed to run "
                      "here; if you trust where it comes from, allow it in the window or with "
                      "“--trust”."),
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
    QT_TRANSLATE_NOOP("facespace::core",
                      "The program “%1” that runs networks was not found beside “%2”; install "
                      "FaceSpace again."),
    QT_TRANSLATE_NOOP("facespace::core", "The face detector “%1” is not there."),
    QT_TRANSLATE_NOOP("facespace::core", "The face detector “%1” cannot be loaded; choose a YuNet ONNX file (%2)."),
    QT_TRANSLATE_NOOP("facespace::core", "has a field \"%1\" that is not an object"),
    QT_TRANSLATE_NOOP("facespace::core", "has both \"input.std\" and \"input.scale\", of which there should be one"),
    QT_TRANSLATE_NOOP("facespace::core", "has neither \"input.std\" nor \"input.scale\", of which there should be one"),
    // What a field should be.
    QT_TRANSLATE_NOOP("facespace::core", "a text"),
    QT_TRANSLATE_NOOP("facespace::core", "a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("facespace::core", "a number, or a list of one number per channel"),
    QT_TRANSLATE_NOOP("facespace::core", "\"RGB\", \"BGR\" or \"grey\""),
    QT_TRANSLATE_NOOP("facespace::core", "a number per channel, in 0 to 255"),
    QT_TRANSLATE_NOOP("facespace::core", "other than zero"),
    QT_TRANSLATE_NOOP("facespace::core", "a list of five [x, y] points of the network's input"),
    QT_TRANSLATE_NOOP("facespace::core", "five different points"),
    QT_TRANSLATE_NOOP("facespace::core", "\"similarity from 5 points\" or \"none\""),
    QT_TRANSLATE_NOOP("facespace::core", "\"box\" or \"centre\""),
    QT_TRANSLATE_NOOP("facespace::core", "a number from -0.4 to 4, a fraction of the box's larger side"),
    QT_TRANSLATE_NOOP("facespace::core", "true or false"),
    QT_TRANSLATE_NOOP("facespace::core", "a file in the descriptor's own folder"),
    QT_TRANSLATE_NOOP("facespace::core", "\"dynamic\" or a whole number from 1 to 1024"),
    QT_TRANSLATE_NOOP("facespace::core", "the weights' file name"),
    // What a network, or the program that runs it, does wrong.
    QT_TRANSLATE_NOOP("facespace::core", "cannot be loaded from “%1”: %2"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "cannot take %1 image(s) of %2 channel(s), %3 × %4 pixels, as its descriptor says: "
                      "%5"),
    QT_TRANSLATE_NOOP("facespace::core", "returns an array of shape %1 for %2 image(s) where one row per image is expected"),
    QT_TRANSLATE_NOOP("facespace::core", "returns %1 numbers per image where its descriptor says %2"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "returns another feature each time for the same image; it was perhaps saved in "
                      "training mode"),
    QT_TRANSLATE_NOOP("facespace::core", "returns NaN or infinity for an ordinary image"),
    QT_TRANSLATE_NOOP("facespace::core", "it holds no network"),
    QT_TRANSLATE_NOOP("facespace::core", "it has no method “forward”"),
    QT_TRANSLATE_NOOP("facespace::core", "it returns %1 where one tensor is expected"),
    QT_TRANSLATE_NOOP("facespace::core", "there is not enough memory"),
    QT_TRANSLATE_NOOP("facespace::core", "needs more memory than there is"),
    QT_TRANSLATE_NOOP("facespace::core", "cannot be shut off from this machine (%1), and is not run without"),
    QT_TRANSLATE_NOOP("facespace::core", "it is no ONNX file, or a damaged one"),
    QT_TRANSLATE_NOOP("facespace::core",
                      "its array “%1” lies in another file, and FaceSpace reads networks that are one file; "
                      "save it as one"),
    QT_TRANSLATE_NOOP("facespace::core", "its array “%1” says it has a side of %2"),
    QT_TRANSLATE_NOOP("facespace::core", "its array “%1” does not hold the %2 numbers that it says"),
    QT_TRANSLATE_NOOP("facespace::core", "it was not handed over"),
    QT_TRANSLATE_NOOP("facespace::core", "it is empty"),
    QT_TRANSLATE_NOOP("facespace::core", "received a message it cannot read: %1"),
    QT_TRANSLATE_NOOP("facespace::core", "received a message it does not expect"),
    QT_TRANSLATE_NOOP("facespace::core", "received a damaged request (%1)"),
    QT_TRANSLATE_NOOP("facespace::core", "received a request with numbers out of range"),
    QT_TRANSLATE_NOOP("facespace::core", "received a request for “%1”, which it cannot run"),
    QT_TRANSLATE_NOOP("facespace::core", "received crops of the wrong size"),
    QT_TRANSLATE_NOOP("facespace::core", "The network host answered for “%1” with something that is not its protocol: %2."),
    QT_TRANSLATE_NOOP("facespace::core", "it is not the expected answer"),
    QT_TRANSLATE_NOOP("facespace::core", "it holds another number of features"),
    QT_TRANSLATE_NOOP("facespace::core", "it is not a message of a network host"),
    QT_TRANSLATE_NOOP("facespace::core", "it has protocol version %1 where %2 is expected"),
    QT_TRANSLATE_NOOP("facespace::core", "its header is damaged"),
    QT_TRANSLATE_NOOP("facespace::core", "its answer is damaged (%1)"),
    QT_TRANSLATE_NOOP("facespace::core", "its answer holds a wrong batch size"),
    QT_TRANSLATE_NOOP("facespace::core", "The network “%1” returned NaN or infinity for image %2 of a batch."),
    QT_TRANSLATE_NOOP("facespace::core", "A crop of %1 × %2 pixels was given to the network “%3”, which takes %4 × %5."),
    QT_TRANSLATE_NOOP("facespace::core",
                      "“%1” is not a YuNet face detector that OpenCV %2 can run; take "
                      "face_detection_yunet_%3.onnx (%4)."),
};

}  // namespace

std::span<const char* const> networkTexts() { return kTexts; }

}  // namespace facespace
