#pragma once
#include <memory>
#include <vector>

#include "widgets/vtk/vtk_view.h"

namespace facespace {

/// A histogram by VTK's charts: bars of all images, the selected part of each in the accent colour, and a range that the
/// pointer brushes.
class DistanceChart : public VtkView {
    Q_OBJECT
  public:
    explicit DistanceChart(QWidget* parent = nullptr);
    ~DistanceChart() override;

    /// @param minimum,maximum  Of the values; bins of equal width between them.
    /// @param selected  Per bin, at most `counts`.
    void setHistogram(double minimum, double maximum, const std::vector<int>& counts, const std::vector<int>& selected);
    void setSelected(const std::vector<int>& selected);
    void setTitles(const QString& horizontal, const QString& vertical);
    /// Shows a range as brushed; from > to: none.
    void setBrush(double from, double to);
    /// Where a value is, in the widget's pixels. Valid once painted.
    double positionOf(double value) const;

  Q_SIGNALS:
    /// While the pointer drags over a range. `modifiers` are those at the press.
    void brushStarted(Qt::KeyboardModifiers modifiers);
    void brushed(double from, double to);
    void brushEnded();
    /// A click without dragging.
    void brushCleared();

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    class Overlay;
    void style();
    void fillTable();
    double valueAt(double x) const;
    void placeBrush();

    struct Chart;
    std::unique_ptr<Chart> chart_;
    Overlay* overlay_;
    std::vector<int> counts_, selected_;
    double minimum_ = 0, maximum_ = 1;
    double brushFrom_ = 1, brushTo_ = 0;
    double pressX_ = 0;
    bool pressed_ = false, dragging_ = false;
};

}  // namespace facespace
