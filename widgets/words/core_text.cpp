#include "widgets/words/core_text.h"

#include <algorithm>
#include <limits>
#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

#include "widgets/words/core_texts.h"

namespace facespace {
namespace {

constexpr const char* kContext = "facespace::core";
/// Of the templates that lupdate finds in the core.
constexpr const char* kTemplates = "facespace";

/// A text with places for values.
struct Pattern {
    const char* text;
    QString begin;  ///< Up to the first value: most texts are told apart by it.
    QRegularExpression whole;
    std::vector<int> numbers;  ///< Of the places, in order of appearance.
    std::vector<bool> names;   ///< A place in quotes or parentheses, or before "()", holds a name: never a word of the core.
};

Pattern patternOf(const char* text) {
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    Pattern pattern{text, {}, {}, {}, {}};
    const QString all = QString::fromUtf8(text);
    QString expression = QStringLiteral("\\A");
    qsizetype at = 0;
    for (auto it = place.globalMatch(all); it.hasNext();) {
        const auto match = it.next();
        const QString before = all.mid(at, match.capturedStart() - at);
        if (at == 0) pattern.begin = before;
        const bool quoted = before.endsWith(QStringLiteral("“"));
        expression += QRegularExpression::escape(before) + (quoted ? QStringLiteral("([^”]+?)") : QStringLiteral("(.+?)"));
        pattern.numbers.push_back(match.captured(1).toInt());
        at = match.capturedEnd();
        const bool function = all.indexOf(QStringLiteral("()"), at) == at;
        pattern.names.push_back(quoted || function || before.endsWith(QStringLiteral("(")));
    }
    expression += QRegularExpression::escape(all.mid(at)) + QStringLiteral("\\z");
    pattern.whole = QRegularExpression(expression, QRegularExpression::DotMatchesEverythingOption);
    pattern.whole.optimize();
    return pattern;
}

/// Those with places, the ones that say most first: "No image of the map “%1” …" before "No image …%1".
const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char* text : coreTexts())
            if (QString::fromUtf8(text).contains(QLatin1Char('%'))) made.push_back(patternOf(text));
        std::ranges::stable_sort(made, std::greater{}, [](const Pattern& p) { return qstrlen(p.text); });
        return made;
    }();
    return all;
}

QString translated(const char* text) { return QCoreApplication::translate(kContext, text); }

bool isEnglish() { return translated(coreTexts().front()) == QLatin1String(coreTexts().front()); }

QString known(const QString& english);

/// A value that is itself a text of the core, as the target in “Predicted yaw (A)”.
QString valueAt(const Pattern& pattern, std::size_t place, const QRegularExpressionMatch& match) {
    const QString value = match.captured(1 + static_cast<int>(place));
    if (pattern.names[place]) return value;
    QStringList parts = value.split(QStringLiteral(", "));
    if (const QString whole = known(value); !whole.isNull()) parts = {whole};
    for (QString& part : parts) {
        if (const QString said = parts.size() > 1 ? known(part) : QString(); !said.isNull()) part = said;
    }
    return parts.join(QStringLiteral(", "));
}

QString filled(const Pattern& pattern, const QRegularExpressionMatch& match) {
    // At once: a value may hold “%1”.
    QString out;
    const QString words = translated(pattern.text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int number = words[i] == QLatin1Char('%') && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        const auto place = std::ranges::find(pattern.numbers, number);
        if (place == pattern.numbers.end()) {
            out += words[i];
        } else {
            out += valueAt(pattern, static_cast<std::size_t>(place - pattern.numbers.begin()), match);
            ++i;
        }
    }
    return out;
}

/// Null if it is none of the core's texts.
QString known(const QString& english) {
    const QByteArray utf8 = english.toUtf8();
    if (const QString same = translated(utf8.constData()); same != english) return same;
    for (const Pattern& pattern : patterns()) {
        if (!english.startsWith(pattern.begin)) continue;
        if (const auto match = pattern.whole.match(english); match.hasMatch()) return filled(pattern, match);
    }
    return {};
}

/// The template in the window's language.
QString translatedWords(const Text& text) {
    if (!text.count()) return QCoreApplication::translate(kTemplates, text.words());
    const int count = static_cast<int>(std::clamp<std::int64_t>(*text.count(), 0, std::numeric_limits<int>::max()));
    const QString words = QCoreApplication::translate(kTemplates, text.words(), text.manyWords(), count);
    // Qt gives the singular where there is no translation.
    const bool english = words == QString::fromUtf8(text.words());
    return english && count != 1 ? QString::fromUtf8(text.manyWords()) : words;
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
        if (value < std::ssize(values)) out += coreText(values[static_cast<std::size_t>(value)]);
        i = end;
    }
    return out;
}

}  // namespace

QString coreText(const Text& text) {
    if (text.words() != nullptr) return withValues(translatedWords(text), text.values());
    if (text.values().empty()) return coreText(text.english());
    QStringList row;
    for (const Text& one : text.values()) row << coreText(one);
    return row.join(QString::fromStdString(std::string(text.separator())));
}

QString coreText(const std::string& english) { return coreText(QString::fromStdString(english)); }

QString coreText(const QString& english) {
    if (english.isEmpty() || isEnglish()) return english;
    if (const QString whole = known(english); !whole.isNull()) return whole;
    // Sentence by sentence, each as long as it is known.
    static const QRegularExpression end(QStringLiteral("(?<=[.?])\\s+(?=[A-Z“0-9])"));
    const QStringList sentences = english.split(end);
    if (sentences.size() < 2) return english;
    QStringList said;
    for (const QString& sentence : sentences) {
        const QString one = known(sentence);
        said << (one.isNull() ? sentence : one);
    }
    return said.join(QLatin1Char(' '));
}

}  // namespace facespace
