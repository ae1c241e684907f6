#pragma once
#include <QFrame>

#include "widgets/pages/plot.h"

class QHBoxLayout;
class QLabel;

namespace facespace {

class PlotView;

/// Names with the line, band or point that stands for each, flowing over as many lines as they need.
class PlotLegend : public QWidget {
    Q_OBJECT
  public:
    explicit PlotLegend(QWidget* parent = nullptr);
    void setPlot(const Plot& plot);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QStringList names() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Entry {
        QString name;
        PlotTone tone;
        bool dashed, filled, point, strong;
    };
    std::vector<QRect> places(int width) const;
    std::vector<Entry> entries_;
};

/// One part of a page: a heading, what it shows, and a line of words below.
class Card : public QFrame {
    Q_OBJECT
  public:
    /// Takes ownership of `body`. `columns` of a CardGrid that it spans.
    Card(const QString& title, QWidget* body, int columns = 1, QWidget* parent = nullptr);
    /// With a legend of the chart's plot.
    Card(const QString& title, PlotView* chart, int columns = 1, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// Below the heading: figures, or what is lacking. Empty: not shown.
    void setCaption(const QString& text);
    QString caption() const;
    /// A control at the right of the heading.
    void addControl(QWidget* control);
    /// Sets the chart's plot, and the legend with it.
    void setPlot(Plot plot);
    int columns() const { return columns_; }
    /// What all its parts need at this width.
    int leastHeight(int width) const;

  private:
    QHBoxLayout* heading_;
    QLabel *title_, *caption_;
    PlotView* chart_ = nullptr;
    PlotLegend* legend_ = nullptr;
    int columns_;
};

}  // namespace facespace
