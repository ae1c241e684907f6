#include "widgets/panels/manual_search.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace facespace {
namespace {

QString contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A heading as it is shown; empty if the line is none.
QString headingIn(const QString& line) {
    if (!line.startsWith(u'#')) return {};
    QString heading = line;
    return heading.remove(QRegularExpression(QStringLiteral("^#+|[`*]"))).trimmed();
}

void addParts(const QString& file, const QString& content, std::vector<ManualPart>& parts) {
    QString page;
    bool code = false;
    for (const QString& line : content.split(u'\n')) {
        if (line.startsWith(QStringLiteral("```"))) code = !code;
        if (const QString heading = code ? QString() : headingIn(line); !heading.isEmpty()) {
            if (page.isEmpty()) page = heading;
            parts.push_back({file, page, heading, {}});
        } else if (!page.isEmpty()) {
            parts.back().text += line.trimmed() + u' ';
        }
    }
}

bool holds(const QString& text, const QString& word) { return text.contains(word, Qt::CaseInsensitive); }

}  // namespace

QStringList manualPages(const QString& folder) {
    QStringList there = QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name), ordered;
    const QString contents = QStringLiteral("README.md");
    const auto take = [&](const QString& name) {
        if (there.removeAll(name) > 0) ordered << name;
    };
    take(contents);
    static const QRegularExpression kLink(QStringLiteral("\\]\\(([\\w-]+\\.md)\\)"));
    for (auto links = kLink.globalMatch(contentOf(folder + u'/' + contents)); links.hasNext();)
        take(links.next().captured(1));
    return ordered + there;
}

std::vector<ManualPart> manualParts(const QString& folder, const QStringList& pages) {
    std::vector<ManualPart> parts;
    for (const QString& page : pages) addParts(page, contentOf(folder + u'/' + page), parts);
    return parts;
}

std::vector<ManualPart> partsWith(const std::vector<ManualPart>& parts, const QString& query) {
    const QStringList words = query.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    std::vector<ManualPart> found;
    if (words.isEmpty()) return found;
    std::ranges::copy_if(parts, std::back_inserter(found), [&](const ManualPart& part) {
        return std::ranges::all_of(words, [&](const QString& word) {
            return holds(part.page, word) || holds(part.heading, word) || holds(part.text, word);
        });
    });
    std::ranges::stable_sort(found, std::greater{}, [&](const ManualPart& part) {
        return std::ranges::count_if(words, [&](const QString& word) { return holds(part.heading, word); });
    });
    return found;
}

}  // namespace facespace
