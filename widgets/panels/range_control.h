#pragma once
#include <QWidget>
#include <vector>

class QDoubleSpinBox;

namespace facespace {

/// A histogram over which a range is dragged: its ends can be taken, its middle moved; a double click takes everything.
class RangeStrip : public QWidget {
    Q_OBJECT
  public:
    explicit RangeStrip(QWidget* parent = nullptr);
    void setBins(std::vector<int> counts);
    /// Ends as shares of the width, 0 ≤ low ≤ high ≤ 1.
    void setRange(double low, double high);
    QSize sizeHint() const override { return {160, 40}; }

  Q_SIGNALS:
    void rangeDragged(double low, double high);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

  private:
    enum class Grip { kNone, kLow, kHigh, kBoth };
    double shareAt(double x) const;
    Grip gripAt(double x) const;
    std::vector<int> counts_;
    double low_ = 0, high_ = 1, grabbed_ = 0;
    Grip grip_ = Grip::kNone;
};

/// From–to of one column of numbers: the histogram above two fields for keyboard and exact values.
class RangeControl : public QWidget {
    Q_OBJECT
  public:
    RangeControl(const QString& title, const std::vector<double>& values, QWidget* parent = nullptr);
    /// Ends that leave nothing out are infinite.
    double low() const;
    double high() const;
    /// Infinite ends are those of the values.
    void setRange(double low, double high);

  Q_SIGNALS:
    /// By the user.
    void rangeChanged();

  private:
    void follow();
    double minimum_ = 0, maximum_ = 1;
    RangeStrip* strip_;
    QDoubleSpinBox *from_, *to_;
};

}  // namespace facespace
