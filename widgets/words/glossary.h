#pragma once
#include <QString>

namespace facespace {

/// What the terms in a text mean that the pages use of statistics: for each its meaning, the formula's name, and what large
/// and small values say. Rich text in the window's language, for a tooltip; empty if no term is in the text.
/// @param link  With a link into the manual, for where links can be followed.
QString explained(const QString& text, bool link = false);

/// The manual's address of a page and a heading on it, which the window opens (see MainWindow::openManual).
QString manualLink(const QString& page, const QString& heading);
inline const QString kManualScheme = QStringLiteral("facespace-manual");

}  // namespace facespace
