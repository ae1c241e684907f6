#pragma once
#include <functional>
#include <optional>
#include <QImage>
#include <QLineF>
#include <QPolygonF>
#include <QWidget>
#include <vector>

#include "core/view/map_camera.h"
#include "widgets/figure/map_legend.h"
#include "widgets/map/point_labels.h"

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
    struct Link {
        QLineF line;
        bool same = true;  ///< Of the same identity; others are dashed.
    };
    std::optional<Ring> current, hovered;
    QImage density;                        ///< Stretched over the view; null: none.
    std::function<void(QPainter&)> faces;  ///< Paints the faces on the points; null: none.
    const PointLabels* labels = nullptr;
    /// Distances from (0, 0) in map units at which a radial map has circles, with what they are called.
    std::vector<std::pair<double, QString>> circles;
    std::vector<Link> links;  ///< From the current point to its neighbours.
    /// Where a probed image went, from its own point to where it is now; fewer than two points: nothing.
    QPolygonF trail;
    double trailRadius = 0;  ///< Of the mark at its end.
    QPolygonF lasso;         ///< Empty: none.
    std::optional<QRectF> rectangle;
    std::optional<Ring> brush;

    LegendStyle legendStyle() const;
    /// Where the legend's panel is; null if there is none or no room.
    QRectF legendPanel() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintTexts(QPainter& painter) const;
    void paintGround(QPainter& painter, const QRectF& area) const;
    void paintRing(QPainter& painter, const Ring& ring, double width) const;
    void paintCircles(QPainter& painter) const;
    void paintLinks(QPainter& painter) const;
    void paintTrail(QPainter& painter) const;
    void paintTool(QPainter& painter) const;
};

}  // namespace facespace
