#pragma once
#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <vector>

#include "core/view/map_camera.h"
#include "widgets/models/colour_model.h"

namespace facespace {

/// What a legend says: a colour bar or classes, with a title. A plain value, so that it can be painted on any thread.
struct MapLegend {
    ColourModel::Scale scale = ColourModel::Scale::kNone;
    QString title;
    double minimum = 0, maximum = 1;
    bool clipsLow = false, clipsHigh = false;  ///< The bar ends in an arrow: values beyond share the end's colour.
    bool degrees = false;                      ///< Ticks at 15, 30, 45, 90 in place of 20, 50, 100.
    std::vector<QColor> ramp;                  ///< Colours from minimum to maximum.
    std::vector<ColourModel::LegendEntry> entries;
    int missing = 0;  ///< Points without a value.
    QColor missingColour;

    bool empty() const { return scale == ColourModel::Scale::kNone; }
};

/// @param background  On which it will be shown: what is missing or "other" recedes into it.
MapLegend captureLegend(const ColourModel& colours, const QColor& background);
/// The colours of all rows on that background, 3 bytes per row.
std::vector<std::uint8_t> captureColours(const ColourModel& colours, const QColor& background);

struct LegendStyle {
    QFont font;
    QColor text = Qt::black;
    QColor muted = QColor(90, 90, 90);  ///< Counts and tick marks.
    double maxHeight = 1e9;             ///< Pixels of the device; a colour bar shrinks to it.
};

/// The size that paintLegend() takes, in pixels of the device. Long words are elided, never cut off.
QSizeF legendSize(const MapLegend& legend, const LegendStyle& style, QPaintDevice* device);
/// Paints with the top left corner at `origin`; on the screen; figures for print have core/figure's.
void paintLegend(QPainter& painter, QPointF origin, const MapLegend& legend, const LegendStyle& style);

/// Names of the axes at small arrows that turn with a 3-D map, with the lower left corner at `corner`; the window and
/// figures for print use the same painting.
void paintMapAxes(QPainter& painter, QPointF corner, const MapCamera& camera, const std::vector<QString>& labels,
                  const QFont& font, QColor colour);

}  // namespace facespace
