#pragma once
#include <QString>

namespace facespace {

/// Shows a file in the desktop's file manager, chosen where the file manager can do that; else opens its folder.
void showInFileManager(const QString& file);

}  // namespace facespace
