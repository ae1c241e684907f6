#pragma once
#include "app/settings.h"

class QWidget;

namespace facespace {

/// What networks may take of this machine, and how tables are written for spreadsheets; changes hold at once.
QWidget* makeSafetyBox(Settings& settings, QWidget* parent);

}  // namespace facespace
