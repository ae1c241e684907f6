#include "widgets/words/core_text.h"

#include <algorithm>
#include <limits>
#include <QCoreApplication>
#include <QStringList>
#include <string>
#include <vector>

#include "core/common/number_text.h"

namespace facespace {
namespace {

/// Of the templates that lupdate finds in the core.
constexpr const char* kTemplates = "facespace";

/// The template in the window's language.
QString translatedWords(const Text& text) {
    if (!text.count()) return QCoreApplication::translate(kTemplates, text.words());
    const int count = static_cast<int>(std::clamp<std::int64_t>(*text.count(), 0, std::numeric_limits<int>::max()));
    const QString words = QCoreApplication::translate(kTemplates, text.words(), text.manyWords(), count);
    // Qt gives the singular where there is no translation.
    const bool english = words == QString::fromUtf8(text.words());
    return english && count != 1 ? QString::fromUtf8(text.manyWords()) : words;
}

/// A value that is a number is written as the window writes numbers; a name, which sentences have in quotes, stays as it is.
QString valueText(const Text& value, bool quoted) {
    const bool finished = value.words() == nullptr && value.values().empty();
    if (!finished || quoted) return coreText(value);
    const std::string& text = value.english();
    return QString::fromStdString(withNumberMarks(isNumberText(text) ? withTrueMinus(text) : text));
}

QString withValues(const QString& words, const std::vector<Text>& values) {
    QString out;
    qsizetype next = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar c = words[i];
        const bool twice = (c == u'{' || c == u'}') && i + 1 < words.size() && words[i + 1] == c;
        const qsizetype end = c == u'{' && !twice ? words.indexOf(u'}', i) : -1;
        if (end < 0) {
            out += c;
            i += twice ? 1 : 0;
            continue;
        }
        const qsizetype value = words[i + 1].isDigit() ? words[i + 1].digitValue() : next++;
        if (value < std::ssize(values))
            out += valueText(values[static_cast<std::size_t>(value)], out.endsWith(u'“') || out.endsWith(u'«'));
        i = end;
    }
    return out;
}

}  // namespace

QString coreText(const Text& text) {
    if (text.words() != nullptr) return withValues(translatedWords(text), text.values());
    if (text.values().empty()) return QString::fromStdString(text.english());
    QStringList row;
    for (const Text& one : text.values()) row << coreText(one);
    return row.join(QString::fromStdString(std::string(text.separator())));
}

}  // namespace facespace
