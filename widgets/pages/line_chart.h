#pragma once
#include <memory>
#include <QColor>
#include <QString>
#include <vector>

#include "widgets/vtk/vtk_view.h"

namespace facespace {

/// Lines over one horizontal axis, with a legend, in the colours and fonts of the window. GUI thread only.
class LineChart : public VtkView {
    Q_OBJECT
  public:
    struct Line {
        QString name;
        std::vector<double> x, y;
        QColor colour;
        bool dashed = false;
    };
    explicit LineChart(QWidget* parent = nullptr);
    ~LineChart() override;
    void setTitles(const QString& horizontal, const QString& vertical);
    /// The vertical axis spans `low` … `high`; the horizontal one what the lines need.
    void setLines(std::vector<Line> lines, double low, double high);
    const std::vector<Line>& lines() const { return lines_; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Chart;
    void style();
    std::unique_ptr<Chart> chart_;
    std::vector<Line> lines_;
};

}  // namespace facespace
