#pragma once
#include <QRectF>
#include <QWidget>
#include <vector>

namespace facespace {

/// A histogram: bars of all images, the selected part of each in the accent colour, and a range that the pointer brushes.
class DistanceChart : public QWidget {
    Q_OBJECT
  public:
    explicit DistanceChart(QWidget* parent = nullptr);

    /// @param minimum,maximum  Of the values; bins of equal width between them.
    /// @param selected  Per bin, at most `counts`.
    void setHistogram(double minimum, double maximum, const std::vector<int>& counts, const std::vector<int>& selected);
    void setSelected(const std::vector<int>& selected);
    void setTitles(const QString& horizontal, const QString& vertical);
    /// Shows a range as brushed; from > to: none.
    void setBrush(double from, double to);
    /// Where a value is, in the widget's pixels.
    double positionOf(double value) const;

  Q_SIGNALS:
    /// While the pointer drags over a range. `modifiers` are those at the press.
    void brushStarted(Qt::KeyboardModifiers modifiers);
    void brushed(double from, double to);
    void brushEnded();
    /// A click without dragging.
    void brushCleared();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    /// Where the bars are; the axes' texts stand to the left of it and below.
    QRectF plot() const;
    double binWidth() const;
    double heightOf(double count) const;
    double valueAt(double x) const;
    void paintVerticalAxis(QPainter& painter) const;
    void paintHorizontalAxis(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintBrush(QPainter& painter) const;

    QString horizontal_, vertical_;
    std::vector<int> counts_, selected_;
    double minimum_ = 0, maximum_ = 1;
    double most_ = 1;
    double brushFrom_ = 1, brushTo_ = 0;
    double pressX_ = 0;
    bool pressed_ = false, dragging_ = false;
};

}  // namespace facespace
