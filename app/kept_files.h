#pragma once
#include <functional>

#include "app/settings.h"

class QWidget;

namespace facespace {

/// Opens a dialog that says where FaceSpace keeps what, opens these places, forgets what was remembered of the user, and
/// makes new files private; the limits of networks and the guard of tables are there, too.
/// @param forgotten  called when the lists were emptied
void showKeptFiles(QWidget* window, Settings& settings, std::function<void()> forgotten);

}  // namespace facespace
