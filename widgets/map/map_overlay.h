#pragma once
#include <optional>
#include <QPolygonF>
#include <QWidget>
#include <vector>

#include "core/view/map_camera.h"
#include "widgets/figure/map_legend.h"

namespace facespace {

/// What lies over the points of a map: legend, rings around the current and the hovered point, the rectangle or lasso being
/// drawn, axis names, and a line of text. It is a widget of its own so that hovering does not draw the points again.
/// GUI thread only.
class MapOverlay : public QWidget {
    Q_OBJECT
  public:
    struct Ring {
        QPointF centre;
        double radius = 0;
    };

    explicit MapOverlay(QWidget* parent);

    MapLegend legend;
    bool legendVisible = true;
    QString title, status, emptyText;
    std::vector<QString> axisLabels;
    MapCamera camera;
    std::optional<Ring> current, hovered;
    QPolygonF lasso;  ///< Empty: none.
    std::optional<QRectF> rectangle;
    std::optional<Ring> brush;

    LegendStyle legendStyle() const;
    /// Where the legend's panel is; null if there is none or no room.
    QRectF legendPanel() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintTexts(QPainter& painter) const;
    void paintRing(QPainter& painter, const Ring& ring, double width) const;
    void paintTool(QPainter& painter) const;
};

}  // namespace facespace
