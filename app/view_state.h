#pragma once
#include <QJsonObject>

#include "widgets/models/workspace.h"

namespace facespace {

class MapView;

/// How the window looks at a project: network, map, camera, colouring, filter and selection.
QJsonObject captureView(const Workspace& workspace, const MapView& map);
/// What is named there but no longer in the project is left as it is.
void applyView(const QJsonObject& view, Workspace& workspace, MapView& map);

/// Parts of applyView(). A name that is not in the project changes nothing.
void setNetworkNamed(const QString& name, Workspace& workspace);
void setMapNamed(const QString& name, Workspace& workspace);
void applyColours(const QJsonObject& colour, ColourModel& colours);
void applyCamera(const QJsonObject& camera, MapView& map);
FilterModel::State filterOf(const QJsonObject& filter);

}  // namespace facespace
