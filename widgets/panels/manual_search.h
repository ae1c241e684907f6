#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace facespace {

/// What stands under one heading of a page of the manual.
struct ManualPart {
    QString file;     ///< "quality.md"
    QString page;     ///< The page's own heading.
    QString heading;  ///< As it is shown, without marks of Markdown; the page's own for what stands above all others.
    QString text;     ///< Markdown, in one line.
};

/// Files of the pages (*.md): the contents (README.md) first, then in the order in which it names them, then others by name.
QStringList manualPages(const QString& folder);
/// All parts of these pages, in order. A page that cannot be read has none.
std::vector<ManualPart> manualParts(const QString& folder, const QStringList& pages);
/// Parts that hold every word of the query in heading or text, whatever its case: those with most words in their heading
/// first, then in the order of the pages. None for a query without words.
std::vector<ManualPart> partsWith(const std::vector<ManualPart>& parts, const QString& query);

}  // namespace facespace
