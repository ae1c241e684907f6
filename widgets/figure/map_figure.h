#pragma once
#include <filesystem>
#include <memory>
#include <QImage>
#include <QPainter>
#include <QString>
#include <utility>
#include <vector>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "widgets/figure/map_camera.h"
#include "widgets/figure/map_legend.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// What a figure shows, taken from a workspace at one moment; immutable, to be painted on any thread.
struct MapFigureData {
    std::shared_ptr<const Embedding> coordinates;  ///< Null if there is no map.
    std::vector<std::uint8_t> rgb;                 ///< 3 per row.
    std::vector<std::uint8_t> selected;            ///< 1 per row; empty if nothing is selected.
    MapLegend legend;
    QString title;                    ///< Of the map.
    std::vector<QString> axisLabels;  ///< "PC 1", …; empty where axes mean nothing (t-SNE).
    /// How it was made (project, network, its SHA-256, map, method, parameters with the seed, colouring).
    std::vector<std::pair<QString, QString>> provenance;
};
/// @param background  Of the figure; what is missing or "other" recedes into it.
MapFigureData captureMap(const Workspace& workspace, const QColor& background = Qt::white);
/// True if the selection is more than the one image that was clicked to be inspected: then the other points dim.
bool selectionStandsOut(const SelectionModel& selection);
/// "PC 1", … for a PCA map in view, else empty.
std::vector<QString> mapAxisLabels(const Workspace& workspace);

struct MapFigureSpec {
    QSize pixels{2008, 1500};  ///< Of the whole figure; 170 mm × 127 mm at 300 dpi.
    double dpi = 300;
    double fontPt = 8;
    QString fontFamily;  ///< Empty: the application's.
    bool legend = true;
    bool title = false;
    bool axes = true;       ///< Axis names, where axes mean something.
    bool selection = true;  ///< Selected points stand out as on the screen.
    double pointScale = 1;  ///< Times the automatic size.
    QColor background = Qt::white;
    bool wholeMap = true;        ///< All points; else the part of `camera`.
    MapCamera camera;            ///< In 3-D its rotation is used in any case.
    MapViewport cameraViewport;  ///< The view that the camera belongs to.
};

/// Paints a figure of spec.pixels pixels of the painter's device. Needs no display and no OpenGL.
void paintMapFigure(QPainter& painter, const MapFigureData& data, const MapFigureSpec& spec);
/// The image carries the resolution and data.provenance as text. Errors: kInvalid (size), kResource (memory).
Result<QImage> renderMapFigure(const MapFigureData& data, const MapFigureSpec& spec);
/// Writes PNG, SVG or PDF by the file's ending, completely or not at all. Errors: as above; kInvalid for another ending;
/// kIo.
Result<void> saveMapFigure(const MapFigureData& data, const MapFigureSpec& spec, const std::filesystem::path& file);

/// Rows with coordinates in the order in which they are painted: those of the colour `grey` (missing values, "other") under
/// the rest, else shuffled (in import order one identity would cover the next); in 3-D from far to near.
std::vector<int> mapPaintOrder(const Embedding& coordinates, const std::vector<std::uint8_t>& rgb, const QColor& grey,
                               const MapCamera& camera);
/// Radius of a point in pixels at 96 dpi for `count` points in a view of `area` square pixels; `zoom` 1 shows the whole map.
double mapPointRadius(std::size_t count, double area, double zoom);

}  // namespace facespace
