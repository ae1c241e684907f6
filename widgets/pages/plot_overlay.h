#pragma once
#include <QImage>
#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QWidget>
#include <vector>

namespace facespace {

/// What lies over a chart: what layers draw themselves and, changing with the selection, rings around marked points and the
/// brushed area. It is a widget of its own so that another selection does not draw the chart's points again. GUI thread
/// only.
class PlotOverlay : public QWidget {
    Q_OBJECT
  public:
    explicit PlotOverlay(QWidget* parent);
    /// @param rings  Centres, in pixels of the widget. @param within  The plot between its axes: nothing is drawn outside.
    void setRings(std::vector<QPointF> rings, const QRectF& within);
    /// As large as the widget, below the rings; null: none.
    void setPicture(QImage picture);
    /// Empty: none.
    void setBrushed(const QRectF& area);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintRings(QPainter& painter) const;
    void stampRings(QPainter& painter, const QPixmap& stamp) const;
    QImage picture_;
    std::vector<QPointF> rings_;
    QRectF within_, brushed_;
};

}  // namespace facespace
