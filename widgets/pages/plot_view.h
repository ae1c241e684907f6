#pragma once
#include <functional>
#include <memory>
#include <QRectF>

#include "core/figure/chart_frame.h"
#include "widgets/vtk/vtk_view.h"

namespace facespace {

class PlotOverlay;

/// A chart as it is in print, by VTK's charts. The pointer drags over a range of x or a rectangle to select, clicks on
/// points and bars, and is told the values under it. Left and right brush a step of x (a bar, or a fortieth of the axis),
/// with Shift more of them. GUI thread only.
class PlotView : public VtkView {
    Q_OBJECT
  public:
    enum class Brush { kNone, kRange, kRectangle };
    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// Without layers: axes alone.
    void setChart(figure::Chart chart);
    const figure::Chart& chart() const { return chart_; }
    /// The axes with their ends settled, as in print.
    const figure::Ranges& ranges() const { return ranges_; }
    void setBrush(Brush brush);
    /// Points of images for which this is true are marked. Call again when the answer changes.
    void setMarked(std::function<bool(int row)> marked);
    /// A brushed area in the axes' values; empty: none.
    void setBrushed(const QRectF& area);
    QRectF brushed() const { return brushed_; }
    /// What hovering over a point or bar of a layer says; empty: its values.
    void setDescription(std::function<QString(int layer, int index)> describe) { describe_ = std::move(describe); }
    /// What the chart shows, which is told of an axis whose title holds no term of the glossary.
    void setMeaning(const QString& meaning) { meaning_ = meaning; }
    /// What a tooltip tells of an axis; rich text. It comes beside and below the plot, up to the edges of the view.
    QString meaningOfAxis(const figure::Axis& axis) const;
    /// How many points are marked.
    int markedCount() const { return static_cast<int>(markedPoints_.size()); }
    /// Whether an axis was too short for its title, even in its short form. Valid once painted.
    bool cutsTitles() const;

    /// Where a value is, in the widget's pixels, and back. Valid once painted.
    QPointF positionOf(double x, double y) const;
    QPointF valueAt(const QPointF& position) const;
    /// Between the axes, in the widget's pixels. Valid once painted.
    QRectF plotArea() const;

  Q_SIGNALS:
    void brushStarted(Qt::KeyboardModifiers modifiers);
    /// For a range the height is that of the axis.
    void brushMoved(const QRectF& area);
    void brushEnded(const QRectF& area);
    /// On a point or bar of a layer.
    void pointClicked(int layer, int index, Qt::KeyboardModifiers modifiers);
    void emptyClicked(Qt::KeyboardModifiers modifiers);
    /// -1, -1: none.
    void hovered(int layer, int index);

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Scene;
    struct Hit {
        int layer = -1, index = -1;
    };
    void prepare();
    void setAxes();
    void rebuild();
    QSize roomOfTitles() const;
    QSize lengthOfAxes() const;
    void refit();
    void refreshMarked();
    void placeMarks();
    void placeDrawing();
    void hover(const QPointF& position);
    std::vector<double> keyEdges() const;
    Hit hitAt(const QPointF& position) const;
    QString described(const Hit& hit) const;
    QString explainedAt(const QPoint& position) const;
    QRectF areaBetween(const QPointF& a, const QPointF& b) const;

    std::unique_ptr<Scene> scene_;
    PlotOverlay* overlay_;
    figure::Chart chart_;
    figure::Ranges ranges_;
    Brush brush_ = Brush::kNone;
    std::function<bool(int)> marked_;
    std::function<QString(int, int)> describe_;
    QRectF brushed_;
    QString meaning_;
    QPointF pressed_;
    QSize room_{200, 150};           // for the titles of the axes, along them
    QSize lengths_{200, 150};        // of the axes
    QSize taken_{70, 46};            // by the words beside them, of the view
    int keyFrom_ = -1, keyTo_ = -1;  // steps brushed by keys
    Hit hovered_;
    std::vector<QPointF> markedPoints_;  // their values
    double rebuiltAt_ = 0;               // the ratio of pixels
    bool stale_ = false, isPressed_ = false, dragging_ = false;
};

}  // namespace facespace
