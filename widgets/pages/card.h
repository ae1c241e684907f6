#pragma once
#include <QFrame>

#include "core/figure/chart.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace facespace {

class PlotView;

/// Names with the line, area or point that stands for each in a chart, flowing over as many lines as they need.
class PlotLegend : public QWidget {
    Q_OBJECT
  public:
    explicit PlotLegend(const PlotView* chart, QWidget* parent = nullptr);
    /// The chart has changed.
    void refresh();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    const QStringList& names() const { return names_; }
    /// What a tooltip tells of the name at a place: the whole name and what its terms mean. Rich text.
    QString meaningAt(const QPoint& position) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    std::vector<QRect> places(int width) const;
    const PlotView* chart_;
    QStringList names_;
};

/// One part of a page: a heading, what it shows, and a line of words below.
class Card : public QFrame {
    Q_OBJECT
  public:
    /// Takes ownership of `body`. `columns` of a CardGrid that it spans.
    Card(const QString& title, QWidget* body, int columns = 1, QWidget* parent = nullptr);
    /// With a legend of the chart.
    Card(const QString& title, PlotView* chart, int columns = 1, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// Below the heading: figures, or what is lacking. Empty: not shown.
    void setCaption(const QString& text);
    QString caption() const;
    /// A control at the right of the heading.
    void addControl(QWidget* control);
    /// What its figures are of, as “1,488 images of 8 identities”; told with what they mean.
    void setBasis(const QString& basis);
    /// What it shows, said before what its terms mean, and where the manual has more: "verification#What it computes".
    void setAbout(const QString& sentence, const QString& manual);
    bool hasAbout() const { return !about_.isEmpty(); }
    /// What it shows and what the terms in its heading, its words, chart and table mean; empty if there are none. Rich text.
    QString meaning(bool links = false) const;
    /// Shows a chart of the core, in the window's language, and its legend.
    void setChart(figure::Chart chart);
    int columns() const { return columns_; }
    /// What all its parts need at this width.
    int leastHeight(int width) const;

  protected:
    bool event(QEvent* event) override;

  private:
    void refreshMeaning();
    QHBoxLayout* heading_;
    QLabel *title_, *caption_;
    QToolButton* what_;  // Beside the heading: what the figures mean.
    QString basis_, about_, manual_;
    PlotView* view_ = nullptr;
    PlotLegend* legend_ = nullptr;
    int columns_;
};

}  // namespace facespace
