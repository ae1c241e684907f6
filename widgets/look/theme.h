#pragma once
#include <QColor>

class QPalette;
class QWidget;

namespace facespace {

/// Pixels beside the words of a line of a menu, for its check mark and its arrow.
inline constexpr int kMenuMargins = 48;

enum class Theme { kSystem, kLight, kDark };

/// Sets style, palette and style sheet of the application; call again to change. kSystem follows the desktop, as far as the
/// desktop tells. GUI thread only.
void applyTheme(Theme theme);
/// What applyTheme() ended up with.
bool themeIsDark();

/// Lines between parts, in the palette in use.
QColor borderColour(const QPalette& palette);
/// Text that is secondary but must stay readable.
QColor secondaryTextColour(const QPalette& palette);

}  // namespace facespace
