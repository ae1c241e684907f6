#pragma once
#include <memory>
#include <QColor>
#include <QString>
#include <vector>

#include "core/view/map_figure.h"
#include "core/view/map_points.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// What a figure of the map in view shows, at this moment. GUI thread only.
MapFigureData captureMap(const Workspace& workspace);
/// The map in view for the export dialog; `view` is the part in view. GUI thread only.
ExportSource mapExportSource(const Workspace& workspace, const MapFigureSpec& view);
/// The distances from the origin of the network in view, by medium if it is known; and faces from the origin outwards. For
/// the export dialog. GUI thread only.
ExportSource distanceExportSource(const Workspace& workspace);
ExportSource mosaicExportSource(const Workspace& workspace);
/// True if the selection is more than the one image that was clicked to be inspected: then the other points dim.
bool selectionStandsOut(const SelectionModel& selection);
/// "PC 1", … for a PCA map in view, else empty.
std::vector<QString> mapAxisLabels(const Workspace& workspace);

}  // namespace facespace
