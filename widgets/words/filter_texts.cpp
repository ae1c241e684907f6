// What the language of filters answers, and what it offers while one types.
#include <QtGlobal>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "A number is needed here."),
    QT_TRANSLATE_NOOP("facespace::core", "A condition cannot be compared; join conditions with && or ||."),
    QT_TRANSLATE_NOOP("facespace::core", "A number is compared with a number, not with a text."),
    QT_TRANSLATE_NOOP("facespace::core", "The percentile is a number from 0 to 100."),
    QT_TRANSLATE_NOOP("facespace::core", "This number is too large."),
    QT_TRANSLATE_NOOP("facespace::core", "The closing ] of this name is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "The expression ends too early: something is missing here."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no ( for this )."),
    QT_TRANSLATE_NOOP("facespace::core", "Put && or || between two conditions, or an operator between two values."),
    QT_TRANSLATE_NOOP("facespace::core", "The closing ) of this ( is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "This expression is nested too deeply."),
    QT_TRANSLATE_NOOP("facespace::core", "This expression is too long."),
    QT_TRANSLATE_NOOP("facespace::core", "There is no function “%1”."),
    QT_TRANSLATE_NOOP("facespace::core", "Did you mean “%1”?"),
    QT_TRANSLATE_NOOP("facespace::core", "There is no column “%1”; a text goes in quotes."),
    QT_TRANSLATE_NOOP("facespace::core", "A text is compared with a text in quotes, as in identity == \"…\"."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a text: compare it, as in … == \"…\"."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a number: compare it, as in … > 0."),
    QT_TRANSLATE_NOOP("facespace::core", "This is a text: compare it, as in … == \"…\"."),
    QT_TRANSLATE_NOOP("facespace::core", "This is a number: compare it, as in … > 0."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” is a percentile: compare a column with it, as in distance < %2."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” has no value “%2”; it has %3."),
    QT_TRANSLATE_NOOP("facespace::core", "~ looks within texts; this is a number."),
    QT_TRANSLATE_NOOP("facespace::core", "%1() takes one value."),
    QT_TRANSLATE_NOOP("facespace::core", "%1() takes two values."),
    QT_TRANSLATE_NOOP("facespace::core", "%1() needs a number here."),
    QT_TRANSLATE_NOOP("facespace::core", "%1() needs a column here."),
    QT_TRANSLATE_NOOP("facespace::core", "tag() needs a text in quotes, as in tag(\"reject\")."),
    QT_TRANSLATE_NOOP("facespace::core", "“%1” means nothing here."),
    QT_TRANSLATE_NOOP("facespace::core", "The closing %1 of this text is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "The closing %1 of this name is missing."),
    QT_TRANSLATE_NOOP("facespace::core", "A “%1” is expected here."),
    QT_TRANSLATE_NOOP("facespace::core", "After “in” comes a list in parentheses, as in media in (\"still\", \"video\")."),
    // What functions do, beside their names as they are typed.
    QT_TRANSLATE_NOOP("facespace::core", "without its sign"),
    QT_TRANSLATE_NOOP("facespace::core", "square root"),
    QT_TRANSLATE_NOOP("facespace::core", "natural logarithm"),
    QT_TRANSLATE_NOOP("facespace::core", "to the nearest whole number"),
    QT_TRANSLATE_NOOP("facespace::core", "the smaller of two"),
    QT_TRANSLATE_NOOP("facespace::core", "the larger of two"),
    QT_TRANSLATE_NOOP("facespace::core", "mean of all images"),
    QT_TRANSLATE_NOOP("facespace::core", "median of all images"),
    QT_TRANSLATE_NOOP("facespace::core", "standard deviation of all images"),
    QT_TRANSLATE_NOOP("facespace::core", "percentile(x, 10) of all images"),
    QT_TRANSLATE_NOOP("facespace::core", "how many images share this value"),
    QT_TRANSLATE_NOOP("facespace::core", "has no value"),
    QT_TRANSLATE_NOOP("facespace::core", "has this tag: tag(\"reject\")"),
};

}  // namespace

std::span<const char* const> filterTexts() { return kTexts; }

}  // namespace facespace
