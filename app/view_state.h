#pragma once
#include <QJsonObject>

#include "widgets/models/workspace.h"

namespace facespace {

class MapView;

/// How the window looks at a project: network, map, camera, colouring, filter and selection.
QJsonObject captureView(const Workspace& workspace, const MapView& map);
/// What is named there but no longer in the project is left as it is.
void applyView(const QJsonObject& view, Workspace& workspace, MapView& map);

}  // namespace facespace
