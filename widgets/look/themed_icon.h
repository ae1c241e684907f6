#pragma once
#include <QIcon>

namespace facespace {

/// One of resources/icons by name ("open"), drawn in the palette's text colour at the time of painting, so that it reads on
/// light and dark. An unknown name gives an empty icon. GUI thread only.
QIcon themedIcon(const QString& name);

/// The program's own icon, in its own colours.
QIcon programIcon();

}  // namespace facespace
