#pragma once
#include <functional>
#include <QMenu>
#include <QString>

#include "app/settings.h"

namespace facespace {

/// Loads the window's texts, and Qt's own, in a language: "en", "es", or "" for the desktop's if there is one, else English.
/// To be called before windows are made; a second call replaces the first. GUI thread only.
void installLanguage(const QString& language);

/// How numbers are written, in windows that are made from now on: 1,234.5, or as the desktop's locale has them.
void installNumbers(bool asDesktop);

/// A menu of the languages, each under its own name, and of the numbers. `changed` is called once something was chosen that
/// is not in use.
void addLanguageMenu(QMenu* menu, Settings* settings, std::function<void()> changed);

}  // namespace facespace
